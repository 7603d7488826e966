"""The first eight boroughs' baseline (West London project initiation document, 2007) by the published-figure route.

From a file as anyone would type it, cell by cell as printed, by the loaders, to `measure`.
"""

from typing import Final

import pytest

from loaders.reading.parallel import read_all
from metrics import METRICS, Release, measure
from tests.conftest import Tables, consolidated
from tests.metrics.asked import same

PERIODS: Final = {
    "spend": "2005/06",
    "weekly": "PAF 05/06",
    "fostered": "PAF 05/06",
    "children": "PAF 05/06",
    "CPA": "2005",
}
NAMES: Final = {
    "spend": "Gross spend excluding income",
    "weekly": "Average weekly LAC cost £",
    "fostered": "%LAC in foster pl or adoption",
    "children": "Number of children in care",
    "CPA": "CPA rating",
}
PRINTED: Final = """
    borough                | spend   | weekly | fostered | children | CPA
    Brent                  | £18.2m  | £733   | 71       | 402      | 3
    Ealing                 | £34.9m  | £686   | 74       | 457      | 3
    Hammersmith and Fulham | £26.4m  | £668   | 74       | 386      | 3
    Harrow                 | £21.8m  | £1,366 | 64       | 175      | 2
    Hillingdon             | £49.6m* | £927   | 70       | 633*     | 2
    Hounslow               | £37.3m  | £840   | 79       | 336      | 3
    Kensington and Chelsea | £23.4m  | £926   | 68       | 231      | 4
    Westminster            | £33.0m  | £858   | 79       | 293      | 4
"""
FOOTNOTE: Final = "£20.3m of total budget and 308 of 633 children in care relates to asylum seekers"

EXPECTED: Final = """
    borough                | spend    | weekly | fostered | children | CPA
    Brent                  | 18200000 | 733    | 71       | 402      | 3
    Ealing                 | 34900000 | 686    | 74       | 457      | 3
    Hammersmith and Fulham | 26400000 | 668    | 74       | 386      | 3
    Harrow                 | 21800000 | 1366   | 64       | 175      | 2
    Hillingdon             | 49600000 | 927    | 70       | 633      | 2
    Hounslow               | 37300000 | 840    | 79       | 336      | 3
    Kensington and Chelsea | 23400000 | 926    | 68       | 231      | 4
    Westminster            | 33000000 | 858    | 79       | 293      | 4
"""
BY: Final = ("borough", "measure", "period")


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    file = tmp_path_factory.mktemp("papers") / "baseline.csv"
    file.write_text("\n".join(["Authority,Measure,Breakdown,Period,Value,Note,Publication", *_lines()]))
    (reading,) = read_all([file])
    assert (reading.refused, reading.source, reading.accepted, reading.findings.height) == (None, "published", 40, 0)
    return {name: frame.lazy() for name, frame in consolidated([reading]).items()}


def _lines() -> list[str]:
    """Give a line of the file for each cell of the table, with the footnote where it has the star."""
    header, *rows = [[cell.strip() for cell in line.split("|")] for line in PRINTED.strip().splitlines()]
    cells = [(row[0], column, value) for row in rows for column, value in zip(header[1:], row[1:], strict=True)]
    return [
        f'{borough},{NAMES[column]},,{PERIODS[column]},"{value}",{FOOTNOTE if "*" in value else ""},Initiation document'
        for borough, column, value in cells
    ]


def test_the_table_as_printed(tables: Tables):
    found = measure(METRICS["published_figure"], tables, by=BY)
    assert found.height == 40
    wide = found.pivot("measure", index="borough", values="value")
    same(wide.rename({name: column for column, name in NAMES.items()}), EXPECTED)


def test_each_measure_says_its_period(tables: Tables):
    found = measure(METRICS["published_figure"], tables, by=BY)
    said = dict(found.select("measure", "period").unique().iter_rows())
    assert said == {NAMES[column]: period for column, period in PERIODS.items()}


def test_the_footnote_stands_by_both_of_hillingdons_figures_and_by_no_other(tables: Tables):
    found = measure(METRICS["published_figure"], tables, by=(*BY, "note"))
    same(
        found.filter(found["note"].is_not_null()),
        f"""
        borough    | measure                      | value    | note
        Hillingdon | Gross spend excluding income | 49600000 | {FOOTNOTE}
        Hillingdon | Number of children in care   | 633      | {FOOTNOTE}
        """,
    )


def test_the_paper_is_public_so_every_release_shows_it(tables: Tables):
    for release in Release:
        assert measure(METRICS["published_figure"], tables, by=BY, release=release)["value"].null_count() == 0
