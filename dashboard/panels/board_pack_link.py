"""The way from a page to a board pack of what is chosen there."""

from dashboard.data.downloads import may_take
from dashboard.panels.links import link
from dashboard.panels.page_part import part


@part("The way to a board pack")
def board_pack_link() -> None:
    """Draw the link; none where no files are given."""
    if may_take():
        link("Board pack", "Make a board pack of these choices", tip="PDF, PowerPoint or Excel")
