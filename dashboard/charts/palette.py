"""Colours by the job they do, for a light and a dark page.

The light set is the Department for Education's chart palette with a darker grey and a lilac in the categories, so
that every pair stays apart for readers who do not see red, green or blue (tests/dashboard/charts/test_palette.py).
"""

from dataclasses import dataclass, replace
from typing import Final, Literal

Mode = Literal["light", "dark", "paper"]


@dataclass(frozen=True)
class Palette:
    """One role a line, as #RRGGBB. An ink is the role's colour for words, which need more contrast than shapes.

    `inks` are for words on the first shades of `sequential` and on the last: of black and white one can always be read.
    """

    background: str
    surface: str
    text: str
    muted: str
    grid: str
    focus: str
    others: str
    consortium: str
    benchmark: str
    benchmark_ink: str
    attention: str
    highlight: str
    highlight_ink: str
    categories: tuple[str, str, str, str]
    other: str
    sequential: tuple[str, ...]
    inks: tuple[str, str]


LIGHT: Final = Palette(
    background="#FFFFFF",
    surface="#F3F5F8",
    text="#14202B",
    muted="#4F5D6B",
    grid="#E1E6EB",
    focus="#12436D",
    others="#8B95A1",
    consortium="#333F4A",
    benchmark="#28A197",
    benchmark_ink="#1B6E67",
    attention="#801650",
    highlight="#F46A25",
    highlight_ink="#A8400C",
    categories=("#12436D", "#28A197", "#A285D1", "#F46A25"),
    other="#5B6670",
    sequential=("#E9F0F6", "#B5CBDF", "#7FA5C7", "#457CAA", "#12436D"),
    inks=("#000000", "#FFFFFF"),
)
DARK: Final = Palette(
    background="#11181F",
    surface="#1B252F",
    text="#EEF2F5",
    muted="#B3BFCA",
    grid="#2C3843",
    focus="#7DB9EC",
    others="#75828F",
    consortium="#D5DCE3",
    benchmark="#5FD6C6",
    benchmark_ink="#5FD6C6",
    attention="#E58BBF",
    highlight="#FFA05C",
    highlight_ink="#FFA05C",
    categories=("#7DB9EC", "#5FD6C6", "#D65FA5", "#FFA05C"),
    other="#5F6B77",
    sequential=("#1E2D3B", "#2C4A66", "#3F6E98", "#5C95C6", "#8CC4F2"),
    inks=("#FFFFFF", "#000000"),
)


PAPER: Final = replace(
    LIGHT,
    highlight="#A8400C",
    categories=("#12436D", "#28A197", "#7650AD", "#F9A26C"),
    other="#3F4A54",
)
"""The light set with neighbours in a stack apart in black and white too."""

PALETTES: Final = {"light": LIGHT, "dark": DARK, "paper": PAPER}


def palette(mode: Mode) -> Palette:
    """Give the colours of a light or a dark page, or of paper."""
    return PALETTES[mode]
