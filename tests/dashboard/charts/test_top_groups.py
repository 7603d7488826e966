"""At most four groups and the rest."""

from polars.testing import assert_frame_equal

from dashboard.charts.top_groups import largest, merged
from tests.table import table

MIX = table("""
    month      | kind   | value | mark
    2026-08-31 | Foster | 60.0  |
    2026-08-31 | Homes  | 20.0  |
    2026-08-31 | School | 6.0   |
    2026-08-31 | Secure |       | [c]
""")


def test_the_largest_come_first():
    assert largest(MIX, "kind") == ["Foster", "Homes", "School", "Secure"]


def test_the_rest_is_added_up():
    rest = merged(MIX.head(3), "kind", ("month",), ["Foster"])
    assert_frame_equal(rest.select("kind", "value"), table("kind | value\nFoster | 60.0\nOther | 26.0"))


def test_a_sum_with_a_hidden_part_is_hidden():
    rest = merged(MIX, "kind", ("month",), ["Foster"]).row(-1, named=True)
    assert (rest["kind"], rest["value"], rest["mark"]) == ("Other", None, "[c]")


def test_a_rest_of_one_keeps_its_name():
    rest = merged(MIX, "kind", ("month",), ["Foster", "Homes", "School"]).row(-1, named=True)
    assert (rest["kind"], rest["mark"]) == ("Secure", "[c]")
