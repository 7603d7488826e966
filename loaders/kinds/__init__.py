"""The kinds of cell that a column may hold, each read in every style that is known from real files."""

from loaders.kinds.codes import code, listed, yes_no, yes_or_no
from loaders.kinds.dates import date, hour, month
from loaders.kinds.identifiers import child, urn
from loaders.kinds.kind import Kind, Years
from loaders.kinds.numbers import money, whole
from loaders.kinds.text import postcode, text

__all__ = [
    "Kind",
    "Years",
    "child",
    "code",
    "date",
    "hour",
    "listed",
    "money",
    "month",
    "postcode",
    "text",
    "urn",
    "whole",
    "yes_no",
    "yes_or_no",
]
