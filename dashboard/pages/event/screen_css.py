"""How a screen looks: the whole window, large type, nothing but the figure."""

from typing import Final

import streamlit as st

from dashboard.charts.palette import palette
from dashboard.panels.reader_style import mode

FULL: Final = """
[data-testid="stHeader"],[data-testid="stSidebar"],[data-testid="stToolbar"],[data-testid="stExpandSidebarButton"]
{display:none}
.stMainBlockContainer{max-width:none;padding:1.1rem 2.5vw .6rem}
.stMainBlockContainer h1{font-size:clamp(1.75rem,3vw,4.5rem);line-height:1.15;padding:.3rem 0 .5rem}
.st-key-screen [data-testid="stCaptionContainer"] p{font-size:clamp(1rem,1.4vw,2rem);line-height:1.3}
.pcd-screen{display:block;width:100%;height:calc(100vh - 15.5rem);min-height:16rem;object-fit:contain;
object-position:left top}
.st-key-screen .pcd-matrix,.st-key-screen .pcd-ledger{font-size:clamp(1rem,1.45vw,2rem)}
.st-key-screen .pcd-matrix:has(tbody tr:nth-child(11)){font-size:clamp(.875rem,1.2vw,1.7rem);line-height:1.15}
.pcd-changes{font-size:clamp(1.25rem,2.1vw,3rem);line-height:1.35;margin:.5rem 0;padding-left:1.5rem}
.pcd-changes li{margin-bottom:.6rem}
.st-key-more{display:none}
.st-key-foot{position:fixed;right:2.5vw;bottom:.5rem;width:auto!important}
.st-key-foot p{font-size:clamp(.9375rem,1.15vw,1.5rem)}
.pcd-board .pcd-value{font-size:clamp(1.75rem,3.6vw,5.5rem)}
.pcd-board .pcd-line,.pcd-board .pcd-name{font-size:clamp(1rem,1.5vw,2.25rem)}
.pcd-board .pcd-figure{display:block;padding:0}.pcd-board img{width:80%}
.pcd-board{display:grid;grid-template-columns:repeat(4,1fr);gap:1.5rem 1.5rem;margin-top:1rem}
.pcd-board>div{border-top:2px solid;padding-top:.4rem}
.pcd-name{font-weight:600;line-height:1.2;min-height:2.4em;margin:0}
.pcd-heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
"""


def full() -> None:
    """Give the figure the whole window."""
    colours = palette(mode())
    banner = (
        f".pcd-banner{{display:flex;justify-content:space-between;gap:1rem;margin:0;padding:.25rem .75rem;"
        f"background:{colours.surface};color:{colours.text};border-left:6px solid {colours.benchmark};"
        "font-size:clamp(.9375rem,1.15vw,1.5rem)}"
    )
    st.html(f"<style>{FULL}{banner}</style>")
