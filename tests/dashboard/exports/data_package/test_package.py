"""Figures as data: other programs read them as they are, and find what the screens show."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import duckdb
import frictionless
import pandas as pd
import polars as pl
import pytest

from dashboard.auth.current_user import operating
from dashboard.auth.permissions import Scope
from dashboard.data import comparisons, data_source, figures
from dashboard.data import loaded as data_loaded
from dashboard.exports.data_package import command
from dashboard.exports.data_package.questions import MONTH, RETURN_YEAR, questions
from dashboard.exports.data_package.tables import KEY, figures_of
from dashboard.filters.selection import Selection
from metrics import METRICS, Release, When
from metrics.disclosure.lattice import DIMENSIONS
from store import snapshot
from store.uploads import history
from tests.conftest import Tables
from tests.dashboard.conftest import forget

VERSION: Final = "0123456789abcdef"
NEWER: Final = "fedcba9876543210"
SOME: Final = ["outside_borough", "incidents", "weekly_cost", "children_looked_after"]
"""A share at a date, a flow that is answered by month, a mean of money, a count."""
LATEST: Final = Path("board/latest")


@pytest.fixture
def loaded(made_up_tables: Tables, own_database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tables]:
    """Have the made-up tables be what is loaded."""
    since = made_up_tables["loaded"].with_columns(return_year=pl.lit(2021, pl.Int16))
    tables = {**made_up_tables, "loaded": since}
    monkeypatch.setenv("DATABASE_URL", own_database)
    monkeypatch.setattr(snapshot, "tables", lambda _: tables)
    monkeypatch.setattr(snapshot, "version", lambda _: VERSION)
    monkeypatch.setattr(history, "current", lambda _: pl.DataFrame({"sha256": ["of a file"]}))
    forget()
    yield tables
    forget()


def write(to: Path, *more: str) -> int:
    return command.run(["--to", str(to), "--measures", *SOME, *more])


def test_a_validator_duckdb_and_pandas_read_the_same(loaded: Tables, tmp_path: Path):
    assert write(tmp_path) == 0
    folder = tmp_path / LATEST
    report = frictionless.Package(str(folder / "datapackage.json"), basepath=str(folder)).validate()
    assert report.valid, report.flatten(["title", "message"])
    with duckdb.connect() as sql:
        csv = sql.read_csv(str(folder / "figures.csv")).pl()
        parquet = sql.read_parquet(str(folder / "figures.parquet")).pl()
    frame = pd.read_parquet(folder / "figures.parquet")
    assert parquet.height == csv.height == len(frame) > 500
    assert csv["value"].sum() == pytest.approx(parquet["value"].sum()) == frame["value"].sum()
    assert parquet.select(KEY).is_unique().all()
    assert {*frame["measure"]} == {*SOME}
    assert {path.name for path in (tmp_path / "board").iterdir()} == {VERSION, "latest"}


@pytest.mark.parametrize("release", [Release.BOARD, Release.WORKING])
def test_figures_are_those_of_the_screens(loaded: Tables, release: Release):
    scope = Scope("Command line", None, release)
    with operating(scope):
        end = data_source.data_date()
        rows = figures_of(SOME, end)
        year = When.year_to(end)
        chosen = Selection(data_loaded.boroughs(), year.start, year.end, data_loaded.first_day())
        for slug in SOME:
            shown = comparisons.by_borough(slug, chosen).select(area="series", value="value", mark="mark").sort("area")
            mine = rows.filter(measure=slug, dimension="All", period_end=end).filter(pl.col("period") != MONTH)
            assert mine.select("area", "value", "mark").sort("area").equals(shown), slug
        cut = figures.figures("children_looked_after", ("borough", "sex"), when=year)
        mine = rows.filter(measure="children_looked_after", dimension="sex", period_end=end).filter(
            pl.col("area") != "Consortium"
        )
        told = ["borough", "sex", "value", "mark"]
        known = cut.with_columns(pl.col("borough", "sex").cast(pl.String).fill_null("Not known")).select(told)
        same = mine.select(borough="area", sex="category", value="value", mark="mark")
        assert same.sort(told).equals(known.sort(told))


def test_the_board_release_is_asked_nothing_but_the_lattice(loaded: Tables):
    with operating(Scope("Command line", None, Release.BOARD)):
        every = list(questions(METRICS, data_source.data_date()))
    assert {each.metric.slug for each in every} > {"weekly_cost", "missing_share", "rate_per_10000"}
    assert {name for each in every for name in each.by} <= DIMENSIONS | {"borough", "month", "year"}
    assert max(len(each.by) for each in every) == 3


def test_of_one_borough_s_people_the_others_are_together(loaded: Tables, tmp_path: Path):
    assert write(tmp_path, "--release", "working", "--readers", "Brent") == 0
    areas = pl.read_csv(tmp_path / "working-brent" / "latest" / "figures.csv")["area"].unique().to_list()
    assert sorted(areas) == ["Brent", "Consortium", "Other boroughs"]


def test_a_version_stays_and_latest_moves_on(loaded: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert write(tmp_path) == 0
    before = {path: path.read_bytes() for path in (tmp_path / "board" / VERSION).iterdir()}
    monkeypatch.setattr(snapshot, "version", lambda _: NEWER)
    forget()
    assert write(tmp_path) == 0
    assert {path: path.read_bytes() for path in before} == before
    told = [json.loads((tmp_path / "board" / name / "datapackage.json").read_text()) for name in ("latest", NEWER)]
    assert [each["version"] for each in told] == [NEWER, NEWER]


def test_the_same_version_is_written_to_the_byte_and_an_unwhole_one_again(loaded: Tables, tmp_path: Path):
    assert write(tmp_path / "one") == write(tmp_path / "two") == 0
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / at / LATEST).iterdir()} for at in ("one", "two"))
    assert one == two
    (tmp_path / "one" / "board" / VERSION / "datapackage.json").unlink()
    (tmp_path / "one" / "board" / VERSION / "figures.csv").write_text("half of it")
    assert write(tmp_path / "one") == 0
    assert (tmp_path / "one" / "board" / VERSION / "figures.csv").read_bytes() == one["figures.csv"]


def test_other_figures_of_a_version_are_not_taken_for_what_is_asked(
    loaded: Tables, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert write(tmp_path) == write(tmp_path) == 0
    assert command.run(["--to", str(tmp_path), "--measures", "started"]) == 1
    assert "holds other measures, or another period. Give another place" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--measures", "weekly_costs"], "There is no measure weekly_costs. Did you mean"),
        (["--readers", "Atlantis"], "Atlantis is not a borough of this consortium."),
        (["--period", "Jan 1999"], "There is no whole month Jan 1999"),
    ],
)
def test_what_cannot_be_written_is_said(
    loaded: Tables, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], said: str
):
    assert command.run(["--to", str(tmp_path / "figures"), *more]) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "figures").exists()


def test_a_place_that_cannot_be_written_is_said(loaded: Tables, capsys: pytest.CaptureFixture[str]):
    assert command.run(["--to", "nowhere://bucket", "--measures", "started"]) == 1
    assert "Nothing can be put at nowhere://bucket" in capsys.readouterr().err


def test_periods_are_what_they_say(loaded: Tables):
    with operating(Scope("Command line", None, Release.WORKING)):
        rows = figures_of(["incidents"], date(2024, 3, 31))
    spans = rows.select("period", days=(pl.col("period_end") - pl.col("period_start")).dt.total_days() + 1)
    assert {*spans.filter(period=RETURN_YEAR)["days"]} <= {365, 366}
    assert {*spans.filter(period=MONTH)["days"]} <= {28, 29, 30, 31}
