"""Put the releases to the attacker, on the sample: `python -m tests.attacker` prints one line a release and way."""

import sys
from datetime import date
from typing import Final

from metrics import METRICS, Release, When, measure
from metrics.disclosure import RULES, Protected, protected
from metrics.engine.table_cache import Held
from store import snapshot
from tests.attacker.attributes import named
from tests.attacker.guess import guessed
from tests.attacker.told import told, ways
from tests.on_sample import on_sample

END: Final = date(2026, 9, 30)
HEADLINES: Final = ("children_looked_after", "outside_borough", "weekly_cost", "spend", "secure_and_childrens_homes")
HEAD: Final = "| release | tables | guessed at | commonest | best guess | sure and right | attributes | by chance |"


def main() -> None:
    """Print what the attacker gets, with protection and without, and how far headline figures move."""
    sys.stdout.write(f"{HEAD}\n|{'---|' * 8}\n")
    with on_sample() as database:
        tables = Held({name: rows.collect().lazy() for name, rows in snapshot.tables(database).items()})
        for release in (Release.BOARD, Release.EVENT):
            for name, behind in (("as they are", Protected(tables)), ("protected", protected(tables))):
                sys.stdout.write(f"| {release} | {name} | {_line(tables, behind, release)} |\n")
        errors = sorted(_errors(tables, protected(tables)))
    middle, high = errors[len(errors) // 2], errors[int(len(errors) * 0.95)]
    sys.stdout.write(f"Boroughs' headlines move by {middle:.2%} (median), {high:.2%} (95th percentile).\n")


def _line(tables: Held, behind: Protected, release: Release) -> str:
    most = RULES[release].hide_to
    found = guessed(told(tables, behind, release, END, ways(tables)), most)
    attributes = named(tables, behind, END, most)
    share = f"{found.commonest:.0f}% | {found.best:.0f}% ({found.way}) | {found.sure}"
    return f"{found.tried:,} | {share} | {attributes.right:.0f}% | {attributes.commonest:.0f}%"


def _errors(tables: Held, behind: Protected) -> list[float]:
    moved: list[float] = []
    for slug in HEADLINES:
        right, kept = (measure(METRICS[slug], of, by=("borough",), when=When.year_to(END)) for of in (tables, behind))
        moved += ((kept["value"] - right["value"]).abs() / right["value"]).drop_nulls().to_list()
    return moved


if __name__ == "__main__":
    main()
