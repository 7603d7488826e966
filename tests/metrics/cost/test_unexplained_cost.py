"""Weekly cost over what need explains."""

from tests.metrics.asked import at, figures, same

DAY = at("2025-03-31")
LINE = [("Brent", score, 500 + 20 * score + 10) for score in range(0, 50, 10)]
LINE += [("Ealing", score, 500 + 20 * score - 10) for score in range(0, 50, 10)]


def _costs(rows: list[tuple[str, int, int]]) -> str:
    lines = [
        f"{borough} | {i} | IFA foster | 2024-04-01 | {need} | {cost}" for i, (borough, need, cost) in enumerate(rows)
    ]
    return "\n".join(["borough | child | placement_type | started | need_score | weekly_cost", *lines])


def test_a_line_through_ten_prices_leaves_what_is_above_and_below_it():
    found = figures("unexplained_cost", when=DAY, by=("borough",), costs=_costs(LINE))
    same(
        found.with_columns(found["value"].round(6)),
        """
        borough | denominator | value
        Brent   | 5           | 10
        Ealing  | 5           | -10
        """,
    )


def test_the_line_is_drawn_before_the_filter():
    brent = figures("unexplained_cost", when=DAY, where={"borough": ("Brent",)}, costs=_costs(LINE))
    assert round(brent["value"].item(), 6) == 10


def test_fewer_than_ten_prices_are_set_against_their_mean():
    found = figures("unexplained_cost", when=DAY, by=("borough",), costs=_costs(LINE[:1] + LINE[9:]))
    same(
        found,
        """
        borough | value
        Brent   | -390
        Ealing  | 390
        """,
    )


def test_one_score_explains_nothing_but_the_mean():
    alike = [("Brent", 12, 100), ("Ealing", 12, 300)] * 6
    found = figures("unexplained_cost", when=DAY, by=("borough",), costs=_costs(alike))
    same(found, "borough | value\nBrent | -100\nEaling | 100")


def test_children_not_assessed_and_free_placements_are_left_out():
    costs = """
        child | placement_type | started    | need_score | weekly_cost
        1     | IFA foster     | 2024-04-01 |            | 100
        2     | IFA foster     | 2024-04-01 | 5          | 0
    """
    same(figures("unexplained_cost", when=DAY, costs=costs), "denominator | value\n0 |")
