"""The filters in the sidebar; where they cannot be drawn, the page that is open stands without them."""

from dashboard.filters.sidebar import sidebar
from dashboard.panels.page_part import part


@part("The filters")
def filters() -> None:
    """Draw the filters."""
    sidebar()
