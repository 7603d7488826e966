"""The eight headline measures: value, period, comparison in words, and thirteen small months."""

from collections.abc import Sequence

from dashboard.data import benchmarks, headlines
from dashboard.data.comparisons import Estimate
from dashboard.data.figures import left_out
from dashboard.data.headlines import HEADLINES, Headline
from dashboard.data.known_prices import known
from dashboard.faults import in_words, quietly, tried_each
from dashboard.figure import Board, Card, figure_part
from dashboard.filters.fields import BY_COLUMN
from dashboard.filters.selection import Selection
from dashboard.insights import known_prices
from dashboard.insights.benchmarks import compared
from dashboard.insights.changes import NUMBERS
from dashboard.insights.headline import SMALL_MONTHS, beside, period, rate, shape
from dashboard.insights.local_and_published import sources
from dashboard.insights.missing_files import lack_of
from dashboard.insights.position import ARROWS
from dashboard.insights.wording import said
from metrics import Unit
from metrics.shorthand import NOT_AVAILABLE


@figure_part("The headline measures", is_wide=True)
def headline_board(selection: Selection) -> Board:
    """Give a card a measure."""
    named = {headline: headline.metric.title for headline in HEADLINES}
    cards, faults = tried_each(named, lambda headline: _card(headline, selection))
    by_name = {fault.name: fault for fault in faults}
    judges = [headline.judge.slug for headline in HEADLINES]
    return Board(
        cards=[cards.get(headline) or by_name[named[headline]] for headline in HEADLINES],
        title=f"{selection.name} in {NUMBERS[len(HEADLINES)]} measures",
        caption="Each beside its comparison, with its last thirteen months.",
        note=in_words("Where benchmarks are published", lambda: sources(judges, selection)),
    )


def _card(headline: Headline, selection: Selection) -> Card:
    card, mine = headline.metric, headlines.now(headline.slug, selection)
    run = headlines.months(headline.slug, selection)[-SMALL_MONTHS:]
    lack = lack_of(headline.slug, selection) if mine.mark == NOT_AVAILABLE else ""
    return Card(
        metric=card,
        value=said(card, mine),
        months=[figure.value for _, figure in run],
        shape=shape(card, run),
        about=_about(headline, mine, selection),
        compared=(lack, "about") if lack else _compared(headline, selection),
        opens=(headline.page, headline.chooses),
        selection=selection,
        published=[] if lack else _published(headline, selection),
    )


def _about(headline: Headline, mine: Estimate, selection: Selection) -> str:
    """The unit, the period, n, for how many the price is known, and the filters that the measure cannot take."""
    card = headline.metric
    counts = card.unit is Unit.CHILDREN or mine.n is None
    n = "" if counts else f"n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}{mine.n:,.0f}"
    names = [BY_COLUMN[name].label.lower() for name in left_out(card.slug, selection.where()) if name in BY_COLUMN]
    unfiltered = f"not filtered by {', '.join(names)}" if names else ""
    when = period(card, selection.when)
    parts = (_unit(headline, selection), when[:1].upper() + when[1:], n, _priced(headline, selection), unfiltered)
    return " · ".join(part for part in parts if part)


def _unit(headline: Headline, selection: Selection) -> str:
    """What the number is: pounds a week, or children, with their rate."""
    if headline.judge.unit is Unit.POUNDS_A_WEEK:
        return "A week"
    return in_words(headline.judge.title, lambda: rate(headline, selection))


def _priced(headline: Headline, selection: Selection) -> str:
    if headline.page != "Cost":
        return ""
    return in_words("Known prices", lambda: known_prices.known(known(selection)))


def _compared(headline: Headline, selection: Selection) -> tuple[str, str]:
    """The comparison, on the measure that allows for size where the headline does not, and its verdict."""

    def line() -> tuple[str, str]:
        found = beside(headline, selection)
        return f"{ARROWS[found.way]} {found.line}", found.word

    return quietly("A comparison", line, ("", "about"))


def _published(headline: Headline, selection: Selection) -> Sequence[tuple[str, str]]:
    """What was published of the benchmarks chosen, beside the focus's own figure of the same date."""
    judge = headline.judge
    found = benchmarks.beside(judge.slug, selection) if selection.benchmarks else None
    return compared(judge, selection.benchmarks, found)
