"""The command that writes figures as data: from a timer, as an operator chooses the release and whose cut it is."""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Final

from dashboard.auth.current_user import operating, put_on_record
from dashboard.data import data_source
from dashboard.data.data_source import loaded_boroughs
from dashboard.exports.data_package.write import write_package
from dashboard.exports.operator import add_scope, scope_of
from dashboard.exports.pack.settings import PackError, period
from metrics import METRICS
from metrics.engine.filter_values import did_you_mean
from store.errors import StoreError

ABOUT: Final = (
    "Figures as data: every figure of the lattice in tidy CSV and Parquet with what it means, a Frictionless data "
    "package, one folder a data version and latest beside it. Each is logged."
)


def run(arguments: Sequence[str]) -> int:
    """Write the package and say where; 1 and a sentence where it cannot be done."""
    given = _parser().parse_args(arguments)
    try:
        _refuse_unknown(given)
        with operating(scope_of(given)):
            _write(given)
    except (PackError, StoreError) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser("python -m dashboard.exports figures", description=ABOUT)
    parser.add_argument("--to", required=True, metavar="PLACE", help="a folder, or such as s3://bucket/placements")
    add_scope(parser)
    parser.add_argument("--measures", nargs="+", default=[], metavar="MEASURE", help="only these (all)")
    parser.add_argument("--period", default="", help='"Sep 2026": to this month (the latest)')
    return parser


def _refuse_unknown(given: Namespace) -> None:
    if data_source.is_empty():
        raise PackError("Nothing is loaded yet, so there are no figures to write.")
    for slug in given.measures:
        if slug not in METRICS:
            raise PackError(f"There is no measure {slug}.{did_you_mean(slug, list(METRICS))}")
    known = loaded_boroughs(data_source.version())
    for name in given.readers:
        if name not in known:
            raise PackError(f"{name} is not a borough of this consortium. There are {', '.join(known)}.")


def _write(given: Namespace) -> None:
    began, (_, end) = time.perf_counter(), period(given.period)
    place = write_package(given.to, given.measures or METRICS, end)
    put_on_record("figures written", {"place": place, "release": given.release, "version": data_source.version()})
    sys.stdout.write(f"{place}, and latest beside it, in {time.perf_counter() - began:.1f} s\n")
