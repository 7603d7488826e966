"""Who takes in more than they send."""

from tests.metrics.asked import figures, same

EPISODES = """
    borough | child | started    | host_authority | sex
    Brent   | 1     | 2024-01-01 | Ealing         | Male
    Brent   | 2     | 2024-01-01 | Ealing         | Female
    Brent   | 3     | 2024-01-01 | Brent          | Male
    Brent   | 4     | 2024-01-01 | Kent           | Male
    Brent   | 5     | 2024-01-01 |                | Male
    Ealing  | 6     | 2024-01-01 | Brent          | Male
    Harrow  | 7     | 2024-01-01 | Harrow         | Male
"""


def test_taken_in_less_sent_out_among_the_consortium_alone():
    same(
        figures("net_import", by=("borough",), episodes=EPISODES),
        """
        borough | value | n
        Brent   | -1    | 3
        Ealing  | 1     | 3
        """,
    )


def test_a_borough_asked_about_alone_is_the_same_as_among_all():
    same(figures("net_import", where={"borough": ("Ealing",)}, episodes=EPISODES), "value | n\n1 | 3")


def test_the_consortium_adds_up_to_nought():
    same(figures("net_import", episodes=EPISODES), "value\n0")
