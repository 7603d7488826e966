"""The DfE's own words for the codes of the return, which some systems write in the place of the code."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

FILE: Final = "words.csv"
"""Column, code and words (DfE, guide to the SSDA903 return, 2024 to 2025, OGL v3)."""


def words(column: str, labels: Mapping[str, str]) -> dict[str, str]:
    """The DfE's words for the codes of a column, and the label of each."""
    return {each["words"]: labels[each["code"]] for each in _rows() if each["column"] == column}


@cache
def _rows() -> list[dict[str, str]]:
    text = files("loaders.ssda903").joinpath(FILE).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
