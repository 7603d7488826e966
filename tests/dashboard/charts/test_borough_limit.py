"""More boroughs than can be read: the chart draws those of most children, the table has all."""

import json
from typing import Final

import polars as pl
import pytest

from dashboard.charts.borough_limit import MOST, few, note
from dashboard.charts.chart import Chart
from dashboard.charts.chart_style import CONSORTIUM, Drawing, Look
from tests.dashboard.charts.examples import EXAMPLES

SMALLEST: Final = Look(focus="Area 1")


def boroughs(many: int) -> pl.DataFrame:
    """Areas 1 to so many, each with one child more than the one before, and what stands beneath them."""
    beneath = [CONSORTIUM, f"{CONSORTIUM}, Mar 2025", "England, Mar 2025"]
    names = [*(f"Area {number}" for number in range(1, many + 1)), *beneath]
    return pl.DataFrame({"series": names, "value": 10.0, "n": [*range(1, many + 1), None, None, None]})


def test_as_many_as_can_be_read_are_all_drawn():
    figures = boroughs(MOST)
    assert few(figures, Look()).equals(figures)
    assert note(figures, Look()) == ""


def test_of_more_those_of_most_children_are_in_the_order_given():
    drawn = few(boroughs(MOST + 2), Look())["series"].to_list()
    assert {"Area 1", "Area 2"}.isdisjoint(drawn)
    assert drawn == [name for name in boroughs(MOST + 2)["series"] if name in drawn]
    assert note(boroughs(MOST + 2), Look()) == ("Drawn are the 40 boroughs of most children; the table has all 42.")


def test_the_focus_the_whole_and_what_was_published_stay_whatever_their_size():
    own = pl.DataFrame({"series": ["Area 1, Mar 2025"], "value": [10.0], "n": [None]})
    drawn = few(pl.concat([boroughs(MOST + 5), own], how="vertical_relaxed"), SMALLEST)["series"].to_list()
    assert {"Area 1", CONSORTIUM, f"{CONSORTIUM}, Mar 2025", "England, Mar 2025", "Area 1, Mar 2025"} <= {*drawn}
    assert {"Area 2", "Area 3"}.isdisjoint(drawn)


def test_a_hidden_number_of_children_counts_as_none():
    hidden = boroughs(MOST + 1).with_columns(n=pl.when(pl.col("series") != "Area 20").then("n"))
    assert "Area 20" not in few(hidden, Look())["series"].to_list()


def test_what_is_not_of_boroughs_is_left_as_it_is():
    providers = boroughs(MOST + 9).filter(pl.col("series") != CONSORTIUM)
    assert few(providers, Look()).equals(providers)
    assert note(providers, Look()) == ""


@pytest.mark.parametrize("draw", [example.draw for example in EXAMPLES.values() if example.draw.has_line_a_borough])
def test_every_chart_with_a_line_a_borough_draws_no_more(draw: Chart[..., Drawing]):
    example = EXAMPLES[draw.key]
    one = example.figures.filter(pl.col("series") == example.figures["series"][0])
    names = [*(f"Area {number}" for number in range(90)), CONSORTIUM]
    many = pl.concat([one.with_columns(pl.lit(name).alias("series")) for name in names])
    options = {name: many if isinstance(given, pl.DataFrame) else given for name, given in example.options.items()}
    drawn = json.dumps(draw(many, Look(unit=example.unit), **options).to_dict()["datasets"])
    assert sum(f'"Area {number}"' in drawn for number in range(90)) == MOST
