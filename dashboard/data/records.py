"""The records behind a figure: working release, own boroughs only, every opening on record."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from dashboard.auth.current_user import put_on_record as on_record
from dashboard.auth.current_user import scope
from dashboard.data.data_source import tables
from dashboard.data.figures import applied
from dashboard.filters.selection import Selection
from loaders.authorities import authority
from metrics import METRICS, When
from metrics.engine.query import ask
from metrics.measure import rows_behind

MOST: Final = 10_000
"""Records opened at most."""

CHILD: Final = ["borough", "child"]

AT_DATE: Final = {"costs": "weekly_cost", "episodes": "placement_started"}
"""What a record should say of its date besides, and the table that knows it."""

SHOWN: Final = {
    "child": "Child",
    "borough": "Borough",
    "date": "Date",
    "placement_type": "Placement",
    "provider": "Provider",
    "provider_sector": "Sector",
    "placement_started": "Placed since",
    "weekly_cost": "Weekly cost, £",
    "distance_miles": "Miles from home",
    "host_authority": "Where",
    "need_level": "Need level",
    "started": "From",
    "ended": "To",
    "sex": "Sex",
    "legal_status": "Legal status",
    "indicator": "Need",
    "score": "Score",
    "cohort": "Cohort",
    "numerator": "Counted",
    "denominator": "Out of",
}
"""The columns of a record that may be opened, and their headings."""


def may_open(chosen: Selection) -> bool:
    """Say whether the reader may open the records behind the focus's figures."""
    return scope().may_open(chosen.focus)


def records(slug: str, chosen: Selection, when: When) -> pl.DataFrame:
    """Give the records behind the focus's figure, counted ones first, and put the opening on record.

    Raises:
        PermissionError: the reader may not open records of that borough, or not in this release.
    """
    if not may_open(chosen):
        raise PermissionError("Records open only in the working release, for your own boroughs.")
    rows = _rows(slug, chosen, when)
    put_on_record("opened records", slug, chosen, when, rows.height)
    return rows


def put_on_record(what: str, slug: str, chosen: Selection, when: When, rows: int) -> None:
    """Write down who opened or took away the records of which figure: how many, never whose."""
    detail = {
        "metric": slug,
        "borough": chosen.name,
        "filters": _told(applied(slug, chosen.where())) or None,
        "from": when.start.isoformat(),
        "to": when.end.isoformat(),
        "records": rows,
    }
    on_record(what, detail)


def _told(where: Mapping[str, tuple[str, ...]]) -> str:
    return "; ".join(f"{column}: {' or '.join(values)}" for column, values in sorted(where.items()))


def _rows(slug: str, chosen: Selection, when: When) -> pl.DataFrame:
    question = ask(METRICS[slug], tables(), (), applied(slug, chosen.where(focused=True)), when)
    rows = _own(rows_behind(question, tables()))
    for table, column in AT_DATE.items():
        rows = _at_date(rows, table, column)
    known = [name for name in SHOWN if name in rows.collect_schema()]
    found = rows.select(known).collect().sort("numerator", known[0], descending=[True, False], nulls_last=True)
    return found.head(MOST).rename({name: SHOWN[name] for name in known})


def _own(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Keep the rows of children of the reader's own boroughs.

    A figure may count another borough's child, one who lives here for instance: the child's code says whose it is.
    """
    known = rows.collect_schema()
    if "child" not in known:
        return rows.with_columns(child=pl.lit(None, pl.String)).clear()
    named = rows if "cohort" in known else rows.filter(pl.col("child").is_not_null())
    mine = scope().boroughs
    if mine is None:
        return named
    codes = [f"{each.code}-" for each in map(authority, mine) if each]
    of_mine = [pl.col("child").str.starts_with(code) for code in codes]
    return named.filter(pl.col("borough").is_in(mine), pl.any_horizontal(pl.col("child").is_null(), *of_mine))


def _at_date(rows: pl.LazyFrame, table: str, column: str) -> pl.LazyFrame:
    """Add what was in force for the child on the row's date, where the row does not say so itself."""
    known = rows.collect_schema()
    if column in known or "date" not in known:
        return rows
    from_table = tables()[table].select(*CHILD, column, _from="started", _to="ended").sort("_from")
    joined = rows.sort("date").join_asof(
        from_table, left_on="date", right_on="_from", by=CHILD, strategy="backward", check_sortedness=False
    )
    is_over = (pl.col("_to") <= pl.col("date")).fill_null(value=False)
    return joined.with_columns(pl.when(~is_over).then(column).alias(column)).drop("_from", "_to")
