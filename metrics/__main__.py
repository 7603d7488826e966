"""Figures from the command line: `python -m metrics list`, `show` and `definitions`."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import Any, Final

from metrics import METRICS, Metric, Release, measure
from metrics.command_line import parser, when_of, where_of
from metrics.definitions import page
from metrics.disclosure.lattice import is_told
from metrics.engine.filter_values import did_you_mean, values_of
from metrics.measure import behind_of
from metrics.output import FORMATS
from metrics.populations import Tables

WRONG: Final = 2
"""Exit status when the question makes no sense."""


def main(argv: Sequence[str] | None = None, tables: Tables | None = None) -> int:
    """Do what the command line asks, on the store's tables unless others are given; 2 where it makes no sense."""
    asked = parser().parse_args(argv)
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
    metric, when = _metric(asked.slug), when_of(asked)
    where = where_of(asked.where)
    release = Release(asked.release)
    known = behind_of(_stored() if tables is None else tables, release)
    by = tuple(name.strip() for name in asked.by.split(",") if name.strip())
    _refuse_unknown_values({name: where[name] for name in where if is_told(name, release)}, known)
    figures = measure(metric, known, by=by, where=where, when=when, release=release)
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
    # only where figures are asked for: it opens the database
    from store import engine, errors, snapshot

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


def _refuse_unknown_values(where: dict[str, tuple[str, ...]], tables: Tables) -> None:
    for column, values in where.items():
        known = values_of(column, tables)
        for value in values if known else ():
            if value and value not in known:
                raise ValueError(f"No {column} is called {value}.{did_you_mean(value, known)}")


if __name__ == "__main__":
    sys.exit(main())
