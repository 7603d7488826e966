"""The return from 2017 to 2027: which codes and tables belong to which years. All are read in every year."""

from typing import Final

import pytest

from tests.loaders.files import found, read_rows, read_text, rows_of

YEARS: Final = range(2017, 2028)

CODES: Final = """
    column              | codes                                                          | first | last
    PLACE               | A3 A4 A5 A6 K1 K2 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4          | 2017  | 2027
    PLACE               | U1 U2 U3 U4 U5 U6 Z1                                           | 2017  | 2027
    PLACE               | H5 P2                                                          | 2017  | 2024
    PLACE               | K3                                                             | 2025  | 2027
    PLACE               | Z11 Z12 Z13 Z14                                                | 2026  | 2027
    LS                  | C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3                         | 2017  | 2027
    CIN                 | N1 N2 N3 N4 N5 N6 N7 N8                                        | 2017  | 2027
    RNE                 | S L P T B U                                                    | 2017  | 2027
    PLACE_PROVIDER      | PR0 PR1 PR2 PR3 PR4 PR5                                        | 2017  | 2027
    REC                 | X1 E11 E12 E2 E3 E4A E4B E13 E41 E5 E6 E7 E8 E9 E14 E15 E16 E17 | 2017 | 2027
    REC                 | E43 E44                                                        | 2017  | 2018
    REC                 | E45 E46 E47 E48                                                | 2019  | 2027
    REASON_PLACE_CHANGE | CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE OTHER | 2017 | 2027
    REASON_PLACE_CHANGE | CUSTOD                                                         | 2019  | 2027
"""
PLAIN: Final = {"RNE": "P", "LS": "C2", "CIN": "N1", "PLACE": "U4", "PLACE_PROVIDER": "PR4", "REC": "X1"}
DATES: Final = {"DECOM": "01/05/2016", "DEC": "01/06/2016"}
REST: Final = {"REASON_PLACE_CHANGE": "", "HOME_POST": "", "PL_POST": "", "URN": ""}


@pytest.mark.parametrize("line", rows_of(CODES)[1:], ids=lambda line: f"{line[0]} {line[1]}")
@pytest.mark.parametrize("year", YEARS)
def test_every_code_is_read_in_every_year_and_told_where_it_is_not_of_that_year(line: list[str], year: int):
    column, codes, first, last = line
    rows = [{"CHILD": str(i), **DATES, **PLAIN, **REST, column: code} for i, code in enumerate(codes.split())]
    reading = read_rows([list(rows[0]), *(list(row.values()) for row in rows)], f"BRE/{year}/episodes.csv")
    assert (reading.accepted, reading.set_aside) == (len(rows), 0)
    told = [row for row, where, code, _ in found(reading) if (where, code) == (column, "out-of-year")]
    assert len(told) == (0 if int(first) <= year <= int(last) else len(rows))


@pytest.mark.parametrize("year", YEARS)
def test_sex_is_read_as_number_letter_and_word_in_every_year(year: int):
    text = """
        CHILD | SEX    | DOB        | ETHNIC
        1     | 1      | 14/05/2005 | WBRI
        2     | 2.0    | 14/05/2005 | wbri
        3     | M      | 14/05/2005 | White British
        4     | f      | 14/05/2005 | white british
        5     | U      | 14/05/2005 |
        6     | Female | 14/05/2005 |
        7     | Fenale | 14/05/2005 |
    """
    reading = read_text(text, f"BRE/{year}/header.csv")
    sexes = ["Male", "Female", "Male", "Female", "Unknown", "Female", "Female"]
    assert reading.tables["children"]["sex"].to_list() == sexes
    assert found(reading) == []


TABLES: Final = {
    "social_workers": (2024, "CHILD | SW_ID | SW_DECOM | SW_DEC | SW_REASON\n1 | SW1 | 01/05/2016 | | MANAGE"),
    "deprivations_of_liberty": (2027, "CHILD | DOB | DOLO_START | DOLO_END\n1 | 14/05/2005 | 01/05/2016 | 02/06/2016"),
}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("year", YEARS)
def test_a_table_of_later_returns_is_read_with_a_note(table: str, year: int):
    first, text = TABLES[table]
    reading = read_text(text, f"BRE/{year}/{table}.csv")
    assert reading.tables[table].height == 1
    assert found(reading) == ([] if year >= first else [(None, None, "out-of-year", "info")])


def test_a_deprivation_of_liberty_has_a_start_and_may_last():
    reading = read_text(
        """
        CHILD | DOB        | DOLO_START | DOLO_END
        1     | 14/05/2012 | 14/05/2026 | 11/08/2026
        2     | 14/05/2012 | 2026-06-01 |
        3     | 14/05/2012 | 14/05/2026 | 13/05/2026
        4     | 14/05/2012 |            |
        """,
        "BRE/2027/dolo.csv",
    )
    assert reading.source == "ssda903_dolo"
    assert reading.tables["deprivations_of_liberty"]["child"].to_list() == ["BRE-1", "BRE-2"]
    assert found(reading) == [(4, "DOLO_END", "ended-first", "error"), (5, "DOLO_START", "blank", "error")]


def test_the_dfes_words_are_read_for_its_codes():
    cells = {
        "RNE": "Started to be looked-after",
        "LS": "Single period of accommodation under section 20 (Children Act 1989)",
        "PLACE": "children's homes subject to children's homes regulations",
        "PLACE_PROVIDER": "Voluntary/third sector provision",
        "REC": "Sentenced to custody",
    }
    rows = {"CHILD": "1", **DATES, **PLAIN, **REST, **cells}
    reading = read_rows([list(rows), list(rows.values())], "BRE/2020/episodes.csv")
    (row,) = reading.tables["episodes"].to_dicts()
    assert (row["placement_type"], row["provider_sector"]) == ("Children's home", "Voluntary")
    assert (row["legal_status"], row["reason_ended"]) == ("Voluntary agreement (section 20)", "Sentenced to custody")
