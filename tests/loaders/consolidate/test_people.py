"""Who the child is."""

import polars as pl

from loaders.consolidate.people import people, with_person
from loaders.consolidated import Loaded
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


NONE = Loaded.create_empty()


def test_the_latest_return_says_who_the_child_is():
    rows = table("child | date\nB-1 | 2024-05-01")
    row = with_person(rows, people(CHILDREN, Asylum.create_empty(), NONE), on="date").row(0, named=True)
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
    marked = with_person(rows, people(CHILDREN, asylum, NONE), on="date")
    assert marked["is_uasc"].to_list() == [True, False, False, True, False]


def test_a_row_about_an_unknown_child_keeps_what_it_says_itself():
    rows = table("child | date | sex\n | 2024-06-30 | Female\nB-1 | 2024-06-30 | Female")
    rows = rows.cast({"sex": CHILDREN.schema["sex"], "child": pl.String})
    marked = with_person(rows, people(CHILDREN, Asylum.create_empty(), NONE), on="date")
    assert marked["sex"].to_list() == ["Female", "Male"]


def test_asylum_ceases_with_the_first_later_return_that_asks_and_names_the_child_without_it():
    text = """
        child | borough | return_year
        E-1   | Ealing  | 2023
        E-1   | Ealing  | 2024
        E-1   | Ealing  | 2025
        B-1   | Brent   | 2023
        B-1   | Brent   | 2024
    """
    asylum = table("child | return_year | ceased\nE-1 | 2023 | \nB-1 | 2023 | ", like=Asylum)
    loaded = table(
        """
        borough | source       | return_year
        Ealing  | ssda903_uasc | 2023
        Ealing  | ssda903_uasc | 2025
        Brent   | ssda903_uasc | 2023
        """,
        like=Loaded,
    )
    rows = table("child | date\nE-1 | 2024-03-31\nE-1 | 2024-04-01\nB-1 | 2024-03-31")
    marked = with_person(rows, people(table(text, like=Children), asylum, loaded), on="date")
    assert marked["is_uasc"].to_list() == [True, False, True]
