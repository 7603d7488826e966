"""A page as a value: what navigation, events, packs, documents and tests know of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.figure import Ask, Part
from dashboard.filters.selection import Selection


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page: its address, title, question, and section of the menu.

    `figures` gives its parts for what the reader chose, asking the page's own questions; `draw` draws a page that is
    more than figures, in their place. `is_in_events`: its figures may be shown to a room. `after` draws what stands
    under the figures on screen alone.
    """

    slug: str
    title: str
    question: str
    section: str = ""
    figures: Callable[[Selection, Ask], Sequence[Part]] | None = None
    draw: Callable[[], None] | None = None
    after: Callable[[], None] | None = None
    is_in_events: bool = False
