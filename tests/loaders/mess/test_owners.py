"""No row lands under another child, borough or year than its own, however files are named and mixed: or it is asked."""

import os
from datetime import date
from itertools import islice
from random import Random
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

import loaders
from loaders.authorities import Authority, authorities
from loaders.reading.file_names import whose
from loaders.reading.named_periods import return_year
from loaders.reading.result import Reading
from tests.loaders.files import LATER, balances, csv_of, workbook_of
from tests.loaders.mess.names import named, owner

TIMES = int(os.environ.get("MESS_TIMES", "10"))
HEAD: Final = ["CHILD", "MISSING", "MIS_START", "MIS_END"]
BOROUGH: Final = ("LA", "Local authority", "Placing Authority", "BOROUGH", "Council name", "responsible_la")
YEAR: Final = ("YEAR", "Return year", "Collection Year", "census_year")
Owner = tuple[str, int]


@settings(max_examples=TIMES * 20, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_name_is_read_as_it_was_meant_or_asks(seed: int):
    dice = Random(seed)
    borough, day = owner(dice)
    told = whose(named(borough, day, dice), today=LATER)
    assert told.borough in (None, borough)
    assert told.as_at in (None, day)


@settings(max_examples=TIMES * 5, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_two_names_that_mean_two_owners_never_make_one_of_them(seed: int):
    dice = Random(seed)
    (one, day), (other, another) = owner(dice), owner(dice)
    folder, file = named(one, day, dice, " _")[:-4], named(other, another, dice, " _")
    told = whose(f"{folder}/{file}", today=LATER)
    assert told.borough is None or one == other
    assert told.as_at is None or (told.as_at == min(day, another) and return_year(day) == return_year(another))


def mixed(dice: Random) -> dict[str, tuple[Authority, int]]:
    """Children by identifier, each with whose it is: of one to three boroughs and one to three years."""
    boroughs, years = dice.sample(authorities(), dice.randint(1, 3)), dice.sample(range(2018, 2026), dice.randint(1, 3))
    return {str(at): (dice.choice(boroughs), dice.choice(years)) for at in range(100, 100 + dice.randint(1, 12))}


def written(of: dict[str, tuple[Authority, int]], dice: Random) -> bytes:
    """Their incidents, with columns that say whose they are, now and then with a blank or an unknown name."""
    rows = [[*HEAD, dice.choice(BOROUGH), dice.choice(YEAR)]]
    for child, (borough, year) in of.items():
        called = dice.choice([borough.name, borough.code, borough.dfe_number, borough.name.upper()])
        said = dice.choice([f"{year}", f"{year - 1}-{year % 100:02}", f"31/03/{year}"])
        others = {other.name for key, (other, _) in of.items() if key != child}
        # where all others are of one borough a blank cell is one of theirs: nothing tells that it is not
        odd = ["Narnia"] if others == {borough.name} or len(others) > 1 else []
        is_odd = odd and dice.random() < 0.02
        rows.append([child, "M", f"13/01/{year}", "", dice.choice(["", *odd]) if is_odd else called, said])
    order = dice.sample(range(len(rows[0])), len(rows[0]))
    table = [[row[at] for at in order] for row in rows]
    return workbook_of({"Sheet1": table}) if dice.random() < 0.3 else csv_of(table)


def landed(readings: list[Reading]) -> dict[str, Owner]:
    """Children that were taken, by identifier, with the borough and year that they came under."""
    return {
        row["child"].rpartition("-")[2]: (row["borough"], row["return_year"])
        for reading in readings
        for row in reading.tables["missing"].to_dicts()
    }


@settings(max_examples=TIMES * 5, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_every_row_of_a_mixed_file_lands_with_its_own_borough_and_year_or_none_does(seed: int):
    dice = Random(seed)
    of = mixed(dice)
    own, year = next(iter(of.values()))
    name = dice.choice(
        ["missing.csv", f"{own.name} missing.csv", f"missing {year}.csv", f"{own.code}/{year}/missing.csv"]
    )
    readings = loaders.read_parts(written(of, dice), name=name, today=LATER)
    if any(reading.refused for reading in readings):
        assert [reading.tables for reading in readings] == [{}]
        return
    assert all(balances(reading) for reading in readings)
    assert sum(reading.rows for reading in readings) == len(of)
    assert landed(readings).items() <= {child: (who.name, when) for child, (who, when) in of.items()}.items()


def test_most_names_are_read_and_not_asked_about():
    dice = Random(1)
    told = [whose(named(*owner(dice), dice), today=LATER) for _ in islice(iter(int, 1), 500)]
    assert sum(each.borough is not None for each in told) > 400
    assert sum(each.as_at is not None for each in told) > 400


def test_the_dice_of_days_reach_every_month():
    dice = Random(2)
    assert {owner(dice)[1].month for _ in range(300)} == set(range(1, 13))
    assert all(owner(dice)[1] < date(2026, 1, 1) for _ in range(300))
