"""What a page may ask for. Every cache and the data version live here."""

from dashboard.data.about import boroughs, coverage, first_day, providers, uploads
from dashboard.data.compared import Figure, by_borough, compared, consortium, focused, one, reference
from dashboard.data.figures import figures, left_out, metric, metrics
from dashboard.data.source import data_date, database, is_empty, is_fictional, tables, version

__all__ = [
    "Figure",
    "boroughs",
    "by_borough",
    "compared",
    "consortium",
    "coverage",
    "data_date",
    "database",
    "figures",
    "first_day",
    "focused",
    "is_empty",
    "is_fictional",
    "left_out",
    "metric",
    "metrics",
    "one",
    "providers",
    "reference",
    "tables",
    "uploads",
    "version",
]
