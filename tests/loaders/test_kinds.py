"""Every way in which a cell is known to be written, kind by kind: cell and value, `-` for unreadable."""

from datetime import date, datetime, time

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import SOURCES, kinds
from loaders.kinds import Kind
from loaders.kinds.kind import Express
from loaders.source import Column


def read(kind: Kind, *cells: str | None) -> list[object]:
    return kind.read(pl.Series(cells, dtype=pl.String)).to_list()


def check(kind: Kind, text: str) -> None:
    """Read each line's cell (before `=>`) and hold it against the value after it."""
    for line in text.strip().splitlines():
        cell, value = (part.strip() for part in line.split("=>"))
        (got,) = read(kind, cell)
        assert ("-" if got is None else str(got)) == value, cell


def test_dates():
    check(
        kinds.date,
        """
        01/04/2024           => 2024-04-01
        1/4/2024             => 2024-04-01
        1/4/24               => 2024-04-01
        01-04-2024           => 2024-04-01
        1.4.2024             => 2024-04-01
        2024-04-01           => 2024-04-01
        2024-04-01 00:00:00  => 2024-04-01
        2024-04-01T09:30:00Z => 2024-04-01
        01/04/2024 09:30     => 2024-04-01
        01-Apr-24            => 2024-04-01
        1st April 2024       => 2024-04-01
        12 Sept 2023         => 2023-09-12
        April 1, 2024        => 2024-04-01
        Apr 1st 2024         => 2024-04-01
        Mon 1 April 2024     => 2024-04-01
        Monday, 1 April 2024 => 2024-04-01
        01–04–2024           => 2024-04-01
        2024/04/01           => 2024-04-01
        2024.04.01           => 2024-04-01
        2024-04-01Z          => 2024-04-01
        2024-04-01+01:00     => 2024-04-01
        2024-04-01t09:30:00  => 2024-04-01
        2024-04-01T23:30:00Z => 2024-04-02
        20240401             => 2024-04-01
        45383                => 2024-04-01
        45383.0              => 2024-04-01
        45383.75             => 2024-04-01
        31/02/2024           => -
        04/13/2024           => -
        01/04/0024           => -
        April 2024           => -
        12                   => -
        not a date           => -
        """,
    )


def test_months():
    check(
        kinds.month,
        """
        03/2012    => 2012-03-01
        3-2012     => 2012-03-01
        Mar-12     => 2012-03-01
        March 2012 => 2012-03-01
        2012-03    => 2012-03-01
        15/03/2012 => 2012-03-01
        2012-03-15 => 2012-03-01
        28/02/2012 => 2012-02-01
        29/02/2012 => 2012-02-29
        2012-02-29 => 2012-02-29
        29 Feb 2012 => 2012-02-29
        02/2012    => 2012-02-01
        29/02/2011 => -
        13/2012    => -
        3/12       => -
        """,
    )


def test_hours():
    check(
        kinds.hour,
        """
        21:30               => 21
        9:05                => 9
        09.05               => 9
        0905                => 9
        9pm                 => 21
        9.05 am             => 9
        12am                => 0
        12:30 pm            => 12
        00:00               => 0
        21:05:59            => 21
        2024-03-01 10:30:00 => 10
        0.5                 => 12
        25:00               => -
        13pm                => -
        9                   => -
        evening             => -
        """,
    )


def test_money():
    check(
        kinds.money,
        """
        1234       => 1234.0
        £1,234.50  => 1234.5
        1 234      => 1234.0
        GBP 5      => 5.0
        (50)       => -50.0
        -5.25      => -5.25
        £1,234,567 => 1234567.0
        12,50      => -
        nan        => -
        inf        => -
        a lot      => -
        """,
    )


def test_whole_numbers_within_their_limits():
    check(
        kinds.whole(0, 40),
        """
        14   => 14
        14.0 => 14
        0    => 0
        40   => 40
        41   => -
        -1   => -
        3.5  => -
        """,
    )


def test_codes_or_their_labels_in_any_case():
    sex = kinds.code({"1": "Male", "2": "Female", "M": "Male", "F": "Female"}, also={"boy": "Male"})
    check(
        sex,
        """
        1      => Male
        1.0    => Male
        2      => Female
        m      => Male
        FEMALE => Female
        Boy    => Male
        3      => -
        """,
    )


def test_yes_and_no():
    check(
        kinds.yes_no,
        """
        Y     => True
        no    => False
        TRUE  => True
        1.0   => True
        0     => False
        maybe => -
        """,
    )


def test_postcodes_and_postcodes_that_were_cut_to_sectors():
    check(
        kinds.postcode,
        """
        W3 8AB   => W3 8AB
        w38ab    => W3 8AB
        SW1A1AA  => SW1A 1AA
        E1 7 AA  => E1 7AA
        W3 8     => W3 8
        W3       => -
        12345    => -
        """,
    )


def test_identifiers_are_not_numbers():
    check(
        kinds.child,
        """
        1042.0 => 1042
        0042   => 0042
        abc1   => ABC1
        """,
    )
    assert read(kinds.child, "1" * 41) == [None]


@pytest.mark.parametrize(
    "kind",
    [kinds.date, kinds.month, kinds.hour, kinds.money, kinds.whole(), kinds.yes_no, kinds.postcode, kinds.text],
    ids=lambda kind: kind.name,
)
def test_blank_stays_blank_and_no_cells_are_no_values(kind: Kind):
    assert read(kind, None, None) == [None, None]
    assert read(kind) == []


STYLES = ["%d/%m/%Y", "%Y-%m-%d", "%d-%b-%Y", "%d %B %Y", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M", "%Y%m%d"]
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(st.lists(st.tuples(DAYS, st.sampled_from(STYLES)), max_size=20))
def test_any_day_in_any_mix_of_styles_is_read_as_that_day(days: list[tuple[date, str]]):
    cells = [datetime.combine(day, time(9, 30)).strftime(style) for day, style in days]
    assert read(kinds.date, *cells) == [day for day, _ in days]


@given(st.dates(date(1930, 1, 1), date(2090, 1, 1)))
def test_any_excel_day_number_is_read_as_its_day(day: date):
    assert read(kinds.date, str((day - date(1899, 12, 30)).days)) == [day]


@given(st.decimals(-10_000_000, 10_000_000, places=2))
def test_any_amount_is_read_with_or_without_pounds_and_commas(amount: object):
    assert read(kinds.money, f"{amount:f}", f"£{amount:,.2f}") == [float(str(amount))] * 2


@given(st.from_regex(r"\A[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}\Z"))
def test_any_postcode_is_read_with_or_without_its_space_in_any_case(postcode: str):
    assert read(kinds.postcode, postcode, postcode.replace(" ", ""), postcode.lower()) == [postcode] * 3


@given(st.text())
def test_no_cell_whatever_makes_a_kind_fail(cell: str):
    for kind in (kinds.date, kinds.month, kinds.hour, kinds.money, kinds.whole(0, 3), kinds.yes_no, kinds.postcode):
        assert len(read(kind, cell)) == 1


FIRST = [(column, first) for source in SOURCES for column in source.columns if (first := column.kind.first)]


@given(st.lists(st.none() | st.text(max_size=12), min_size=1), st.sampled_from(FIRST))
def test_the_usual_style_is_read_alike_in_one_pass(cells: list[str | None], usual: tuple[Column, Express]):
    column, first = usual
    told = pl.Series("cell", [*cells, column.example, *column.kind.choices], dtype=pl.String)
    at_once = told.to_frame().select(first(pl.col("cell"))).to_series()
    for once, anew in zip(at_once, column.kind.read(told), strict=True):
        assert once is None or once == anew


def test_examples_are_written_in_the_usual_style():
    read = {column.header: pl.select(first(pl.lit(column.example))).item() for column, first in FIRST if column.example}
    assert [header for header, value in read.items() if value is None] == []
