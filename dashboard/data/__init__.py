"""What a page may ask for. Every cache and the data version live here."""

from dashboard.data.comparisons import (
    Figure,
    beside,
    by_borough,
    change,
    compared,
    consortium,
    focused,
    one,
    over_a_year,
    trend_of,
)
from dashboard.data.control_limits import controlled
from dashboard.data.data_source import data_date, database, is_empty, is_fictional, tables, version
from dashboard.data.figures import figures, left_out, metric, metrics
from dashboard.data.loaded import boroughs, coverage, first_day, how_many, named_boroughs, providers
from dashboard.data.records import MOST as MOST_RECORDS
from dashboard.data.records import may_open, put_on_record, records

__all__ = [
    "MOST_RECORDS",
    "Figure",
    "beside",
    "boroughs",
    "by_borough",
    "change",
    "compared",
    "consortium",
    "controlled",
    "coverage",
    "data_date",
    "database",
    "figures",
    "first_day",
    "focused",
    "how_many",
    "is_empty",
    "is_fictional",
    "left_out",
    "may_open",
    "metric",
    "metrics",
    "named_boroughs",
    "one",
    "over_a_year",
    "providers",
    "put_on_record",
    "records",
    "tables",
    "trend_of",
    "version",
]
