"""What holds of every metric, whoever writes it."""

import inspect
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from metrics import METRICS, Metric, Release, Statistic, Theme, When, measure
from metrics.dimensions.catalogue import DIMENSIONS
from metrics.disclosure import NotInReleaseError
from metrics.engine.groupings import filters, groupings
from metrics.engine.table_cache import Held
from metrics.engine.values import FIGURES
from metrics.guidance import SMALL
from metrics.periods import STEPS
from metrics.populations import POPULATIONS, Tables
from tests.conftest import AT_LENGTH
from tests.metrics.asked import given

HERE: Final = Path(__file__).parent
EMPTY: Final = Held(given())
YEARS: Final = When(When.return_year(2024).start, When.return_year(2025).end)
YEAR: Final = When.return_year(2025)
ADDS_UP: Final = {Statistic.COUNT, Statistic.TOTAL, Statistic.SHARE, Statistic.RATE}
OTHERS: Final = 1 if AT_LENGTH else 6
"""One grouping in so many is asked of a metric, others of the next; all of them in `make prove`."""
ALIKE: Final = ("borough", "sex", "age_band", "placement_type", "need_level", "provider_sector")
"""Groupings whose rows are asked for as filters, too."""
SOME: Final = len(ALIKE) if AT_LENGTH else 2
"""How many of them a metric is asked by: others of the next."""
NOT_OF_PEOPLE: Final = {Statistic.MEAN, Statistic.QUANTILE, Statistic.CHANGE}


@pytest.fixture(scope="module")
def made_up_tables(made_up_tables: Tables) -> Held:
    """Give the made-up tables as the product holds them: what is found out of them is found out once."""
    return Held(made_up_tables)


every_metric = pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.slug)


@every_metric
def test_its_card_is_complete(metric: Metric):
    assert metric.title
    assert metric.source
    assert metric.title[0].isupper()
    assert not metric.title.endswith(".")
    assert (metric.quantile is not None) == (metric.statistic is Statistic.QUANTILE)
    assert set(metric.only_by or ()) | metric.parts <= DIMENSIONS.keys()
    assert set(metric.needs) <= POPULATIONS.keys()


@every_metric
def test_its_definition_can_be_published(metric: Metric):
    first, _, more = metric.definition.partition("\n")
    assert first.endswith("."), "the first line of a definition is a sentence"
    assert more.startswith("\n"), "a definition goes on after an empty line: who counts, who does not, and the source"
    assert all(len(line) <= 120 for line in metric.definition.splitlines())


@every_metric
def test_it_has_its_own_file_and_its_own_tests(metric: Metric):
    file = Path(inspect.getfile(metric.rows))
    assert (file.stem, file.parent.name) == (metric.slug, metric.theme)
    assert (HERE / metric.theme / f"test_{metric.slug}.py").exists()


@every_metric
@pytest.mark.parametrize("release", Release)
def test_it_answers_of_nothing_whatever_it_is_grouped_by(metric: Metric, release: Release):
    for name in groupings(metric, EMPTY)[_place(metric) % OTHERS :: OTHERS]:
        try:
            found = measure(metric, EMPTY, by=(name,), when=YEAR, release=release)
        except NotInReleaseError:
            assert release is not Release.WORKING
            continue
        assert found.columns == [name, *FIGURES]
        assert name in STEPS or (release is not Release.WORKING and not found["n"].sum()) or found.is_empty()
    assert measure(metric, EMPTY, when=YEAR, release=release).height == 1


@every_metric
def test_a_filter_by_an_unknown_column_raises(metric: Metric):
    with pytest.raises(ValueError, match="There is no dimension colour"):
        measure(metric, EMPTY, where={"colour": ("red",)}, when=YEAR)


@every_metric
def test_boroughs_add_up_to_the_consortium(metric: Metric, made_up_tables: Tables):
    if metric.statistic not in ADDS_UP or metric.n_of is not None:
        pytest.skip("its groups do not add up")
    told = measure(metric, made_up_tables, by=("borough",), when=YEAR)
    parts = told.filter(pl.col("mark").ne_missing("[x]"))
    shown = {"borough": tuple(parts["borough"])} if parts.height < told.height else None
    whole = measure(metric, made_up_tables, where=shown, when=YEAR)
    for name in ("numerator", "denominator", "n"):
        assert (parts[name].sum() or 0) == pytest.approx(whole[name].item() or 0, rel=1e-9)


@every_metric
def test_a_filter_gives_the_same_as_its_own_row_of_a_grouping(metric: Metric, made_up_tables: Tables):
    both = set(groupings(metric, made_up_tables)) & set(filters(metric, made_up_tables))
    for name in [name for name in _from(ALIKE, _place(metric)) if name in both][:SOME]:
        grouped = measure(metric, made_up_tables, by=(name,), when=YEAR)
        for value in grouped[name].cast(pl.String).fill_null("").to_list():
            alone = measure(metric, made_up_tables, where={name: (value,)}, when=YEAR)
            same = pl.col(name).cast(pl.String).fill_null("") == value
            assert_frame_equal(alone, grouped.filter(same).drop(name), rel_tol=1e-9)


def _place(metric: Metric) -> int:
    return list(METRICS).index(metric.slug)


def _from(names: Sequence[str], place: int) -> list[str]:
    """Give names from another place for each metric, round to the first."""
    first = place % len(names)
    return [*names[first:], *names[:first]]


@every_metric
def test_the_board_sees_nothing_from_one_to_five(metric: Metric, made_up_tables: Tables):
    if metric.statistic is Statistic.GIVEN:
        pytest.skip("published already")
    for by in [(), ("borough",), ("borough", "year"), ("broad_type",), ("borough", "broad_type")]:
        if set(by) <= set(groupings(metric, made_up_tables)):
            when = YEARS if "year" in by else YEAR
            with suppress(NotInReleaseError):
                found = measure(metric, made_up_tables, by=by, when=when, release=Release.BOARD)
                _assert_nothing_small(metric, found)


def _assert_nothing_small(metric: Metric, found: pl.DataFrame) -> None:
    assert not _small(found["n"])
    assert (found["mark"].fill_null("") != "[u]").all()
    if metric.statistic in NOT_OF_PEOPLE or metric.unit.value.startswith("GBP"):
        return
    assert not _small(found["numerator"].abs())
    if metric.statistic is Statistic.SHARE:
        assert not _small(found["denominator"])
        assert not _small(found["denominator"] - found["numerator"])


def _small(values: pl.Series) -> bool:
    return bool(values.is_between(1, SMALL).any())


@every_metric
def test_what_is_hidden_is_hidden_whole(metric: Metric, made_up_tables: Tables):
    by = ("borough",) if _by_borough(metric) else ()
    found = measure(metric, made_up_tables, by=by, when=YEAR, release=Release.BOARD)
    hidden = found.filter(pl.col("mark") == "[c]").select(name for name in FIGURES if name != "mark")
    assert all(hidden[name].is_null().all() for name in hidden.columns)


def _by_borough(metric: Metric) -> bool:
    return metric.only_by is None or "borough" in metric.only_by


def test_a_metric_at_a_date_needs_a_population_at_a_date():
    at_date = {name for name, each in POPULATIONS.items() if each.is_at_date}
    assert {card.slug for card in METRICS.values() if card.is_at_date} == {
        card.slug for card in METRICS.values() if at_date & set(card.needs)
    }
    assert "census" in at_date
    assert "started_care" not in at_date


def test_every_theme_has_metrics():
    assert {metric.theme for metric in METRICS.values()} == set(Theme)
