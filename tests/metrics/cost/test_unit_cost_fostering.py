"""Spend on foster care over the children in it, / 365 x 7."""

from tests.metrics.asked import figures, same


def test_foster_care_alone():
    episodes = """
        child | started    | placement_group              | placement_type
        1     | 2020-01-01 | Foster care                  | IFA foster
        2     | 2020-01-01 | Foster care                  | Relative or friend foster
        3     | 2020-01-01 | Secure and children's homes  | Children's home
    """
    costs = """
        child | started    | placement_group             | placement_type  | weekly_cost
        1     | 2020-01-01 | Foster care                 | IFA foster      | 800
        3     | 2020-01-01 | Secure and children's homes | Children's home | 6000
    """
    same(figures("unit_cost_fostering", episodes=episodes, costs=costs), "denominator | value | n\n2 | 400 | 2")
