"""The DfE's rules on one row: of each, a row that keeps it and one that breaks it."""

from typing import Final

import pytest

from loaders.rules import ROWS, Rule
from tests.loaders.files import found, read_rows, rows_of

EPISODE: Final = {
    "CHILD": "1042",
    "DECOM": "05/09/2023",
    "RNE": "P",
    "LS": "C2",
    "CIN": "N1",
    "PLACE": "U4",
    "PLACE_PROVIDER": "PR4",
    "DEC": "",
    "REC": "",
    "REASON_PLACE_CHANGE": "",
    "HOME_POST": "HA9 0FJ",
    "PL_POST": "UB8 1UW",
    "URN": "SC012345",
}
INCIDENT: Final = {"CHILD": "1042", "DOB": "", "MISSING": "M", "MIS_START": "05/09/2023", "MIS_END": "06/09/2023"}

RULES: Final = """
    rule | kept by                                   | broken by
    148  | DEC=20/01/2024 REC=X1                     | DEC=20/01/2024
    148  | DEC= REC=                                 | REC=X1
    354  | DECOM=31/03/2024                          | DECOM=01/04/2024
    355  | DEC=06/09/2023 REC=E8                     | DEC=05/09/2023 REC=E8
    356  | DEC=06/09/2023 REC=E8                     | DEC=04/09/2023 REC=E8
    385  | DEC=31/03/2024 REC=E8                     | DEC=01/04/2024 REC=E8
    178  | PLACE=T2 PLACE_PROVIDER= URN=             | PLACE=T2 PLACE_PROVIDER=PR2 URN=
    178  | PLACE=Z1 PLACE_PROVIDER= URN=             | PLACE=Z1 PLACE_PROVIDER=PR4 URN=
    526  | PLACE=Z1 PLACE_PROVIDER= URN=             | PLACE=K2 PLACE_PROVIDER=
    527  | PLACE=U4 PLACE_PROVIDER=PR1               | PLACE=R2 PLACE_PROVIDER=PR1 URN= PL_POST=HA9!0WS
    528  | PLACE=U4 PLACE_PROVIDER=PR2               | PLACE=R5 PLACE_PROVIDER=PR2 URN=
    529  | PLACE=R2 PLACE_PROVIDER=PR3 URN=          | PLACE=K2 PLACE_PROVIDER=PR3
    530  | PLACE=P1 PLACE_PROVIDER=PR0 URN=          | PLACE=P1 PLACE_PROVIDER=PR4 URN=
    531  | PLACE=P1 PLACE_PROVIDER=PR0 URN=          | PLACE=P1 PLACE_PROVIDER=PR5 URN=
    550  | PLACE=P1 PLACE_PROVIDER=PR0 URN=          | PLACE=U4 PLACE_PROVIDER=PR0
    378  | PLACE=P1 PLACE_PROVIDER=PR0 URN= LS=C1    | PLACE=P1 PLACE_PROVIDER=PR0 URN= LS=V2
    380  | PLACE=T4 PLACE_PROVIDER= URN= RNE=P       | PLACE=T4 PLACE_PROVIDER= URN= RNE=S
    381  | PLACE=T4 PLACE_PROVIDER= URN= DEC=09/09/2023 REC=X1 | PLACE=T4 PLACE_PROVIDER= URN= DEC=09/09/2023 REC=E8
    408  | PLACE=A6 PLACE_PROVIDER=PR1 LS=E1         | PLACE=A6 PLACE_PROVIDER=PR1 LS=C2
    218  | URN=XXXXXXX                               | URN=
    218  | PL_POST=CF10!1AA URN=                     | PLACE=K2 URN=
    218  | DECOM=01/02/2023 DEC=31/03/2023 REC=E8 URN= | DECOM=01/02/2023 DEC=01/04/2023 REC=E8 URN=
    222  | PLACE=P1 PLACE_PROVIDER=PR0 URN=XXXXXXX   | PLACE=P1 PLACE_PROVIDER=PR0
    392c | PL_POST=UB8!1                             | PL_POST=EG19!7TT
    392c | HOME_POST=                                | HOME_POST=EG19!7TT
    392d | PL_POST=HA9!0FJ PLACE=P1 PLACE_PROVIDER=PR0 URN= | PL_POST=HA9!0FJ
    392d | PL_POST=HA9!0 HOME_POST=HA9!0             | PL_POST=HA9!0FJ
    1015 | PLACE_PROVIDER=PR1                        | PLACE_PROVIDER=PR1 PLACE=K2
    567  | MIS_END=05/09/2023                        | MIS_END=04/09/2023
    570  | MIS_START=31/03/2024 MIS_END=             | MIS_START=01/04/2024 MIS_END=
    571  | MIS_START=01/03/2023 MIS_END=01/04/2023   | MIS_START=01/03/2023 MIS_END=31/03/2023
    571  | MIS_END=31/03/2024                        | MIS_END=01/04/2024
"""
LINES: Final = rows_of(RULES)[1:]


def broken(changes: str) -> set[str]:
    """Rules that a row breaks; an exclamation mark stands for a space."""
    cells = dict(change.replace("!", " ").split("=") for change in changes.split())
    plain = EPISODE if set(cells) <= set(EPISODE) else INCIDENT
    row = plain | cells
    reading = read_rows([list(row), list(row.values())], "BRE/2024/file.csv")
    return {code.removeprefix("dfe-") for _, _, code, _ in found(reading) if code.startswith("dfe-")}


def test_the_plain_rows_break_no_rule():
    assert broken("DECOM=05/09/2023") | broken("MIS_START=05/09/2023") == set()


@pytest.mark.parametrize(("rule", "kept", "breaks"), LINES, ids=lambda cell: cell)
def test_a_rule_is_kept_and_broken(rule: str, kept: str, breaks: str):
    assert (broken(kept), broken(breaks)) == (set(), {rule})


def test_every_rule_is_tried():
    assert {line[0] for line in LINES} == set(ROWS)


@pytest.mark.parametrize("rule", ROWS.values(), ids=lambda rule: rule.number)
def test_a_rule_is_named_by_its_number_and_says_what_to_do(rule: Rule):
    assert rule.message.startswith(f"DfE rule {rule.number}: ")
    assert rule.todo
