"""The pack as a file: its format, and the button that makes it and takes it away."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from dashboard.auth.current_user import scope
from dashboard.data.downloads import taken
from dashboard.exports.pack.model import RELEASES
from dashboard.exports.pack.plan import Plans
from dashboard.exports.pack.settings import Settings
from dashboard.exports.pack.write import KINDS, filename, written
from dashboard.filters.parameters import PACK_FORMAT
from dashboard.markdown import plain
from dashboard.panels.page_part import part

ABOUT: Final = {
    "PDF": "A4, tagged for screen readers, and clear in black and white.",
    "PowerPoint": "A slide a finding: charts that can be edited, and notes to speak from.",
    "Excel": "A tidy table a sheet, after a cover that explains marks and sources.",
}


@part("The pack")
def offer(settings: Settings, plans: Plans) -> None:
    """Ask for the format, and offer the file."""
    kinds = list(PACK_FORMAT.own_options)
    words = st.segmented_control(
        plain(PACK_FORMAT.label), kinds, default=kinds[0], key=PACK_FORMAT.key, bind="query-params", required=True
    )
    kind = str(words)
    st.caption(plain(f"{ABOUT[kind]} {RELEASES[scope().release]}"))
    ending = PACK_FORMAT.meaning(kind)
    download(
        f"Make the {kind}",
        lambda: written(settings, plans, ending),
        filename(settings, ending),
        "pack-make",
        is_main=True,
    )


def download(label: str, make: Callable[[], bytes], name: str, key: str, *, is_main: bool = False) -> None:
    """Draw the button that makes a pack when it is pressed: nothing is made before."""
    st.download_button(
        plain(label),
        taken(name, make),
        name,
        KINDS[name.rpartition(".")[2]],
        key=key,
        type="primary" if is_main else "secondary",
        on_click="ignore",
        help="Takes a second or two; the first after new data some ten",
    )
