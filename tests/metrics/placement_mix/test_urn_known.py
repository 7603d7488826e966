"""What figures by provider rest on."""

from tests.metrics.asked import figures, same

EPISODES = """
    child | started    | placement_type  | urn
    1     | 2024-01-01 | Children's home | SC1
    2     | 2024-01-01 | Children's home |
    3     | 2024-01-01 | Health setting  | XXXXXXX
    4     | 2024-01-01 | With parents    |
    5     | 2024-01-01 | Other placement |
"""


def test_a_provider_that_ofsted_does_not_register_is_known_and_parents_are_left_out():
    same(figures("urn_known", episodes=EPISODES), "numerator | denominator\n2 | 3")
