"""Load files from the command line: `python -m loaders load PATH... | findings | providers | sources | template`."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

import polars as pl
from rich.console import Console
from rich.progress import track

from loaders.catalogue import SOURCES
from loaders.cli.report import as_json, console, print_account, print_readings
from loaders.cli.sources import print_sources, sources_as_json
from loaders.findings_workbook import write_books
from loaders.names import __main__ as names
from loaders.reading.file_names import when_of
from loaders.reading.files import files, passed_over
from loaders.reading.named_periods import year_end
from loaders.reading.parallel import read_each
from loaders.reading.result import Reading
from loaders.template import write_template
from store.batch import Batch
from store.command_line_user import at_the_keyboard
from store.engine import engine
from store.errors import EmptiesError, StoreError
from store.uploads import findings as upload_findings
from store.uploads.save import save

ASKED: Final = "If there are none any more, load it with --may-empty."


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; 0 where all went in, 1 where something was refused."""
    asked = _parser().parse_args(arguments)
    try:
        return asked.do(asked)
    except (StoreError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _load(asked: argparse.Namespace) -> int:
    """Read and store each file as a whole: a refused file leaves nothing behind, and the others go in."""
    shown, quiet = console(), Console(stderr=True, soft_wrap=True)
    for file, why in passed_over(asked.paths):
        quiet.print(f"Not read: {file}. {why}", style="dim", markup=False)
    found = list(files(asked.paths))
    if not found:
        print(f"There is no file of data in {', '.join(map(str, asked.paths))}.", file=sys.stderr)
    each = read_each(found, borough=asked.borough, year=asked.year, as_at=asked.as_at, today=date.today())
    shown_while = track(each, "Loading", len(found), console=quiet, disable=not sys.stderr.isatty())
    batch = Batch(engine(), who=at_the_keyboard())
    stored = [_stored(reading, batch, quiet, asked.may_empty) for reading in shown_while]
    readings = [_refused(reading, why) if (why := batch.refusal(reading)) else reading for reading in stored]
    if asked.json:
        print(json.dumps([as_json(reading) for reading in readings], indent=1))
    else:
        print_readings(shown, readings)
    return int(not readings or any(reading.refused for reading in readings))


def _stored(reading: Reading, batch: Batch, quiet: Console, may_empty: bool) -> Reading:
    if reading.refused is None:
        try:
            batch.refuse_rival(reading)
            saved = save(engine(), reading, who=at_the_keyboard(), may_empty=may_empty)
        except EmptiesError as error:
            return _refused(reading, f"{error} {ASKED}")
        except StoreError as error:
            return _refused(reading, str(error))
        batch.keep(reading, saved)
        quiet.print(f"{reading.file}: {saved.sentence}", markup=False, highlight=False)
    return reading


def _refused(reading: Reading, why: str) -> Reading:
    return Reading(file=reading.file, sha256=reading.sha256, refused=why)


def _sources(asked: argparse.Namespace) -> int:
    if asked.json:
        print(sources_as_json())
    else:
        print_sources(console())
    return 0


def _findings(asked: argparse.Namespace) -> int:
    """Tell what was found in the files that are stored, and write a workbook a borough where one is asked for."""
    found = upload_findings.findings(engine())
    held = upload_findings.files(engine(), found).select(
        pl.exclude("source", "filename"), source="title", file="filename"
    )
    if asked.borough:
        held = held.filter(borough=asked.borough)
    if asked.year:
        held = held.filter(return_year=asked.year)
    told = held.select("borough", "source", "return_year", upload_id="id").join(found, on="upload_id")
    if asked.json:
        print(json.dumps(told.drop("upload_id").to_dicts(), indent=1))
    else:
        print_account(console(), held, told)
    for borough, file in write_books(asked.xlsx, held, told) if asked.xlsx else ():
        print(f"{borough}: {file}", file=sys.stderr)
    return int(held.is_empty())


def _template(asked: argparse.Namespace) -> int:
    source = next((source for source in SOURCES if source.slug == asked.source), None)
    if source is None:
        print(f"There is no source called {asked.source}. See: python -m loaders sources", file=sys.stderr)
        return 1
    write_template(source, asked.file)
    print(f"{source.title}: {asked.file}")
    return 0


def _year(given: str) -> int:
    """A return year: 2018, 2017-18 or 201718."""
    end = when_of(given)
    if end is None or end != year_end(end.year):
        raise argparse.ArgumentTypeError(f"{given} is not a return year such as 2018 or 2017-18")
    return end.year


def _day(given: str) -> date:
    day = when_of(given)
    if day is None:
        raise argparse.ArgumentTypeError(f"{given} is not a day such as 2026-09-30 or 30/09/2026")
    return day


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description="Load boroughs' files.")
    commands = parser.add_subparsers(required=True)
    load = commands.add_parser("load", help="read files or folders and store them")
    load.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    load.add_argument("--borough", help="name, code (BRE) or DfE number; believed before the names")
    when = load.add_mutually_exclusive_group()
    when.add_argument("--year", type=_year, help="return year, the year that ends on 31 March; believed before names")
    when.add_argument("--as-at", type=_day, metavar="DAY", help="last day of an extract, such as 2026-09-30")
    emptying = "let a file leave nothing of a table of which rows are loaded"
    load.add_argument("--may-empty", action="store_true", help=emptying)
    told = commands.add_parser("findings", help="tell what was found in the files that are stored")
    told.add_argument("--borough", help="only of this borough, by its name")
    told.add_argument("--year", type=_year, help="only of this return year")
    told.add_argument("--xlsx", type=Path, metavar="FILE", help="write them as a workbook, one a borough")
    providers = commands.add_parser("providers", help="list names that the register has not, and rule on them")
    names.add_arguments(providers)
    providers.set_defaults(do=names.do)
    sources = commands.add_parser("sources", help="list what can be read")
    for command, do in ((load, _load), (told, _findings), (sources, _sources)):
        command.add_argument("--json", action="store_true", help="as JSON")
        command.set_defaults(do=do)
    template = commands.add_parser("template", help="write a workbook to fill in")
    template.add_argument("source", metavar="SOURCE")
    template.add_argument("file", type=Path, metavar="FILE")
    template.set_defaults(do=_template)
    return parser


if __name__ == "__main__":
    sys.exit(main())
