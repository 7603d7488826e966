"""Every page there is: navigation, events, packs, documents and tests read it here."""

from typing import Final

from dashboard.page import Page
from dashboard.pages.board_pack import page as board_pack
from dashboard.pages.compare import page as compare
from dashboard.pages.cost import page as cost
from dashboard.pages.curve import page as curve
from dashboard.pages.data import page as data
from dashboard.pages.definitions import page as definitions
from dashboard.pages.event import page as event
from dashboard.pages.missing import page as missing
from dashboard.pages.needs import page as needs
from dashboard.pages.out_of_area import page as out_of_area
from dashboard.pages.overview import page as overview
from dashboard.pages.pack_plans import PACK_PLANS
from dashboard.pages.people import page as people
from dashboard.pages.placement_mix import page as placement_mix
from dashboard.pages.providers import page as providers

WITH_FIGURES: Final = (
    overview.PAGE,
    placement_mix.PAGE,
    out_of_area.PAGE,
    needs.PAGE,
    missing.PAGE,
    cost.PAGE,
    compare.PAGE,
)
"""The pages that are figures, in the order of an event."""

EVENT_PAGES: Final = tuple(page for page in WITH_FIGURES if page.is_in_events)
"""Those whose figures may be shown to a room: the page about providers names them, those about data show none."""

EVENT: Final = event.page(EVENT_PAGES)

PAGES: Final[tuple[Page, ...]] = (
    overview.PAGE,
    compare.PAGE,
    curve.PAGE,
    board_pack.page(PACK_PLANS),
    placement_mix.PAGE,
    out_of_area.PAGE,
    needs.PAGE,
    missing.PAGE,
    cost.PAGE,
    providers.PAGE,
    data.PAGE,
    definitions.PAGE,
    EVENT,
)
"""Every page in the order of the menu, whose sections are theirs; the first opens where the address names none."""

FOR_ADMINISTRATORS: Final = (people.PAGE,)
"""Pages that stand at the end of the menu for those who manage people."""
