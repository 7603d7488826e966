"""The lake: other engines read a snapshot as it lies, and find our figure; only what changed is written again."""

import json
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest
import sqlalchemy as sa

from metrics import METRICS, When, measure
from store import snapshot
from store.__main__ import main
from store.snapshot import lake
from store.snapshot.build import OF_BOROUGHS, SHARED
from store.uploads.save import save
from tests.store.handing import reading

AT = date(2025, 3, 31)
QUESTION = f"""
    SELECT borough, count(DISTINCT child) AS looked_after FROM {{episodes}}
    WHERE NOT is_short_break AND started <= DATE '{AT}' AND (ended IS NULL OR ended > DATE '{AT}')
    GROUP BY borough ORDER BY borough
"""
"""Children looked after on the last day of the return year, asked in plain SQL."""

PARTITIONS = {"borough": pl.String(), "return_year": pl.Int16()}

Tables = Mapping[str, pl.LazyFrame]
Figures = list[tuple[str, int]]


@pytest.fixture(scope="module")
def kept(sample_tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a lake of the sample, as a snapshot writes it."""
    tables = {name: frame.collect() for name, frame in sample_tables.items()}
    folder = tmp_path_factory.mktemp("snapshot") / lake.LAKE
    files = lake.write_shared(folder, {name: tables[name] for name in SHARED})
    for borough in tables["episodes"]["borough"].unique():
        files |= lake.write(folder, borough, {name: tables[name].filter(borough=borough) for name in OF_BOROUGHS})
    lake.finish(folder, {}, files)
    return folder


@pytest.fixture(scope="module")
def ours(sample_tables: Tables) -> Figures:
    """Give our own answer."""
    return answer(sample_tables)


def answer(tables: Tables) -> Figures:
    """Ask the metric."""
    found = measure(METRICS["children_looked_after"], tables, by=("borough",), when=When(AT, AT))
    return [(borough, round(value)) for borough, value in found.select("borough", "value").sort("borough").rows()]


def test_duckdb_finds_our_figure(kept: Path, ours: Figures):
    files = f"read_parquet('{kept}/episodes/*/*/*.parquet', hive_partitioning = true)"
    assert duckdb.execute(QUESTION.format(episodes=files)).fetchall() == ours
    assert len(ours) > 1


def test_spark_finds_our_figure(kept: Path, ours: Figures):
    spark_sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed (pip install pyspark)")
    if shutil.which("java") is None:
        pytest.skip("pyspark needs Java, which is not installed")
    builder = spark_sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
    settings = {
        "spark.sql.shuffle.partitions": 1,
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    try:
        spark.read.parquet(f"{kept}/episodes").createOrReplaceTempView("episodes")
        found = spark.sql(QUESTION.format(episodes="episodes")).collect()
    finally:
        spark.stop()
    assert [tuple(row) for row in found] == ours


def test_polars_on_its_streaming_engine_finds_our_figure(kept: Path, ours: Figures, sample_tables: Tables):
    episodes = pl.scan_parquet(f"{kept}/episodes", hive_partitioning=True, hive_schema=PARTITIONS)
    with pl.Config() as settings:
        settings.set_engine_affinity("streaming")
        assert answer({**sample_tables, "episodes": episodes}) == ours


def test_every_row_is_in_the_lake_in_the_return_year_that_it_began_in(kept: Path, sample_tables: Tables):
    for name in OF_BOROUGHS:
        whole = sample_tables[name].collect()
        found = sorted(kept.glob(f"{name}/*/*/*.parquet"))
        rows = pl.scan_parquet(found, hive_partitioning=True, hive_schema=PARTITIONS).collect() if found else whole
        assert rows.select(whole.columns).height == whole.height, name
    began = pl.scan_parquet(f"{kept}/episodes", hive_partitioning=True, hive_schema=PARTITIONS)
    days = began.group_by("return_year").agg(first=pl.col("started").min(), last=pl.col("started").max()).collect()
    assert days.height > 1
    for year, first, last in days.rows():
        assert date(year - 1, 4, 1) <= first <= last <= date(year, 3, 31)


EPISODES = "child | started | provider_sector\n{child} | {day} | Private"
BRENT = reading("episodes", EPISODES.format(child="BRE-1", day="2024-03-31"))
KENSINGTON = reading("episodes", EPISODES.format(child="K-1", day="2024-04-01"), borough="Kensington and Chelsea")


def paths(engine: sa.Engine, table: str) -> dict[str, Path]:
    """Give the lake's files of a table by their place in it."""
    home = snapshot.ensure(engine) / lake.LAKE
    return {str(path.parent.relative_to(home / table)): path for path in sorted(home.glob(f"{table}/**/*.parquet"))}


def test_a_snapshot_holds_a_folder_a_borough_and_return_year_and_a_manifest(database: sa.Engine):
    for each in (BRENT, KENSINGTON):
        save(database, each, who="officer")
    spaced = "borough=Kensington%20and%20Chelsea/return_year=2025"
    assert list(paths(database, "episodes")) == ["borough=Brent/return_year=2024", spaced]
    told = json.loads((snapshot.ensure(database) / "lake/manifest.json").read_text())
    assert set(told["boroughs"]) == {"Brent", "Kensington and Chelsea"}
    assert told["files"][f"episodes/{spaced}/rows.parquet"]["rows"] == 1
    files = f"read_parquet('{snapshot.ensure(database)}/lake/episodes/*/*/*.parquet')"
    names = duckdb.execute(f"SELECT borough, return_year FROM {files} ORDER BY 1").fetchall()
    assert names == [("Brent", 2024), ("Kensington and Chelsea", 2025)]


def test_only_the_boroughs_that_changed_are_written_again(fresh: sa.Engine):
    save(fresh, BRENT, who="officer")
    before = paths(fresh, "episodes")
    save(fresh, KENSINGTON, who="officer")
    after = paths(fresh, "episodes")
    assert all(after[place].samefile(path) for place, path in before.items())
    assert len(after) == len(before) + 1


def test_a_lost_file_of_the_lake_is_made_again_when_the_lake_is_asked_for(
    fresh: sa.Engine, fresh_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("DATABASE_URL", fresh_url)
    save(fresh, BRENT, who="officer")
    (lost,) = paths(fresh, "episodes").values()
    lost.unlink()
    assert main(["lake"]) == 0
    assert capsys.readouterr().out.strip() == str(lost.parents[3])
    assert lost.is_file()


def test_a_borough_whose_old_part_of_the_lake_is_lost_is_written_again(fresh: sa.Engine):
    save(fresh, BRENT, who="officer")
    shutil.rmtree(snapshot.ensure(fresh) / lake.LAKE)
    save(fresh, KENSINGTON, who="officer")
    assert len(paths(fresh, "episodes")) == 2


def test_it_is_copied_elsewhere_once_a_version_and_older_versions_go(
    fresh: sa.Engine,
    fresh_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setenv("DATABASE_URL", fresh_url)
    (tmp_path / "bucket/letters").mkdir(parents=True)
    to = f"file://{tmp_path}/bucket"
    for each in (BRENT, KENSINGTON):
        save(fresh, each, who="officer")
        assert main(["lake", "--to", to]) == 0
    version = snapshot.version(fresh)
    assert capsys.readouterr().out.splitlines()[-1] == f"{to}/{version}"
    assert {path.name for path in (tmp_path / "bucket").iterdir()} == {"letters", version}
    files = f"read_parquet('{tmp_path}/bucket/{version}/episodes/*/*/*.parquet')"
    assert duckdb.execute(f"SELECT count(*) FROM {files}").fetchall() == [(2,)]
    assert lake.is_whole(tmp_path / "bucket" / version)
    before = (tmp_path / "bucket" / version / "manifest.json").stat().st_mtime_ns
    assert main(["lake", "--to", to]) == 0
    assert (tmp_path / "bucket" / version / "manifest.json").stat().st_mtime_ns == before


def test_a_place_that_cannot_be_reached_is_said(
    fresh: sa.Engine, fresh_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("DATABASE_URL", fresh_url)
    save(fresh, BRENT, who="officer")
    assert main(["lake", "--to", "nowhere://bucket"]) == 1
    assert "Nothing can be put at nowhere://bucket" in capsys.readouterr().err
