"""The DfE's rules across a return: of each, a return that keeps it and one that breaks it."""

import polars as pl
import pytest

from loaders.consolidate.breaches import breaches
from loaders.consolidate.schema import complete
from loaders.consolidated import Loaded
from loaders.rules import WHOLE
from loaders.tables import Asylum, Children, Episodes, Missing
from tests.table import table

WORDS = {
    "STARTED": "Started to be looked after",
    "MOVED": "Change of placement and carer",
    "X1": "New episode begins",
    "HOME": "Returned home, planned",
    "NEGLECT": "Abuse or neglect",
    "POVERTY": "Low income",
}


def broken(**tables: str) -> list[tuple[str, int, int]]:
    """Number of each rule broken, return year and row, of returns whose tables are given."""
    schemas = {"episodes": Episodes, "children": Children, "missing": Missing, "asylum": Asylum}
    for word, label in WORDS.items():
        tables = {name: text.replace(word, label) for name, text in tables.items()}
    clean = {name: table(text, like=schemas[name]) for name, text in tables.items()}
    found = breaches(complete(clean), Loaded.create_empty())
    rows = found.select(pl.col("code").str.strip_prefix("dfe-").str.to_uppercase(), "return_year", "row").rows()
    return sorted(row for row in rows if row[0] not in {"392B"} or "home_postcode_sector" in tables["episodes"])


FOLLOWING = """
    rule | ended      | reason_ended | next       | reason_started | need    | row
         | 2024-06-01 | X1           | 2024-06-01 | MOVED          | NEGLECT |
         | 2024-06-01 | HOME         | 2024-07-01 | STARTED        | POVERTY |
    142  |            |              | 2024-07-01 | STARTED        | NEGLECT | 2
    501  | 2024-06-02 | HOME         | 2024-06-01 | STARTED        | NEGLECT | 3
    388  | 2024-06-01 | HOME         | 2024-06-01 | STARTED        | NEGLECT | 2
    388  | 2024-06-01 | X1           | 2024-07-01 | STARTED        | NEGLECT | 2
    437  | 2024-06-01 | Died         | 2024-07-01 | STARTED        | NEGLECT | 2
    504  | 2024-06-01 | X1           | 2024-06-01 | MOVED          | POVERTY | 3
"""
CASES = [[cell.strip() for cell in line.split("|")] for line in FOLLOWING.strip().splitlines()[1:]]


@pytest.mark.parametrize(("rule", "ended", "reason", "following", "begins", "need", "row"), CASES)
def test_two_episodes_that_follow(rule: str, ended: str, reason: str, following: str, begins: str, need: str, row: str):
    found = broken(
        episodes=f"""
        row | child | started     | ended   | reason_ended | reason_started | category_of_need
        2   | B-1   | 2024-05-01  | {ended} | {reason}     | STARTED        | NEGLECT
        3   | B-1   | {following} |         |              | {begins}       | {need}
        """
    )
    assert found == ([(rule, 2025, int(row))] if rule else [])


def test_an_episode_that_goes_on_from_one_that_ended_care_or_on_another_day():
    found = broken(
        episodes="""
        row | child | started    | ended      | reason_ended | reason_started
        2   | B-1   | 2024-05-01 | 2024-06-01 | HOME         | STARTED
        3   | B-1   | 2024-06-01 | 2024-07-01 | X1           | MOVED
        4   | B-1   | 2024-07-04 |            |              | MOVED
        """
    )
    assert found == [("388", 2025, 2), ("388", 2025, 3), ("432", 2025, 3), ("433", 2025, 4)]


def test_the_last_episode_of_a_child_does_not_end_because_another_begins():
    episodes = "row | child | started | ended | reason_ended\n2 | B-1 | 2024-05-01 | 2024-06-01 | X1"
    assert broken(episodes=episodes) == [("388", 2025, 2)]


def test_two_returns_are_not_held_against_each_other_row_by_row():
    assert not broken(
        episodes="""
        row | child | return_year | started    | ended
        2   | B-1   | 2024        | 2024-03-01 |
        2   | B-1   | 2025        | 2024-03-01 |
        """
    )


def test_a_return_begins_with_the_episode_that_the_one_before_left_open():
    found = broken(
        episodes="""
        row | child | return_year | started    | ended
        2   | B-1   | 2024        | 2024-03-01 |
        2   | B-1   | 2025        | 2024-03-02 |
        3   | B-2   | 2024        | 2024-03-01 |
        3   | B-2   | 2025        | 2024-03-01 |
        """
    )
    assert found == [("502", 2025, 2)]


def test_header_and_episodes_speak_of_the_same_children():
    tables = {
        "episodes": "row | child\n2 | B-1\n3 | B-2",
        "missing": "row | child | started | ended\n2 | B-3 | 2024-05-01 | 2024-05-02",
        "children": "row | child | birth_month\n2 | B-1 | 2010-01-01\n3 | B-4 | 2010-01-01",
    }
    assert broken(**tables) == [("EPI", 2025, 3), ("INT03", 2025, 3), ("INT04", 2025, 2)]
    assert not broken(episodes=tables["episodes"])


def test_age_is_judged_by_the_month_of_birth():
    found = broken(
        episodes="""
        row | child | started    | ended      | reason_started | reason_ended
        2   | B-1   | 2024-05-01 | 2024-06-30 | STARTED        | HOME
        3   | B-2   | 2024-05-31 | 2024-06-30 | STARTED        | HOME
        4   | B-3   | 2024-05-31 | 2024-06-30 | STARTED        | HOME
        5   | B-4   | 2024-05-31 | 2024-06-30 | STARTED        | HOME
        6   | B-5   | 2024-05-31 | 2024-06-30 | MOVED          | HOME
        """,
        children="""
        row | child | birth_month
        2   | B-1   | 2024-06-01
        3   | B-2   | 2024-05-01
        4   | B-3   | 2006-05-01
        5   | B-4   | 2006-04-01
        6   | B-5   | 2006-04-01
        """,
    )
    assert found == [("302", 2025, 2), ("352", 2025, 5)]


def test_nobody_of_18_is_still_looked_after_but_by_agreement_in_a_childrens_home():
    found = broken(
        episodes="""
        row | child | started    | legal_status | placement_type
        2   | B-1   | 2020-05-01 | ORDER        | IFA foster
        3   | B-2   | 2020-05-01 | ORDER        | IFA foster
        4   | B-3   | 2020-05-01 | AGREEMENT    | IFA foster
        5   | B-4   | 2020-05-01 | AGREEMENT    | Children's home
        """.replace("ORDER", "Full care order").replace("AGREEMENT", "Voluntary agreement (section 20)"),
        children="""
        row | child | birth_month
        2   | B-1   | 2007-03-01
        3   | B-2   | 2007-04-01
        4   | B-3   | 2006-05-01
        5   | B-4   | 2006-05-01
        """,
    )
    assert found == [("359", 2025, 2), ("359", 2025, 4)]


def test_sex_and_month_of_birth_are_those_of_the_return_before():
    found = broken(
        children="""
        row | child | return_year | sex    | birth_month
        2   | B-1   | 2024        | Male   | 2010-01-01
        3   | B-1   | 2025        | Female | 2010-02-01
        4   | B-1   | 2027        | Male   | 2010-01-01
        """
    )
    assert found == [("202", 2025, 3), ("203", 2025, 3)]


def test_both_postcodes_are_given_but_for_short_breaks_and_asylum():
    found = broken(
        episodes="""
        row | child | home_postcode_sector | placement_postcode_sector | is_short_break
        2   | B-1   | HA9 0                | UB8 1                     | false
        3   | B-2   | HA9 0                |                           | false
        4   | B-3   |                      |                           | true
        5   | B-4   |                      |                           | false
        """,
        asylum="child\nB-4",
    )
    assert found == [("392B", 2025, 3)]


def test_incidents_begin_and_end_while_the_child_is_looked_after_one_at_a_time():
    found = broken(
        episodes="""
        row | child | started    | ended      | reason_ended
        2   | B-1   | 2024-05-01 | 2024-08-01 | HOME
        """,
        missing="""
        row | child | started    | ended
        2   | B-1   | 2024-04-30 | 2024-05-02
        3   | B-1   | 2024-05-03 | 2024-05-06
        4   | B-1   | 2024-05-05 | 2024-05-07
        5   | B-1   | 2024-07-30 | 2024-08-02
        6   | B-1   | 2024-08-01 |
        """,
    )
    assert found == [("574", 2025, 4), ("574", 2025, 6), ("577", 2025, 5), ("577", 2025, 6), ("578", 2025, 2)]


def test_every_rule_is_tried_here():
    tried = {"142", "501", "388", "437", "504", "432", "433", "502", "302", "352", "359", "202", "203"}
    assert tried | {"392b", "574", "577", "578", "INT03", "INT04", "EPI"} == set(WHOLE)
