"""For how long an amount is paid: what a column, a cell or a heading says, and what it comes to a week."""

from itertools import product
from typing import Final

import polars as pl

from loaders import findings, kinds

DAYS_IN_WEEK: Final = 7
MONTHS_IN_YEAR: Final = 12
DAYS_IN_YEAR: Final = 365
"""In leap years too, as the published unit costs divide a year's spend (Local Authority Interactive Tool, LACFinance:
outturn / 365 x 7); the unit costs of the dashboard use the same."""

BY_YEAR: Final = ("month", "year")
"""Bases of which a year costs the same however many days it has: a day of a return year of 366 costs a little less."""

A_WEEK: Final = {
    "week": 1.0,
    "day": float(DAYS_IN_WEEK),
    "night": float(DAYS_IN_WEEK),
    "four weeks": 1 / 4,
    "month": MONTHS_IN_YEAR / DAYS_IN_YEAR * DAYS_IN_WEEK,
    "year": DAYS_IN_WEEK / DAYS_IN_YEAR,
}
"""What one pound of each basis comes to a week."""

HOW_OFTEN: Final = {
    "week": ("weekly",),
    "day": ("daily",),
    "night": ("nightly",),
    "four weeks": ("four-weekly", "4-weekly"),
    "month": ("monthly",),
    "year": ("annual", "yearly", "annualised", "annually"),
}
PER: Final = {
    "week": ("per week", "a week", "pw"),
    "day": ("per day", "a day", "pd"),
    "night": ("per night", "a night", "pn"),
    "four weeks": ("per four weeks", "per 4 weeks"),
    "month": ("per month", "a month", "per calendar month", "pcm", "pm"),
    "year": ("per year", "a year", "per annum", "pa"),
}
LETTERS: Final = {"W": "week", "D": "day", "N": "night", "F": "four weeks", "M": "month", "Y": "year", "A": "year"}

_SPELT: Final = {word: basis for words in (HOW_OFTEN, PER) for basis in words for word in words[basis]}
BASIS: Final = kinds.listed(
    list(A_WEEK), also={**LETTERS, **_SPELT, "4 weeks": "four weeks", "calendar month": "month", "annum": "year"}
)

WHAT: Final = ("cost", "price", "rate", "fee", "charge")


def _headings() -> dict[str, str]:
    """Every heading of an amount that says for how long it is paid, those of a week first."""
    said: dict[str, str] = {}
    for basis in A_WEEK:
        for total, what in product(("Total ", ""), WHAT):
            said |= dict.fromkeys((f"{total}{often} {what}" for often in HOW_OFTEN[basis]), basis)
            said |= dict.fromkeys((f"{total}{what} {per}" for per in PER[basis]), basis)
    return said


HEADINGS: Final = _headings()
"""Headings of the total and the basis that each tells: "Annual cost", "Cost per night"."""

SILENT: Final = ("Total cost", "Placement cost", "Cost", "Price", "Fee")
"""Headings of the total that leave the basis to the column for it."""


def a_week() -> pl.Expr:
    """Give what one pound of a row comes to a week; null where the basis is not said."""
    return pl.col("basis").replace_strict(A_WEEK, default=None, return_dtype=pl.Float64)


def converted(rows: pl.DataFrame) -> list[findings.Found]:
    """Say how many amounts of each basis were turned into amounts a week. Columns: basis."""
    by = rows.filter(pl.col("basis") != "week").group_by("basis").len()
    if by.is_empty():
        return []
    told = ", ".join(f"{rows:,} by the {basis}" for basis, rows in sorted(by.iter_rows()))
    message = (
        f"Amounts were turned into amounts a week: {told}. A year is taken as {DAYS_IN_YEAR} days; what is paid by the "
        "month or year comes to as much in a leap year."
    )
    return [findings.about_file("turned-into-weeks", "info", message, "Amount is")]
