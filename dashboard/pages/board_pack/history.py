"""The packs that were made, and any of them made again while its data version stands."""

from typing import Any, Final

import streamlit as st

from dashboard.auth.current_user import scope
from dashboard.charts.chart_style import CONSORTIUM, Look
from dashboard.charts.record_list import Item, listing
from dashboard.data import data_source
from dashboard.exports.pack import history as pack_history
from dashboard.exports.pack.plan import Plans
from dashboard.exports.pack.settings import PackError, again
from dashboard.exports.pack.write import filename, written
from dashboard.markdown import plain
from dashboard.pages.board_pack.download import download
from dashboard.panels.page_part import part
from dashboard.panels.reader_style import mode
from store.packs import Pack

MOST: Final = 50
TOLD: Final = 12
"""Letters of a fingerprint that tell one file from another."""


@part("Packs made")
def made(plans: Plans) -> None:
    """List the packs that the reader made; administrators see everybody's."""
    st.header("Packs made", anchor=False)
    found = pack_history.made()[:MOST]
    if not found:
        st.caption(
            "None yet. Each pack is listed here with its data version, so that it can be made again to the byte."
        )
        return
    st.caption("The same data version and choices give the same file to the byte: its fingerprint says so.")
    rows = [_row(pack) for pack in found]
    st.html(listing(["Made", "About", "File"], rows, Look(mode()), caption="Packs made"))
    _again([pack for pack in found if _can_be(pack)], plans)


def _row(pack: Pack) -> list[Item]:
    return [
        Item(f"{pack.at:%-d %b %Y, %H:%M}" if pack.at else "", under=pack.who),
        Item(_about(pack.settings), under=f"{pack.release} release"),
        Item(pack.filename, under=f"data version {pack.version}, fingerprint {pack.sha256[:TOLD]}"),
    ]


def _about(settings: Any) -> str:
    """Say of whom and when a pack is, and how many themes it has."""
    themes, (year, number, _) = settings["themes"], settings["end"].split("-")
    count = f"{len(themes)} theme{'s' if len(themes) != 1 else ''}"
    return f"{settings['focus'] or CONSORTIUM}, to {year}-{number}, {count}"


def _can_be(pack: Pack) -> bool:
    return (pack.version, pack.release) == (data_source.version(), scope().release.value)


def _again(found: list[Pack], plans: Plans) -> None:
    """Offer to make again what stands on the present data, in the release that is shown."""
    if not found:
        return
    names = {f"{pack.number}: {pack.filename}, {_about(pack.settings)}": pack for pack in found}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        picked = names[str(st.selectbox("Make one again", list(names), key="again"))]
        try:
            settings = again(picked.settings)
            name = filename(settings, picked.format)
            download("Make it again", lambda: written(settings, plans, picked.format), name, "pack-again")
        except PackError as problem:
            st.caption(plain(problem))
