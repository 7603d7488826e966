"""A borough of few children is not cut by anything beyond the working release; how many it has is shown."""

import polars as pl
import pytest

from metrics import METRICS, Release, measure
from metrics.disclosure import Protected
from metrics.disclosure.lattice import LEAST_CUT
from tests.metrics.asked import YEAR, given

MANY = {"Brent": LEAST_CUT - 1, "Ealing": LEAST_CUT, "Harrow": 3 * LEAST_CUT}
ROWS = [
    f"{borough} | {borough}{i} | 2020-01-01 | {'Male' if i % 2 else 'Female'} | Foster care"
    for borough, many in MANY.items()
    for i in range(many)
]
TABLES = Protected(given(episodes="\n".join(["borough | child | started | sex | placement_group", *ROWS])))


@pytest.mark.parametrize("release", [Release.BOARD, Release.EVENT])
def test_a_borough_of_few_children_is_not_cut(release: Release):
    ask = {"when": YEAR, "release": release}
    assert measure(METRICS["children_looked_after"], TABLES, by=("borough",), **ask)["mark"].null_count() == 3
    cut = measure(METRICS["children_looked_after"], TABLES, by=("borough", "sex"), **ask)
    hidden = cut.filter(pl.col("mark") == "[c]")["borough"].to_list()
    assert {"Brent"} < {*hidden}, "and another with it, as all boroughs together less the others would tell"
    alone = measure(METRICS["foster"], TABLES, where={"borough": ("Brent",)}, **ask)
    assert alone["mark"].to_list() == ["[c]"]


@pytest.mark.parametrize("release", [Release.BOARD, Release.EVENT])
def test_neither_is_a_consortium_of_few_children(release: Release):
    few = [row for row in ROWS if row.startswith("Brent")]
    tables = Protected(given(episodes="\n".join(["borough | child | started | sex | placement_group", *few])))
    ask = {"when": YEAR, "release": release}
    assert measure(METRICS["children_looked_after"], tables, **ask)["mark"].to_list() == [None]
    for slug, by in (("children_looked_after", ("sex",)), ("foster", ())):
        assert set(measure(METRICS[slug], tables, by=by, **ask)["mark"]) == {"[c]"}
