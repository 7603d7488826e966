"""The eight boroughs, and the mix of backgrounds of the children each looks after."""

from typing import Final, NamedTuple


class Borough(NamedTuple):
    """A borough: its three-letter code, its name, its ONS code and the counts of ethnic groups in 2025."""

    code: str
    name: str
    ons: str
    white: int
    mixed: int
    asian: int
    black: int
    other: int


BOROUGHS: Final = (
    Borough("BRE", "Brent", "E09000005", 65, 62, 36, 87, 46),
    Borough("EAL", "Ealing", "E09000009", 85, 63, 55, 61, 11),
    Borough("HAF", "Hammersmith and Fulham", "E09000013", 48, 58, 8, 64, 16),
    Borough("HAW", "Harrow", "E09000015", 40, 43, 37, 30, 26),
    Borough("HIL", "Hillingdon", "E09000017", 123, 35, 43, 75, 34),
    Borough("HOU", "Hounslow", "E09000018", 116, 31, 34, 44, 24),
    Borough("KAC", "Kensington and Chelsea", "E09000020", 13, 34, 3, 44, 11),
    Borough("WES", "Westminster", "E09000033", 21, 54, 19, 58, 32),
)

ETHNIC_CODES: Final = {
    "white": {"WBRI": 74.0, "WIRI": 4.0, "WOTH": 20.0, "WROM": 2.0},
    "mixed": {"MWBC": 40.0, "MWBA": 18.0, "MWAS": 14.0, "MOTH": 28.0},
    "asian": {"AIND": 22.0, "APKN": 24.0, "ABAN": 14.0, "AOTH": 40.0},
    "black": {"BCRB": 36.0, "BAFR": 48.0, "BOTH": 16.0},
    "other": {"OOTH": 96.0, "CHNE": 2.0, "NOBT": 2.0},
}
"""SSDA903 codes within each broad group, with the share of each."""

ARRIVALS: Final = {"AOTH": 30.0, "OOTH": 38.0, "BAFR": 22.0, "WOTH": 10.0}
"""Ethnic codes of unaccompanied asylum-seeking children, with the share of each."""
