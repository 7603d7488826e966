"""Colours that can be told apart and read: WCAG 2.2 AA, and readers who do not see red, green or blue."""

import tomllib
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from dashboard.charts.contrast import along, channels, contrast, turn
from dashboard.charts.palette import DARK, LIGHT, PAPER, Palette

CONFIG = tomllib.loads((Path(__file__).parents[3] / ".streamlit" / "config.toml").read_text())
BOTH = [pytest.param(LIGHT, "light", id="light"), pytest.param(DARK, "dark", id="dark")]

WORDS, SHAPES = 4.5, 3.0
"""The least contrast of words and of shapes (WCAG 2.2, 1.4.3 and 1.4.11)."""

APART = 12.0
"""The least distance in CIELAB between two categories; 2.3 can just be seen."""

GREYS = 1.8
"""The least contrast of two greys that touch, with a white line between them."""

# Machado, Oliveira and Fernandes (2009), severity 1, in linear RGB
SIGHT = {
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
    "all colours": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
}

Array = NDArray[np.float64]


@pytest.mark.parametrize(("colours", "mode"), BOTH)
@pytest.mark.parametrize(
    "role", ["text", "muted", "benchmark_ink", "attention", "highlight_ink", "focus", "consortium"]
)
@pytest.mark.parametrize("ground", ["background", "surface"])
def test_words_can_be_read(colours: Palette, mode: str, role: str, ground: str):
    assert contrast(getattr(colours, role), getattr(colours, ground)) >= WORDS


@pytest.mark.parametrize(("colours", "mode"), BOTH)
@pytest.mark.parametrize("role", ["focus", "others", "consortium", "benchmark", "attention", "highlight", "other"])
def test_shapes_can_be_seen(colours: Palette, mode: str, role: str):
    assert contrast(getattr(colours, role), colours.background) >= SHAPES


@pytest.mark.parametrize(("colours", "mode"), BOTH)
def test_categories_can_be_seen(colours: Palette, mode: str):
    assert min(contrast(colour, colours.background) for colour in colours.categories) >= SHAPES


def test_neighbours_in_a_stack_are_apart_in_black_and_white():
    stack = [*PAPER.categories, PAPER.other]
    assert min(contrast(one, other) for one, other in pairwise(stack)) >= GREYS


@pytest.mark.parametrize(("colours", "mode"), BOTH)
@pytest.mark.parametrize("sight", SIGHT)
def test_categories_are_apart_for_every_reader(colours: Palette, mode: str, sight: str):
    seen = [_lab(colour, sight) for colour in (*colours.categories, colours.other)]
    assert min(float(np.linalg.norm(one - other)) for one, other in combinations(seen, 2)) >= APART


@pytest.mark.parametrize(("colours", "mode"), BOTH)
def test_words_on_shades_can_be_read(colours: Palette, mode: str):
    at = turn(colours.sequential, *colours.inks)
    for step in range(1001):
        ink = colours.inks[step / 1000 > at]
        assert contrast(along(colours.sequential, step / 1000), ink) >= WORDS


@pytest.mark.parametrize(("colours", "mode"), BOTH)
def test_the_page_and_its_charts_have_the_same_colours(colours: Palette, mode: str):
    page = CONFIG["theme"][mode]
    assert page["backgroundColor"] == colours.background
    assert page["secondaryBackgroundColor"] == colours.surface
    assert page["textColor"] == colours.text
    assert page["primaryColor"] == colours.focus
    assert page["chartCategoricalColors"] == [*colours.categories, colours.other]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_pages_words_and_buttons_can_be_read(mode: str):
    page = CONFIG["theme"][mode]
    grounds = page["backgroundColor"], page["secondaryBackgroundColor"]
    for role in ("textColor", "linkColor", "grayTextColor", "primaryColor"):
        assert min(contrast(page[role], ground) for ground in grounds) >= WORDS


def test_contrast_is_as_wcag_counts_it():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def _lab(colour: str, sight: str) -> Array:
    linear = np.array([_linear(channel) for channel in channels(colour)])
    seen = np.clip(np.array(SIGHT[sight]) @ linear, 0, 1)
    to_xyz = np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
    )
    x, y, z = (_bent(value) for value in to_xyz @ seen / np.array([0.95047, 1.0, 1.08883]))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _bent(value: float) -> float:
    return float(np.cbrt(value)) if value > 0.008856 else 7.787 * value + 16 / 116
