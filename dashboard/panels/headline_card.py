"""One headline figure: value, period, comparison in words, thirteen small months, variation in words."""

from html import escape

import streamlit as st

from dashboard.charts.sparkline import spark
from dashboard.data import benchmarks, headlines, left_out, spending
from dashboard.data.comparisons import Figure
from dashboard.data.headlines import Headline, Month
from dashboard.filters.fields import BY_COLUMN
from dashboard.filters.selection import Selection
from dashboard.insights.benchmarks import compared
from dashboard.insights.cost import known
from dashboard.insights.headline import SMALL_MONTHS, beside, period, rate, shape
from dashboard.insights.position import ARROWS
from dashboard.insights.sentences import said
from dashboard.panels.links import link
from dashboard.panels.missing_files import lack_of
from dashboard.panels.page_part import part, quietly, words
from dashboard.panels.reader_style import look_of
from metrics import Metric, Unit
from metrics.shorthand import NOT_AVAILABLE


def card(headline: Headline, chosen: Selection) -> None:
    """Draw a headline measure's card for the focus. Its title opens its page."""
    metric = headline.metric
    with (
        st.container(border=True, key=f"card-{headline.slug}", gap="xxsmall", height="stretch"),
        part("This figure"),
    ):
        link(headline.page, metric.title, tip=metric.definition.partition("\n\n")[0], **headline.chooses)
        run, mine = headlines.months(headline.slug, chosen), headlines.now(headline.slug, chosen)
        parts = [
            _figure(metric, mine, run[-SMALL_MONTHS:], chosen),
            _line(_about(headline, mine, chosen), "about"),
            *_beside(headline, mine, chosen),
        ]
        st.html("".join(parts))


def _figure(metric: Metric, mine: Figure, run: list[Month], chosen: Selection) -> str:
    values = [figure.value for _, figure in run]
    words = escape(shape(metric, run))
    image = f'<img src="{spark(values, look_of(metric, chosen))}" alt="{words}" title="{words}">'
    return f'<div class="pcd-figure"><div class="pcd-value">{escape(said(metric, mine))}</div>{image}</div>'


def _unit(headline: Headline, chosen: Selection) -> str:
    """What the number is: pounds a week, or children, with their rate."""
    if headline.judge.unit is Unit.POUNDS_A_WEEK:
        return "A week"
    return words(headline.judge.title, lambda: rate(headline, chosen))


def _about(headline: Headline, mine: Figure, chosen: Selection) -> str:
    """The unit, the period, n, for how many the price is known, and the filters that the measure cannot take."""
    metric = headline.metric
    counts = metric.unit is Unit.CHILDREN or mine.n is None
    n = "" if counts else f"n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}{mine.n:,.0f}"
    names = [BY_COLUMN[name].label.lower() for name in left_out(metric.slug, chosen.where()) if name in BY_COLUMN]
    unfiltered = f"not filtered by {', '.join(names)}" if names else ""
    priced = words("Known prices", lambda: known(spending.known(chosen))) if headline.page == "Cost" else ""
    when = period(metric, chosen.when)
    parts = (_unit(headline, chosen), when[:1].upper() + when[1:], n, priced, unfiltered)
    return " · ".join(part for part in parts if part)


def _beside(headline: Headline, mine: Figure, chosen: Selection) -> list[str]:
    """What the figure is held against; where there is none for want of a file, which file that is."""
    lack = lack_of(headline.slug, chosen) if mine.mark == NOT_AVAILABLE else ""
    if lack:
        return [_line(lack, "about")]
    held_against = quietly("A comparison", lambda: _compared(headline, chosen), "")
    return [held_against, *_published(headline, chosen)]


def _compared(headline: Headline, chosen: Selection) -> str:
    """The comparison, on the measure that allows for size where the headline does not."""
    found = beside(headline, chosen)
    return _line(f"{ARROWS[found.way]} {found.line}", found.word)


def _published(headline: Headline, chosen: Selection) -> list[str]:
    """What was published of the benchmarks chosen, beside the focus's own figure of the same date."""
    judge = headline.judge
    found = benchmarks.beside(judge.slug, chosen) if chosen.benchmarks else None
    return [_line(words, verdict) for words, verdict in compared(judge, chosen.benchmarks, found)]


def _line(words: str, verdict: str) -> str:
    return f'<p class="pcd-line pcd-is-{escape(verdict.replace(" ", "-"))}">{escape(words.strip())}</p>'
