"""The little CSS that Streamlit's theme cannot say: the page's width, chips, cards, quiet rows, what has the focus."""

from typing import Final

import streamlit as st

from dashboard.charts.palette import DARK, LIGHT
from dashboard.data.downloads import may_take
from dashboard.panels.reader_style import mode

RULES: Final = """
.stMainBlockContainer{max-width:1280px}
.st-key-chips button{padding:.1rem .6rem;min-height:2rem;border-radius:1rem;font-size:.875rem}
[class*="st-key-quiet"] button{font-size:.875rem;padding:.1rem .5rem;min-height:2rem}
[class*="st-key-panel"] h2{line-height:1.3;padding:.25rem 0 .1rem}
[class*="st-key-panel"] [data-testid="stCaptionContainer"] p{font-size:.875rem;line-height:1.35}
[class*="st-key-card"] p{line-height:1.3}
.pcd-value{font-size:1.75rem;font-weight:600;line-height:1.15}
.pcd-figure{display:flex;justify-content:space-between;align-items:flex-end;gap:.5rem;padding-bottom:.25rem}
.pcd-line{margin:.15rem 0 0;font-size:.875rem;line-height:1.3}
[class*="st-key-card"] [data-testid="stPageLink"] p{font-weight:600;text-decoration:underline}
.st-key-changes [data-testid="stPageLink"] strong{text-decoration:underline}
.st-key-changes [data-testid="stPageLink"] p{line-height:1.35}
[class*="st-key-card"] [data-testid="stPageLink"] a,.st-key-changes [data-testid="stPageLink"] a{padding-left:0}
[data-testid="stPageLink"] a *{white-space:normal;overflow:visible;text-overflow:clip}
@media (max-width:640px){.stMainBlockContainer{padding-left:1rem;padding-right:1rem}}
@media print{[data-testid="stSidebar"],[class*="st-key-quiet"]{display:none}}
@media (prefers-reduced-motion:reduce){*,::before,::after{animation-duration:1ms!important;
animation-iteration-count:1!important;transition-duration:1ms!important;scroll-behavior:auto!important}}
"""

QUIET: Final = "[data-testid='stCaptionContainer']"

CLEAR: Final = f"""
{QUIET}{{color:inherit;opacity:.75}}{QUIET} *{{color:inherit;opacity:1}}
[kind^="primary"]:not(:disabled) *{{color:light-dark({LIGHT.background},{DARK.background})}}
.stMultiSelect span[title],.stMultiSelect span[title]~*{{color:light-dark({LIGHT.background},{DARK.background})}}
[kind="tertiary"]:is(:hover,:focus,:active,[aria-expanded="true"]) *{{color:light-dark({LIGHT.focus},{DARK.focus})}}
[kind] kbd{{color:inherit;opacity:1}}
"""
"""Words clear enough to read: captions, the main button's, those on what is picked of several, a quiet button's while
it is used, keys named on one."""

FOCUS: Final = f"""
:is(a,button,summary,input,textarea,main,[tabindex]):focus-visible,[role="group"][data-focus-visible],
label:has(input:focus-visible){{outline:3px solid light-dark({LIGHT.focus},{DARK.focus})!important;outline-offset:1px}}
[role="group"][data-focus-visible] input,label input:focus-visible{{outline:none!important}}
main:focus-visible{{outline-offset:-3px}}
[data-testid="stElementToolbar"]:focus-within{{opacity:1;z-index:10}}
"""
"""A ring round what has the focus, for those who go by keyboard; tools shown under the pointer show for them too."""

NO_MENUS = ".vega-embed details,[data-testid=stElementToolbar]{display:none!important}"
"""Nothing to take from a chart or a table where nothing may be taken."""


def style() -> None:
    """Put the rules on the page. What opens over the page is told the mode; the page itself knows it."""
    st.html(f"<style>:root{{color-scheme:{mode()}}}{RULES}{CLEAR}{FOCUS}</style>")


def without_menus() -> None:
    """Take the menus from charts and tables where nothing may be taken away."""
    if not may_take():
        st.html(f"<style>{NO_MENUS}</style>")
