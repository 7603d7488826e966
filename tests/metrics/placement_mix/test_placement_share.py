"""The mix: each kind of placement's share of the whole."""

from tests.metrics.asked import figures, same

EPISODES = """
    borough | child | started    | placement_group             | placement_type  | sex
    Brent   | 1     | 2024-01-01 | Foster care                 | IFA foster      | Male
    Brent   | 2     | 2024-01-01 | Foster care                 | In-house foster | Female
    Brent   | 3     | 2024-01-01 | Secure and children's homes | Children's home | Male
    Brent   | 4     | 2024-01-01 | With parents                | With parents    | Female
    Ealing  | 5     | 2024-01-01 | Foster care                 | IFA foster      | Male
"""


def test_each_group_is_over_all_children_of_the_borough():
    same(
        figures("placement_share", by=("borough", "placement_group"), episodes=EPISODES),
        """
        borough | placement_group             | numerator | denominator | value | n
        Brent   | Foster care                 | 2         | 4           | 50    | 4
        Brent   | Secure and children's homes | 1         | 4           | 25    | 4
        Brent   | With parents                | 1         | 4           | 25    | 4
        Ealing  | Foster care                 | 1         | 1           | 100   | 1
        """,
    )


def test_finer_parts_are_over_the_same_whole():
    found = figures(
        "placement_share",
        by=("placement_group", "placement_type"),
        where={"borough": ("Brent",)},
        episodes=EPISODES,
    )
    assert found["value"].sum() == 100
    assert set(found["denominator"]) == {4}


def test_a_filter_on_the_part_leaves_the_whole():
    only = {"placement_type": ("IFA foster",)}
    same(figures("placement_share", where=only, episodes=EPISODES), "numerator | denominator | value\n2 | 5 | 40")
    found = figures("placement_share", by=("placement_type",), where=only, episodes=EPISODES)
    same(found, "placement_type | numerator | denominator | value\nIFA foster | 2 | 5 | 40")


def test_a_filter_on_the_children_narrows_the_whole():
    found = figures("placement_share", by=("placement_group",), where={"sex": ("Male",)}, episodes=EPISODES)
    same(
        found,
        """
        placement_group             | numerator | denominator
        Foster care                 | 2         | 3
        Secure and children's homes | 1         | 3
        """,
    )


def test_a_month_in_which_nobody_lives_so_is_nought_of_the_whole():
    episodes = """
        child | started    | ended      | placement_group
        1     | 2024-01-01 |            | Foster care
        2     | 2024-01-01 | 2024-05-15 | With parents
    """
    found = figures("placement_share", by=("placement_group", "year"), episodes=episodes)
    same(found, "placement_group | year | numerator | denominator\nFoster care | 2025 | 1 | 1")
    monthly = figures("placement_share", by=("placement_group", "quarter"), episodes=episodes)
    assert monthly.height == 4
