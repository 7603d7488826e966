"""What is loaded and what is missing, from a few uploads."""

from datetime import date

from dashboard.charts.chart_style import Look
from dashboard.charts.coverage_grid import Line, Slot, grid
from dashboard.charts.record_list import Item, listing
from dashboard.pages.data.coverage_data import EXPECTED, Held, held_of
from dashboard.pages.data.coverage_grids import by_borough, by_source, of_year, years
from dashboard.pages.data.coverage_insights import gaps, named
from loaders.consolidated import Loaded
from tests.table import table

BOROUGHS = ("Brent", "Ealing")
LOADED = """
    borough | source           | return_year | as_at      | rows
    Brent   | ssda903_episodes | 2026        | 2026-03-31 | 10
    Brent   | costs            | 2026        | 2026-03-31 | 5
    Brent   | contracts        | 2026        | 2026-03-31 | 1
    Brent   | ssda903_episodes | 2027        | 2026-09-30 | 7
    Ealing  | ssda903_xml      | 2026        | 2026-03-31 | 30
"""


def held(text: str = LOADED) -> dict[tuple[str, str, int], str]:
    return {(each.borough, each.source, each.year): each.state for each in found(text)}


def found(text: str = LOADED) -> tuple[Held, ...]:
    return held_of(table(text, like=Loaded), BOROUGHS)


def test_what_a_borough_has_not_handed_in_is_missing():
    assert held()["Brent", "costs", 2026] == "loaded"
    assert held()["Brent", "needs", 2026] == "missing"


def test_one_xml_is_every_table_of_the_return():
    assert held()["Ealing", "ssda903_oc2", 2026] == "loaded"
    assert held()["Ealing", "costs", 2026] == "missing"


def test_scores_are_not_due_before_the_return_year_has_ended():
    assert held()["Brent", "ssda903_oc2", 2027] == "not due"
    assert held()["Brent", "ssda903_oc2", 2026] == "missing"


def test_a_borough_without_any_file_of_a_year_is_judged_by_the_others():
    assert held()["Ealing", "ssda903_oc2", 2027] == "not due"
    assert held()["Ealing", "ssda903_episodes", 2027] == "missing"


def test_what_not_every_borough_has_is_never_missing():
    assert held()["Brent", "contracts", 2026] == "loaded"
    assert held()["Ealing", "contracts", 2026] == "not expected"


def test_the_title_counts_what_is_due_and_the_list_names_it():
    assert gaps(found()) == "25 of 34 tables that are due are missing"
    assert gaps(()) == "Nothing is loaded yet"
    assert named(found())[-1] == "Ealing, return year 2026: Placement cost pro forma, Needs assessments, " + (
        "Missing-from-home incidents"
    )
    whole = "\n".join(f"Brent | {source} | 2026 | 2026-03-31 | 1" for source in EXPECTED)
    rows = held_of(table(f"borough | source | return_year | as_at | rows\n{whole}", like=Loaded), ("Brent",))
    assert gaps(rows) == "All 9 tables that are due are loaded"
    assert named(rows) == []


def test_a_cell_says_in_words_and_shape_how_much_is_there():
    brent, ealing = by_borough(found(), date(2026, 10, 2))
    assert years(found()) == [2026, 2027]
    assert (brent.under, ealing.under) == ("to 30 Sep 2026, 2 days old", "to 31 Mar 2026, 185 days old")
    assert [(slot.text, slot.state) for slot in brent.slots] == [("2 of 9", "some"), ("1 of 8", "some")]
    assert [(slot.text, slot.state) for slot in ealing.slots] == [("6 of 9", "some"), ("None", "none")]


def test_for_one_borough_a_source_shows_its_rows():
    lines = {line.name: [slot.text for slot in line.slots] for line in by_source(found(), "Brent")}
    assert lines["SSDA903 episodes"] == ["10", "7"]
    assert lines["SSDA903 OC2"] == ["Missing", "not due"]
    assert {line.name: line.slots[0].text for line in by_source(found(), None)}["SSDA903 episodes"] == "All 2"


def test_nothing_in_a_table_can_be_markup():
    bad = "<script>alert(1)</script>"
    drawn = grid([Line(bad, [Slot(bad, "none", bad)], bad)], [bad], Look(), caption=bad, corner=bad)
    drawn += listing([bad], [[Item(bad, bad)]], Look(), caption=bad)
    assert "<script>" not in drawn
    assert "&lt;script&gt;" in drawn


def test_a_return_year_has_a_line_a_source_with_every_borough_across():
    lines = {line.name: [(slot.text, slot.state) for slot in line.slots] for line in of_year(found(), 2026)}
    assert lines["SSDA903 episodes"] == [("10", "all"), ("Loaded", "all")]
    assert lines["Placement cost pro forma"] == [("5", "all"), ("Missing", "none")]
    assert lines["Service contracts"] == [("1", "all"), ("-", "idle")]
