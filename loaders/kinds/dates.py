"""Dates, months and times of day, in the styles that case-management systems and Excel write."""

from datetime import date as day
from typing import Final

import polars as pl

from loaders.kinds.kind import Express, Kind, Read, first_that_reads, reading_by

EARLIEST: Final = day(1900, 1, 1)
LATEST: Final = day(2099, 12, 31)
SERIALS: Final = (10_000, 73_050)
"""Excel's day numbers for 1927 to 2099: smaller numbers are too like ages and counts to be taken for days."""
EXCEL_EPOCH: Final = day(1899, 12, 30)
LEAP_DAY: Final = (2, 29)
LONDON: Final = "Europe/London"
ZONED: Final = (
    r"(?i)^(\d{4}-\d{2}-\d{2})[T ]+(\d{1,2}:\d{2})(:\d{2})?(?:[.,]\d+)? ?(?:UTC|GMT)?(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?$"
)
"""A day and time in a zone: its offset from Greenwich, or a word for none."""
IS_ZONED: Final = r"(?i)\d:\d{2}(:\d{2})?([.,]\d+)? ?(UTC|GMT|Z|[+-]\d{2}(:?\d{2})?)+$"
DAY_FIRST: Final = r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"


def _written(style: str) -> Express:
    """Read dates of one style; a date outside 1900 to 2099 is a slip of the year and is not read."""

    def read(cell: pl.Expr) -> pl.Expr:
        day = cell.str.to_date(style, strict=False, cache=False)
        return pl.when(day.is_between(EARLIEST, LATEST)).then(day)

    return read


def _style(style: str) -> Read:
    return reading_by(_written(style))


def _serials(cells: pl.Series) -> pl.Series:
    """Read Excel day numbers, with or without a time of day as fraction."""
    days = cells.cast(pl.Float64, strict=False)
    days = days.set(~days.is_between(*SERIALS).fill_null(value=False), None).floor().cast(pl.Int32)
    return (days + (EXCEL_EPOCH - day(1970, 1, 1)).days).cast(pl.Date)


def _london(cells: pl.Series) -> pl.Series:
    """Give the time in London of a day and time in a zone: in summer, 23:30 in Greenwich is half past midnight."""
    zoned = cells.set(~cells.str.contains(IS_ZONED).fill_null(value=False), None)
    parts = zoned.str.replace(DAY_FIRST, "$3-$2-$1").str.extract_groups(ZONED).struct.unnest()
    days, clock, seconds, offset = parts
    padded = days.str.replace(r"-(\d)-", "-0$1-").str.replace(r"-(\d)$", "-0$1") + "T" + clock.str.zfill(5)
    zone = offset.str.to_uppercase().replace("Z", "+00:00").fill_null("+00:00")
    text = padded + seconds.fill_null(":00") + zone.str.replace(":", "", literal=True).str.pad_end(5, "0")
    return text.str.to_datetime("%Y-%m-%dT%H:%M:%S%z", strict=False, time_zone="UTC").dt.convert_time_zone(LONDON)


def _london_day(cells: pl.Series) -> pl.Series:
    days = _london(cells).dt.date()
    return days.set(~days.is_between(EARLIEST, LATEST).fill_null(value=False), None)


def _without_time(cells: pl.Series) -> pl.Series:
    """Cut a time of day, or the zone that XML gives a day, off a date."""
    return cells.str.replace(r"[Tt ,]+\d{1,2}:\d{2}.*$", "").str.replace(
        r"^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})$", "$1"
    )


def _words(cells: pl.Series) -> pl.Series:
    """Write "1st March 2024", "1 Mar 24", "March 1, 2024", "Fri 1 March 2024" and "01-Mar-2024" in one way."""
    spaced = cells.str.replace(r"(?i)^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s,.]+", "").str.replace_all(
        r"[\s./,–—-]+", "-"
    )
    turned = spaced.str.replace(r"(?i)^([a-z]{3})[a-z]*-(\d{1,2})(st|nd|rd|th)?-", "$2-$1-")
    return turned.str.replace(r"(?i)^(\d{1,2})(st|nd|rd|th)-", "$1-").str.replace(r"(?i)-([a-z]{3})[a-z]*-", "-$1-")


USUAL: Final = "%d/%m/%Y"
NUMERIC: Final = (_style(USUAL), _style("%Y-%m-%d"), _style("%d/%m/%y"))
WORDED: Final = (
    _style("%d-%b-%Y"),
    _style("%d-%b-%y"),
    _style("%d-%m-%Y"),
    _style("%d-%m-%y"),
    _style("%Y%m%d"),
    NUMERIC[1],
)


def read_date(cells: pl.Series) -> pl.Series:
    """Read dates: day first, ISO, month by name, date and time, Excel day number; in a zone, the day in London.

    American order is never tried: `loaders.reading.date_order` decides it for a column as a whole.
    """
    return first_that_reads(
        cells,
        [
            *NUMERIC,
            _serials,
            _london_day,
            lambda left: first_that_reads(_without_time(left), NUMERIC),
            lambda left: first_that_reads(_words(_without_time(left)), WORDED),
        ],
    )


def _month_and_year(cells: pl.Series) -> pl.Series:
    return first_that_reads(
        "01-" + cells.str.replace_all(r"[\s/.-]+", "-").str.replace(r"(?i)^([a-z]{3})[a-z]*-", "$1-"),
        (_style("%d-%m-%Y"), _style("%d-%b-%Y"), _style("%d-%b-%y"), _style("%d-%Y-%m")),
    )


def _to_month(day: pl.Expr) -> pl.Expr:
    is_leap_day = (day.dt.month() == LEAP_DAY[0]) & (day.dt.day() == LEAP_DAY[1])
    return pl.when(is_leap_day).then(day).otherwise(day.dt.truncate("1mo"))


TO_MONTH: Final = reading_by(_to_month)


def read_month(cells: pl.Series) -> pl.Series:
    """Read a month, or a date cut to its month: the first of that month.

    29 February stays as it is: who was born on it is a year older on 1 March where there is none, which is after the
    month's end, so that no age would be right without it.
    """
    return TO_MONTH(first_that_reads(cells, [NUMERIC[0], _month_and_year, read_date]))


CLOCK: Final = r"(?i)^(?:\S+[-/.]\S+[T ]+)?(\d{1,2})(?:[:.]?(\d{2})(?:[:.]\d{2}(?:\.\d+)?)?)? ?(am|pm)?$"


def _clock(cells: pl.Series) -> pl.Series:
    """Read 9:05, 09.05, 0905, 9pm and 21:05:00, alone or after a date. A lone hour could be anything."""
    parts = cells.str.extract_groups(CLOCK)
    hours, minutes = (parts.struct.field(group).cast(pl.Int8, strict=False) for group in ("1", "2"))
    half = parts.struct.field("3").str.to_lowercase()
    hours = _of_day(hours, half)
    is_time = (minutes.is_not_null() | half.is_not_null()) & (hours < 24) & (minutes.fill_null(0) < 60)
    return hours.set(~is_time.fill_null(value=False), None)


def _of_day(hours: pl.Series, half: pl.Series) -> pl.Series:
    """Hours of the day from hours of its half; an hour that no half day has is left as no hour."""
    twelve = (hours % 12) + (half == "pm").cast(pl.Int8) * 12
    return hours.zip_with(half.is_null(), twelve.set((hours > 12).fill_null(value=False), None))


def _fraction(cells: pl.Series) -> pl.Series:
    """Read a time that a spreadsheet hands over as a fraction of a day."""
    part = cells.cast(pl.Float64, strict=False)
    return (part.set(~((part >= 0) & (part < 1)).fill_null(value=False), None) * 24).floor().cast(pl.Int8)


def read_hour(cells: pl.Series) -> pl.Series:
    """Read the hour (0 to 23) of a time of day."""
    return first_that_reads(cells, [_clock, _fraction, lambda left: _london(left).dt.hour()])


date: Final = Kind("date", "a date such as 31/03/2025", read_date, first=_written(USUAL), is_day=True)
month: Final = Kind("month", "a month such as 03/2012, or a date", read_month, is_day=True)
hour: Final = Kind("time", "a time of day such as 21:30", read_hour)
