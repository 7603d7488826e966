"""Figures from the command line: `python -m metrics list`, `show` and `definitions`."""

import argparse
import csv
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from metrics import METRICS, Metric, Release, When, measure
from metrics.choices import did_you_mean, values_of
from metrics.definitions import page
from metrics.populations import Tables
from metrics.printed import FORMATS

DEFINITIONS: Final = Path("docs") / "definitions.md"
WRONG: Final = 2
"""Exit status when the question makes no sense."""


def main(argv: Sequence[str] | None = None, tables: Tables | None = None) -> int:
    """Do what the command line asks, on the store's tables unless others are given; 2 where it makes no sense."""
    asked = _parser().parse_args(argv)
    try:
        status = COMMANDS[asked.command](asked, tables)
        sys.stdout.flush()
    except ValueError as error:
        print(error, file=sys.stderr)
        return WRONG
    except BrokenPipeError:  # the reader, `head` say, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _list(asked: argparse.Namespace, _: Tables | None) -> int:
    if asked.json:
        print(json.dumps([_card(metric) for metric in METRICS.values()], indent=2, ensure_ascii=False))
        return 0
    width = max(map(len, METRICS))
    for metric in METRICS.values():
        print(f"{metric.slug.ljust(width)}  {metric.title} ({metric.unit})")
    return 0


def _show(asked: argparse.Namespace, tables: Tables | None) -> int:
    metric, when = _metric(asked.slug), _when(asked)
    where = _where(asked.where)
    known = _stored() if tables is None else tables
    by = tuple(name.strip() for name in asked.by.split(",") if name.strip())
    _refuse_unknown_values(where, known)
    figures = measure(metric, known, by=by, where=where, when=when, release=Release(asked.release))
    print(FORMATS[asked.format](figures))
    return 0


def _definitions(asked: argparse.Namespace, _: Tables | None) -> int:
    if asked.write is None:
        print(page(), end="")
        return 0
    asked.write.write_text(page(), encoding="utf-8")
    print(f"Wrote {asked.write}.")
    return 0


COMMANDS: Final = {"list": _list, "show": _show, "definitions": _definitions}


def _stored() -> Tables:
    from store import engine, errors, snapshot  # only where figures are asked for: it opens the database

    try:
        tables = snapshot.tables(engine.engine())
    except errors.StoreError as error:
        raise ValueError(error) from None
    if tables["loaded"].limit(1).collect().is_empty():
        raise ValueError("Nothing is loaded yet. Load the boroughs' files first: `python -m loaders load PATH`.")
    return tables


def _card(metric: Metric) -> dict[str, Any]:
    names = ("slug", "title", "theme", "unit", "statistic", "polarity", "source", "definition", "is_at_date", "only_by")
    return {name: getattr(metric, name) for name in names}


def _metric(slug: str) -> Metric:
    if slug not in METRICS:
        raise ValueError(
            f"There is no metric {slug}.{did_you_mean(slug, list(METRICS))} `python -m metrics list` names them."
        )
    return METRICS[slug]


def _when(asked: argparse.Namespace) -> When | None:
    if asked.at and (asked.since or asked.to):
        raise ValueError("Give either --at or --from and --to, not both.")
    if asked.at:
        return When.year_to(_date(asked.at))
    if not asked.since and not asked.to:
        return None
    if not (asked.since and asked.to):
        raise ValueError("Give both --from and --to.")
    return When(_date(asked.since), _date(asked.to))


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text} is not a date. Write it as 2025-03-31.") from None


def _where(pairs: list[str]) -> dict[str, tuple[str, ...]]:
    where: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        column, equals, values = pair.partition("=")
        if not equals:
            raise ValueError(f"{pair} is no filter. Write it as borough=Brent or borough=Brent,Ealing.")
        found = next(csv.reader([values], skipinitialspace=True)) or [""]
        where[column.strip()] = where.get(column.strip(), ()) + tuple(value.strip() for value in found)
    return where


def _refuse_unknown_values(where: dict[str, tuple[str, ...]], tables: Tables) -> None:
    for column, values in where.items():
        known = values_of(column, tables)
        for value in values if known else ():
            if value and value not in known:
                raise ValueError(f"No {column} is called {value}.{did_you_mean(value, known)}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m metrics", description="Figures on placements, from what is loaded."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    listed = commands.add_parser("list", help="name every metric")
    listed.add_argument("--json", action="store_true", help="with definition, unit, source and the rest of the card")
    show = commands.add_parser("show", help="show the figures of one metric")
    show.add_argument("slug", help="which metric, as `list` names it")
    show.add_argument("--by", default="", help="group by these, parted by commas: borough,month")
    show.add_argument("--where", action="append", default=[], metavar="COLUMN=VALUE", help=WHERE_HELP)
    show.add_argument("--at", metavar="DATE", help="at this date (2025-03-31); for what takes time, the year to it")
    show.add_argument("--from", dest="since", metavar="DATE", help="first day; the latest twelve months if not given")
    show.add_argument("--to", metavar="DATE", help="last day")
    show.add_argument("--release", choices=[*Release], default=Release.WORKING, help="whose rules for small counts")
    show.add_argument("--format", choices=[*FORMATS], default="table")
    definitions = commands.add_parser("definitions", help="print every definition as Markdown")
    definitions.add_argument("--write", nargs="?", type=Path, const=DEFINITIONS, metavar="FILE", help="into a file")
    return parser


WHERE_HELP: Final = "keep only these, parted by commas (quote a value that has one: 'column=\"a, b\"'); may be repeated"


if __name__ == "__main__":
    sys.exit(main())
