"""Put every way of protecting to the attacker, on the sample: `python -m tests.attacker [HOW MANY]`."""

import random
import sys
from collections.abc import Iterator
from datetime import date
from typing import Final

import polars as pl

from metrics import METRICS, Release, When, measure
from metrics.populations import Tables
from store import snapshot
from tests.attacker.attack import attack, broken
from tests.attacker.averaging import guessed
from tests.attacker.candidates import CANDIDATES, Candidate
from tests.attacker.shown import cuts, shown
from tests.on_sample import on_sample

END: Final = date(2026, 9, 30)
WAYS: Final = cuts(
    ["borough", "placement_type", "provider_sector", "age_band", "sex", "is_uasc", "legal_status", "is_out_of_area"],
    most=2,
)
HEADLINES: Final = ("children_looked_after", "outside_borough", "weekly_cost", "spend", "secure_and_childrens_homes")


def main() -> None:
    """Print one line a way: what it hides, how far it moves the headlines, and how often it is broken."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    print("hidden  median error  attacked  broken  to the last child  by a year's mean  way")
    with on_sample() as database:
        tables = snapshot.tables(database)
        for candidate in CANDIDATES:
            print(_line(candidate, tables, many), flush=True)


def _line(candidate: Candidate, tables: Tables, many: int) -> str:
    seen = candidate.tables(tables)
    cells = list(dict.fromkeys(shown(seen, END, candidate.release, WAYS, moved=candidate.moves)))
    some = [cell for cell in cells if cell.is_hidden and cell.is_small]
    worked = attack(cells, random.Random(1).sample(some, min(many, len(some))))
    found = broken(worked)
    exact = sum(each.left == 1 for each in found)
    still, right = guessed(seen, END, candidate.release)
    hidden = sum(cell.is_hidden for cell in cells) / len(cells)
    moved = pl.Series(list(_errors(seen, candidate.release))).median()
    counts = f"{len(worked):8}  {len(found):6}  {exact:17}  {right:>7} of {still:<6}"
    return f"{hidden:6.1%}  {moved:12.2%}  {counts}  {candidate.name}"


def _errors(tables: Tables, release: Release) -> Iterator[float]:
    for slug in HEADLINES:
        ask = {"by": ("borough",), "when": When.year_to(END)}
        right = measure(METRICS[slug], tables, **ask)["value"]
        told = measure(METRICS[slug], tables, **ask, release=release)["value"]
        yield from ((told - right).abs() / right).drop_nulls()


if __name__ == "__main__":
    main()
