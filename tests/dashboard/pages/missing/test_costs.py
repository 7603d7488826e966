"""The cost table of Halton's paper of 6 January 2011, section 5.9, cell by cell, and what it must not give away."""

from collections.abc import Callable
from datetime import date

import polars as pl
import pytest

from dashboard.auth.current_user import Scope
from dashboard.charts.summary_table import Line
from dashboard.data.comparisons import Estimate
from dashboard.filters.selection import Selection
from dashboard.insights.wording import figure_of
from dashboard.pages.missing import costs
from metrics import METRICS, Release, measure
from tests.conftest import Tables
from tests.metrics.halton import SERVICE_YEAR, halton
from tests.table import table

CHOSEN = Selection(("Halton",), *SERVICE_YEAR, first=date(2007, 4, 1))

AS_PRINTED = table("""
    row                                      | occasions | people | often | service  | police   | total
    Missing from care                        | 202       | 24     | 6     | £20,542  | £202,000 | £222,542
    Missing from home                        | 361       | 178    | 7     | £36,712  | £361,000 | £397,712
    No detail recorded                       | 1         | 1      | 0     | £102     | £1,000   | £1,102
    Own young people                         | 564       | 203    | 13    | £57,356  | £564,000 | £621,356
    Other authorities' children in care here | 321       | 45     | 13    | £32,644  | £321,000 | £353,644
    Total                                    | 885       | 248    | 26    | £90,000  | £885,000 | £975,000
""")

Ask = Callable[[Release], list[Line]]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return halton(tmp_path_factory.mktemp("returns"))


@pytest.fixture
def lines(tables: Tables, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Give the table's lines in a release, measured on Halton's incidents."""

    def asked(release: Release) -> list[Line]:
        def focused(slug: str, chosen: Selection, by: tuple[str, ...] = ()) -> pl.DataFrame:
            where = chosen.where(focused=True)
            return measure(METRICS[slug], tables, by=by, where=where, when=chosen.when, release=release)

        def one(slug: str, chosen: Selection) -> Estimate:
            return figure_of(chosen.name, focused(slug, chosen).row(0, named=True))

        monkeypatch.setattr(costs, "focused", focused)
        monkeypatch.setattr(costs, "one", one)
        monkeypatch.setattr(costs, "scope", lambda: Scope("Officer", None, release))
        columns = {slug: costs.column(slug, CHOSEN) for slug in costs.shown_measures()}
        return costs.lines(columns)

    return asked


def test_every_cell_is_as_printed(lines: Ask):
    assert [(line.name, *line.cells[:6]) for line in lines(Release.WORKING)] == [
        tuple(map(str, row)) for row in AS_PRINTED.iter_rows()
    ]


def test_cost_an_incident_and_a_young_person(lines: Ask):
    total = lines(Release.WORKING)[-1]
    assert total.cells[6:] == ("£101.69", "£362.90")


def test_a_subtotal_never_tells_a_hidden_part_of_it(lines: Ask):
    rows = {line.name: line.cells for line in lines(Release.BOARD)}
    for place, hidden in enumerate(rows["No detail recorded"]):
        assert hidden != "[c]" or rows["Own young people"][place] == "[c]"
    assert rows["No detail recorded"][0] == "[c]"


def test_beyond_boards_only_counts_are_shown(lines: Ask):
    assert {len(line.cells) for line in lines(Release.EVENT)} == {3}
