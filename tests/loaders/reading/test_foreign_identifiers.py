"""An identifier that begins with another borough's code is told; the borough's own and any other letters are not."""

import polars as pl
import pytest

from loaders.reading.file import read

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"


def findings(*children: str) -> pl.DataFrame:
    rows = "".join(f"{child},1,04/02/2012,WBRI,,,\n" for child in children)
    reading = read((HEADER + rows).encode(), name="Brent/2025/header.csv")
    assert reading.accepted == len(children)
    return reading.findings.filter(code="other-code")


@pytest.mark.parametrize("child", ["EAL-2", "EAL_17", "eal-2", "KAC/3"])
def test_a_child_with_another_boroughs_code_is_told_and_counted(child: str):
    told = findings("1001", child)
    assert all("the file is of Brent" in message and child not in message for message in told["message"])
    assert told["row"].to_list() == [3]


def test_its_own_code_plain_numbers_and_other_letters_are_not():
    assert findings("BRE-1", "1001", "MOS-12", "EAL2", "CH-EAL-1").is_empty()
