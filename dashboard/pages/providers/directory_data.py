"""The table of providers: numbers that sort, and the same in words with their marks."""

from collections.abc import Callable, Sequence
from typing import Final

import polars as pl

from dashboard.charts.number_format import written
from dashboard.data.comparisons import Estimate
from dashboard.pages.providers.offers import Offer
from dashboard.pages.providers.provider_data import inspected, ofsted
from metrics import METRICS

HEADINGS: Final = {
    "Children": ("own", "children_looked_after"),
    "£ a week": ("own", "weekly_cost"),
    "Market £": ("market", "weekly_cost"),
    "Over need £": ("own", "unexplained_cost"),
    "Need": ("own", "weighted_need"),
    "Market need": ("market", "weighted_need"),
    "Miles": ("own", "distance_median"),
    "3+ moves %": ("own", "three_or_more_placements"),
    "Missing %": ("own", "missing_share"),
}
"""Each column of figures: whose, and of what."""


def numbers(offers: Sequence[Offer]) -> pl.DataFrame:
    """Give one row a provider and type of care, with numbers as numbers; null where hidden or not applicable."""
    return _frame(offers, lambda figure, _: figure.value, pl.Float64)


def sortable(offers: Sequence[Offer]) -> pl.DataFrame:
    """Give the numbers; where several marks stand in place of hidden ones, those columns as text that sorts alike."""
    exact, told = numbers(offers), words(offers)
    if len(marks(offers)) < 2:
        return exact
    hidden = [name for name in ("Boroughs", *HEADINGS) if exact[name].null_count()]
    wide = [pl.col(name).str.pad_start(max(map(len, told[name]), default=0)) for name in hidden]
    return exact.with_columns(told.select(wide).get_columns())


def words(offers: Sequence[Offer]) -> pl.DataFrame:
    """Give the same as text, each figure with its mark."""
    told = _frame(offers, lambda figure, slug: written(figure.value, METRICS[slug].unit, figure.mark), pl.String)
    buyers = pl.Series("Boroughs", [offer.buyers for offer in offers], dtype=pl.String)
    return told.with_columns(buyers, pl.col("Inspected").dt.strftime("%d %B %Y").fill_null(""))


def file(offers: Sequence[Offer]) -> pl.DataFrame:
    """Give the numbers, with the mark of each hidden one in a column of its own."""
    exact, told = numbers(offers), words(offers)
    hidden = [name for name in HEADINGS if exact[name].null_count()]
    marked = [pl.when(exact[name].is_null()).then(told[name]).alias(f"{name}, mark") for name in hidden]
    return exact.with_columns(pl.Series("Boroughs", [offer.boroughs for offer in offers], dtype=pl.Int64), *marked)


def _frame(
    offers: Sequence[Offer], told: Callable[[Estimate, str], object], dtype: type[pl.DataType] | pl.DataType
) -> pl.DataFrame:
    judged, seen = ofsted(), inspected()
    names = {
        "Provider": [offer.provider for offer in offers],
        "Care": [offer.care for offer in offers],
        "Boroughs": [offer.boroughs for offer in offers],
    }
    figures = [
        pl.Series(heading, [told(_figure(offer, whose, slug), slug) for offer in offers], dtype=dtype, strict=False)
        for heading, (whose, slug) in HEADINGS.items()
    ]
    ofsted_says = [judged.get(offer.provider, "Not on the register") for offer in offers]
    ends = [
        pl.Series("Ofsted", ofsted_says, dtype=pl.String),
        pl.Series("Inspected", [seen.get(offer.provider) for offer in offers], dtype=pl.Date),
    ]
    frame = pl.DataFrame(names, schema={"Provider": pl.String, "Care": pl.String, "Boroughs": pl.Int64})
    return frame.with_columns(*figures, *ends)


def _figure(offer: Offer, whose: str, slug: str) -> Estimate:
    return (offer.own if whose == "own" else offer.market)[slug]


def marks(offers: Sequence[Offer]) -> list[str]:
    """List the marks that stand in place of hidden numbers."""
    figures = [_figure(offer, whose, slug) for offer in offers for whose, slug in HEADINGS.values()]
    return sorted({figure.mark or "[x]" for figure in figures if figure.value is None})
