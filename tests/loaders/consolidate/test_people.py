"""Who the child is."""

import polars as pl

from loaders.consolidate.people import people, with_person
from loaders.tables import Asylum, Children
from tests.table import table

CHILDREN = table(
    """
    child | return_year | sex     | birth_month | ethnicity
    B-1   | 2025        | Male    | 2010-06-01  | Caribbean
    B-1   | 2024        | Unknown | 2010-05-01  | Not yet obtained
    B-2   | 2025        | Female  | 2011-01-01  |
    """,
    like=Children,
)


def test_the_latest_return_says_who_the_child_is():
    rows = table("child | date\nB-1 | 2024-05-01")
    row = with_person(rows, people(CHILDREN, Asylum.create_empty()), on="date").row(0, named=True)
    assert (row["sex"], str(row["birth_month"]), row["ethnicity"]) == ("Male", "2010-06-01", "Caribbean")


def test_asylum_holds_until_it_ceases_and_is_false_not_null_for_others():
    asylum = table(
        """
        child | return_year | ceased
        B-1   | 2024        |
        B-1   | 2025        | 2024-07-01
        B-3   | 2025        |
        """,
        like=Asylum,
    )
    rows = table("""
        child | date
        B-1   | 2024-06-30
        B-1   | 2024-07-01
        B-2   | 2024-06-30
        B-3   | 2024-06-30
              | 2024-06-30
    """)
    marked = with_person(rows, people(CHILDREN, asylum), on="date")
    assert marked["is_uasc"].to_list() == [True, False, False, True, False]


def test_a_row_about_an_unknown_child_keeps_what_it_says_itself():
    rows = table("child | date | sex\n | 2024-06-30 | Female\nB-1 | 2024-06-30 | Female")
    rows = rows.cast({"sex": CHILDREN.schema["sex"], "child": pl.String})
    marked = with_person(rows, people(CHILDREN, Asylum.create_empty()), on="date")
    assert marked["sex"].to_list() == ["Female", "Male"]
