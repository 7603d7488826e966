"""Figures as others published them."""

from metrics import METRICS, Release, measure
from tests.metrics.asked import YEAR, figures, given, same

PUBLISHED = """
    authority | measure                | period  | value | symbol | note | publication
    Brent     | Children looked after  | 2024-25 | 296   |        |      | DfE
    Brent     | Placed outside, near   | 2024-25 |       | c      |      | DfE
    Harrow    | Children looked after  | 2024-25 | 4     |        | *    | DfE
"""
BY = ("borough", "measure", "period")


def test_the_number_as_published_and_the_symbol_as_the_mark():
    same(
        figures("published_figure", by=BY, published=PUBLISHED),
        """
        borough | measure               | period  | value | mark | n
        Brent   | Children looked after | 2024-25 | 296   |      | 0
        Brent   | Placed outside, near  | 2024-25 |       | [c]  | 0
        Harrow  | Children looked after | 2024-25 | 4     |      | 0
        """,
    )


def test_its_footnote_is_told_when_asked_for():
    found = figures("published_figure", by=(*BY, "note"), where={"borough": ("Harrow",)}, published=PUBLISHED)
    same(found, "value | note\n4 | *")


def test_several_in_a_group_show_nothing_rather_than_a_sum():
    same(figures("published_figure", by=("period",), published=PUBLISHED), "period | value | mark\n2024-25 | | [z]")


def test_what_is_public_is_hidden_in_no_release():
    found = measure(METRICS["published_figure"], given(published=PUBLISHED), by=BY, when=YEAR, release=Release.EVENT)
    assert found["value"].to_list() == [296, None, 4]
