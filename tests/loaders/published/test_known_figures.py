"""Known figures in layouts drawn at random: each comes out once, of its area, period and group, or all are refused."""

from itertools import product
from typing import Final

from hypothesis import Phase, given, settings
from hypothesis import strategies as some

import loaders
from tests.loaders.files import csv_of

AREAS: Final = {
    "Brent": ("304", "E09000005"),
    "LB Ealing": ("307", "E09000009"),
    "Durham": ("840", "E06000047"),
    "Dorset": ("838", "E06000059"),
    "Dorset ": ("835", "E10000009"),
}
NAMES: Final = {
    "LB Ealing": "Ealing",
    "Durham": "County Durham",
    "Dorset ": "Dorset (Pre LG)",
}
GROUPS: Final = {
    "sex": ["Total", "Girls", "Boys"],
    "number_of_moves": ["1", "2", "3", "4"],
    "placements_in_year": ["1", "2", "3 or more"],
    "age": ["16", "17", "18"],
    "stage": ["Total", "1", "2"],
}
FIGURES: Final = ("number", "children_percent", "rate_per_10000")
SYMBOLS: Final = ["c", "x", "z", "[c]", "(k)", "low", "~", ":", "..", "u"]
TIMES: Final = [("2024", "Reporting year", "2024"), ("2024", "Calendar year", "2024 Calendar year")]

cells: Final = some.one_of(some.integers(0, 5_000).map(str), some.sampled_from(SYMBOLS))
layouts: Final = some.tuples(
    some.lists(some.sampled_from(sorted(GROUPS)), unique=True, max_size=2),
    some.lists(some.sampled_from(FIGURES), unique=True, min_size=1),
    some.lists(some.sampled_from(sorted(AREAS)), unique=True, min_size=2),
    some.lists(some.sampled_from(TIMES), unique=True, min_size=1),
)


@settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(layouts, some.data())
def test_each_known_figure_comes_out_once(
    layout: tuple[list[str], list[str], list[str], list[tuple[str, str, str]]], data: some.DataObject
):
    groups, figures, areas, times = layout
    headings = ["time_period", "time_identifier", "geographic_level", "old_la_code", "new_la_code", "la_name"]
    rows, expected = [[*headings, *groups, *figures]], dict[tuple[str, ...], str]()
    for (year, what, period), area, group in product(times, areas, product(*(GROUPS[name] for name in groups))):
        written = data.draw(some.lists(cells, min_size=len(figures), max_size=len(figures)))
        rows.append([year, what, "Local authority", *AREAS[area], area.strip(), *group, *written])
        for figure, cell in zip(figures, written, strict=True):
            expected[figure, NAMES.get(area, area), period, ": ".join(group)] = cell.strip("[]()")
    reading = loaders.read(csv_of(rows), name="data.csv")
    if reading.refused:
        assert "cannot be told" in reading.refused
        return
    assert reading.set_aside == 0
    assert _told(reading, figures) == expected


def _told(reading: loaders.Reading, figures: list[str]) -> dict[tuple[str, ...], str]:
    """Cell of each figure, area, period and group."""
    called = {"number": "number", "percentage": "children_percent", "rate per 10,000": "rate_per_10000"}
    table = reading.tables["published"].select("measure", "authority", "period", "breakdown", "value", "symbol")
    told = dict[tuple[str, ...], str]()
    for measure, area, period, group, value, symbol in table.iter_rows():
        key = (called[measure.split(": ")[1]], area, period, group or "")
        assert key not in told
        told[key] = symbol if value is None else str(int(value))
    assert {figure for figure, *_ in told} == set(figures)
    return told
