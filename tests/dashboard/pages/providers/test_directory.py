import polars as pl
import pytest

from dashboard.data.comparisons import Estimate
from dashboard.pages.providers import directory_data as directory
from dashboard.pages.providers.offers import MEASURES, Offer


@pytest.fixture(autouse=True)
def register(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(directory, "ofsted", lambda: {"Ash": "Good"})
    monkeypatch.setattr(directory, "inspected", dict)


def offer(name: str, value: float | None, mark: str | None = None) -> Offer:
    figure = Estimate(name, value, None, None, value, mark)
    return Offer(
        name, "IFA foster", 3 if value else None, dict.fromkeys(MEASURES, figure), dict.fromkeys(MEASURES, figure)
    )


def test_numbers_sort_as_numbers():
    rows = directory.sortable([offer("Ash", 90), offer("Birch", 1000), offer("Cedar", None, "[z]")])
    assert rows["Children"].to_list() == [90, 1000, None]
    assert rows["Ofsted"].to_list() == ["Good", "Not on the register", "Not on the register"]


def test_text_with_marks_sorts_like_the_numbers_it_holds():
    rows = directory.sortable(
        [offer("Ash", 90), offer("Birch", 1000), offer("Cedar", None, "[c]"), offer("Elm", None, "[z]")]
    )
    assert rows["Children"].dtype == pl.String
    told = rows.filter(pl.col("Provider").is_in(["Ash", "Birch"]))
    assert told.sort("Children")["Provider"].to_list() == ["Ash", "Birch"]


def test_the_number_of_buyers_is_hidden_with_the_children():
    assert directory.words([offer("Cedar", None, "[c]")])["Boroughs"].to_list() == ["[c]"]
