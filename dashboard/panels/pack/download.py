"""The pack as a file: its format, and the button that makes it and takes it away."""

from typing import Final

import streamlit as st

from dashboard.auth.current_user import scope
from dashboard.data.downloads import taken
from dashboard.exports.pack.model import RELEASES
from dashboard.exports.pack.settings import FORMAT_KEY, Settings
from dashboard.exports.pack.write import KINDS, filename, written
from dashboard.markdown import plain
from dashboard.panels.page_part import part

FORMATS: Final = {"PDF": "pdf", "PowerPoint": "pptx", "Excel": "xlsx"}

ABOUT: Final = {
    "PDF": "A4, tagged for screen readers, and clear in black and white.",
    "PowerPoint": "A slide a finding: charts that can be edited, and notes to speak from.",
    "Excel": "A tidy table a sheet, after a cover that explains marks and sources.",
}


@part("The pack")
def offer(settings: Settings) -> None:
    """Ask for the format, and offer the file."""
    words = st.segmented_control(
        "Format", list(FORMATS), default="PDF", key=FORMAT_KEY, bind="query-params", required=True
    )
    kind = str(words)
    st.caption(plain(f"{ABOUT[kind]} {RELEASES[scope().release]}"))
    download(f"Make the {kind}", settings, FORMATS[kind], "pack-make", is_main=True)


def download(label: str, settings: Settings, ending: str, key: str, *, is_main: bool = False) -> None:
    """Draw the button that makes a pack when it is pressed: nothing is made before."""
    name = filename(settings, ending)
    st.download_button(
        plain(label),
        taken(name, lambda: written(settings, ending)),
        name,
        KINDS[ending],
        key=key,
        type="primary" if is_main else "secondary",
        on_click="ignore",
        help="Takes a second or two; the first after new data some ten",
    )
