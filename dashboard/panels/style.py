"""The little CSS that Streamlit's theme cannot say: the page's width, chips, cards, quiet rows."""

import streamlit as st

from dashboard.charts.palette import palette
from dashboard.panels.look import mode

RULES = """
.stMainBlockContainer{max-width:1280px}
.st-key-chips button{padding:.1rem .6rem;min-height:2rem;border-radius:1rem;font-size:.875rem}
[class*="st-key-quiet"] button{font-size:.875rem;padding:.1rem .5rem;min-height:2rem}
[class*="st-key-panel"] h3{line-height:1.3;padding:.25rem 0 .1rem}
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
"""


def style() -> None:
    """Put the rules on the page, with captions and the main button's words clear enough to read."""
    captions, colours = '[data-testid="stCaptionContainer"]', palette(mode())
    rules = [
        f"{captions},{captions} *{{color:{colours.muted};opacity:1}}",
        f'[data-testid="stBaseButton-primary"]:not(:disabled) *{{color:{colours.background}}}',
    ]
    st.html(f"<style>{RULES}{''.join(rules)}</style>")
