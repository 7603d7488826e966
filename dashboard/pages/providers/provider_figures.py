"""The figures of one provider or a few: beside the market, between boroughs, over time, and the need it serves."""

from collections.abc import Iterator, Sequence

from dashboard.charts.bars import bars
from dashboard.charts.number_format import day
from dashboard.charts.side_by_side import beside
from dashboard.charts.small_multiples import multiples
from dashboard.data.comparisons import trend_of
from dashboard.data.figures import metric
from dashboard.figure import Figure, Sheet, figure_part
from dashboard.filters.fields import FOCUS
from dashboard.filters.selection import Selection
from dashboard.insights.description import described
from dashboard.insights.numbers import Entry, numbers
from dashboard.insights.sentences import over_time
from dashboard.pages.providers import insights, provider_data
from dashboard.pages.providers.offers import MEASURES, Offer


@figure_part("Figures of providers", is_wide=True)
def providers_sheet(offers: Sequence[Offer], selection: Selection, title: str) -> Sheet:
    """Give the figures of some providers as a table, a column each; of one alone with the market beside it."""
    register = provider_data.ofsted(), provider_data.inspected()
    about = f"Main type of care, at {day(selection.end)} or in the period to it. Market: every provider of the type."
    is_alone = len(offers) == 1
    return Sheet(
        metrics=[metric(slug) for slug in MEASURES],
        lines=insights.alone(offers[0]) if is_alone else insights.lines(offers, *register),
        columns=["Provider", "Market", "To the market"] if is_alone else [offer.provider for offer in offers],
        selection=selection,
        title=title,
        caption=f"{insights.facts(offers[0], *register)} {about}" if is_alone else about,
        corner="Measure",
        data=numbers(_entries(offers), "measure"),
    )


def _entries(offers: Sequence[Offer]) -> Iterator[Entry]:
    for offer in offers:
        for slug in MEASURES:
            yield Entry(metric(slug).title, offer.provider, metric(slug), offer.own[slug])
            if slug not in insights.OWN_ONLY:
                yield Entry(metric(slug).title, f"{offer.provider}: market", metric(slug), offer.market[slug])


@figure_part("Prices over time")
def prices_figure(name: str, care: str, mine: Selection, note: str) -> Figure:
    """Give the weekly cost by borough over time."""
    cost = metric("weekly_cost")
    return described(
        Figure(
            metric=cost,
            rows=provider_data.prices(name, care, mine),
            chart=multiples,
            selection=mine,
            title=over_time(cost, mine.name, trend_of(cost.slug, mine)),
            note=f"{care}, by borough. {note}",
        )
    )


@figure_part("Prices between boroughs")
def between_figure(name: str, care: str, mine: Selection, note: str) -> Figure:
    """Give what each borough pays beyond what need explains."""
    rows = provider_data.between(name, care, mine)
    return described(
        Figure(
            metric=metric("unexplained_cost"),
            rows=rows,
            chart=bars,
            selection=mine,
            title=insights.between(rows),
            note=note,
            click=FOCUS,
        )
    )


@figure_part("The need it serves")
def served_figure(name: str, care: str, selection: Selection, mine: Selection) -> Figure:
    """Give the need of the children it cares for beside the market's."""
    rows = provider_data.needs(name, care, selection)
    title = insights.needs(rows, name)
    return described(Figure(metric=metric("need_score_mean"), rows=rows, chart=beside, selection=mine, title=title))
