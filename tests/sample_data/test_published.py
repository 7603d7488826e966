"""The sample's published figures are the real ones, and lie where the fictional consortium is steered to."""

import pytest
from polars.testing import assert_frame_equal

from loaders.reading.file import read
from metrics import METRICS, When, measure
from metrics.benchmarks import TWINS, published
from tests.conftest import Tables
from tests.loaders.files import needs_shared_data
from tests.metrics.benchmarks.given import BOROUGHS, real
from tests.sample_data.raw import FOLDER

AT_YEAR_END = When.return_year(2025)
KEY = ["authority", "period_end"]


def test_every_row_of_both_files_gets_in():
    for name, source in (("published_figures", "published"), ("neighbours", "neighbours")):
        reading = read(FOLDER / f"{name}.csv")
        assert (reading.source, reading.set_aside, reading.blank) == (source, 0, 0)


@needs_shared_data
@pytest.mark.published
def test_each_figure_is_as_published(sample_tables: Tables):
    everything, years = real(), When(When.return_year(2021).start, AT_YEAR_END.end)
    for slug in TWINS:
        areas = sample_tables["published"].select("authority").unique().collect()["authority"].to_list()
        sample = published(slug, sample_tables, areas, years).drop("note")
        whole = published(slug, everything, areas, years).select(sample.columns)
        assert_frame_equal(sample, whole.join(sample, on=KEY, how="semi"))


def test_the_fictional_boroughs_lie_on_the_published_count(sample_tables: Tables):
    ours = measure(METRICS["children_looked_after"], sample_tables, by=("borough",), when=AT_YEAR_END)
    theirs = published("children_looked_after", sample_tables, BOROUGHS, AT_YEAR_END)
    assert dict(ours.select("borough", "value").iter_rows()) == dict(theirs.select("authority", "value").iter_rows())
