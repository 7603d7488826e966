"""What a pack is asked to hold, as a value that can be kept and asked again."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import parse_qs

from dashboard.auth.current_user import scope
from dashboard.charts.chart_style import BENCHMARKS, NEIGHBOURS, REST
from dashboard.charts.number_format import month
from dashboard.data import benchmarks, data_source, loaded
from dashboard.filters.fields import FOCUS, SINCE, UNTIL
from dashboard.filters.parameters import PACK_ROWS, PACK_THEMES, THEMES
from dashboard.filters.publishable import whole_months
from dashboard.filters.selection import Selection, kept_of, known, month_ends
from metrics import Release, Theme, When


class PackError(ValueError):
    """A pack cannot be made as asked, in words that the person can act on."""


@dataclass(frozen=True)
class Settings:
    """Themes in their order, the boroughs that tables and bars show, the choices of the page, and who makes it."""

    themes: tuple[Theme, ...]
    boroughs: tuple[str, ...]
    chosen: Selection
    by: str = ""


def settings_of(chosen: Selection, themes: Sequence[str], boroughs: Sequence[str], by: str) -> Settings:
    """Give the settings of a pack from what was chosen, with every benchmark that there is for it.

    Raises:
        PackError: nothing was chosen, the release gives no packs, or the name of who makes it cannot be written.
    """
    if scope().release is Release.EVENT:
        raise PackError("The event release gives no files. Choose the board release.")
    named = known(tuple(boroughs), chosen.boroughs) or chosen.boroughs
    picked = tuple(theme for theme in THEMES if theme in themes)
    if not picked:
        raise PackError(f"Choose at least one theme of {', '.join(THEMES)}.")
    others = (REST,) if chosen.focus else named
    asked = tuple(name for name in BENCHMARKS if name in benchmarks.offered() and (chosen.focus or name != NEIGHBOURS))
    refuse_unprintable(by)
    about = Selection(chosen.boroughs, chosen.start, chosen.end, chosen.first, chosen.focus, others, asked, chosen.kept)
    return Settings(picked, named, about, by)


def refuse_unprintable(by: str) -> None:
    """Refuse a name with marks that no page shows: line ends, control characters, halves of letters.

    Raises:
        PackError: says which letter of the name it is.
    """
    at = next((at for at, letter in enumerate(by, start=1) if not letter.isprintable()), None)
    if at is not None:
        raise PackError(f"Letter {at} of the name of who makes the pack cannot be printed. Write the name without it.")


def selection(focus: str | None, start: date, end: date, kept: Sequence[tuple[str, tuple[str, ...]]] = ()) -> Selection:
    """Give the choices of somebody without a page."""
    return Selection(loaded.boroughs(), start, end, loaded.first_day(), focus, kept=tuple(kept))


def as_record(settings: Settings) -> dict[str, Any]:
    """Write settings down, to be kept beside the pack."""
    chosen = settings.chosen
    return {
        "themes": list(settings.themes),
        "boroughs": list(settings.boroughs),
        "focus": chosen.focus,
        "start": chosen.start.isoformat(),
        "end": chosen.end.isoformat(),
        "filters": {key: list(words) for key, words in chosen.kept},
        "by": settings.by,
    }


def again(record: Mapping[str, Any]) -> Settings:
    """Read settings that were written down; a borough that is not the reader's any more is left aside."""
    focus = next(iter(known((record["focus"],), loaded.boroughs())), None)
    filters = [(key, tuple(words)) for key, words in record["filters"].items()]
    start, end = (date.fromisoformat(record[end]) for end in ("start", "end"))
    return settings_of(selection(focus, start, end, filters), record["themes"], record["boroughs"], record["by"])


def of_view(query: str, by: str) -> Settings:
    """Give the settings that a saved view asks for: its borough, months and filters; on this page also its themes.

    What it does not say is as usual; what the release does not answer is left aside.
    """
    asked = {key: list(values) for key, values in parse_qs(query).items()}
    focus = next(iter(known(asked.get(FOCUS, []), loaded.boroughs())), None)
    filters = kept_of(asked, loaded.providers()) if scope().release is Release.WORKING else ()
    since, until = (next(iter(asked.get(key, [])), "") for key in (SINCE, UNTIL))
    is_span = since and until and scope().release is Release.WORKING
    span = period(f"{since} to {until}" if is_span else until)
    themes = [theme for theme in THEMES if theme.heading in asked.get(PACK_THEMES.key, [])]
    return settings_of(selection(focus, *span, filters), themes or THEMES, asked.get(PACK_ROWS.key, []), by)


def period(words: str) -> tuple[date, date]:
    """Read a period: `Sep 2026` (the twelve months to it), `Apr 2026 to Sep 2026`, or nothing (the latest twelve).

    Raises:
        PackError: a month that the data do not hold, or a span that the release does not answer.
    """
    last = data_source.data_date()
    months = {month(day): day for day in month_ends(loaded.first_day(), last)}
    ends = months if scope().release is Release.WORKING else whole_months(months, last)
    first, _, until = (part.strip() for part in re.split(r"(\bto\b)", words)) if " to " in words else ("", "", words)
    end = min(_month(until.strip() or next(reversed(ends)), ends), last)
    if not first:
        return max(When.year_to(end).start, loaded.first_day()), end
    if scope().release is not Release.WORKING:
        raise PackError(
            f"In this release figures are of twelve months: give the last one alone, as in {until.strip()}."
        )
    start = _month(first, months).replace(day=1)
    if start > end:
        raise PackError(f"The period ends before it begins: {words}.")
    return start, end


def _month(words: str, months: Mapping[str, date]) -> date:
    if words not in months:
        held = list(months)
        span = f"{held[0]} to {held[-1]}"
        raise PackError(f"There is no whole month {words} in the data. They hold {span}; write a month so.")
    return months[words]
