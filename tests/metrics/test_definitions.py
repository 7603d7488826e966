"""The page of definitions."""

from pathlib import Path

import pytest

from metrics import METRICS, Statistic, Theme
from metrics.definitions import INTERVALS, page

KEPT = Path(__file__).parent.parent.parent / "docs" / "definitions.md"


def test_the_page_in_docs_is_up_to_date():
    assert KEPT.read_text(encoding="utf-8") == page(), "The definitions have changed: run `make docs`."


def test_every_theme_has_its_heading_and_every_statistic_its_words():
    for theme in Theme:
        assert f"\n## {theme.heading}\n" in page()
    assert INTERVALS.keys() == set(Statistic)


@pytest.mark.parametrize("slug", METRICS)
def test_every_metric_is_on_it_with_its_definition(slug: str):
    assert f"- Slug: `{slug}`" in page()
    assert METRICS[slug].definition.partition("\n\n")[0] in page()
