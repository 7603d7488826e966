"""Ofsted's published releases since 2014 and the lists that authorities receive: every setting, as it was judged."""

from datetime import date
from typing import Final

import pytest

import loaders
from loaders.reading.result import Reading
from tests.loaders.files import SHARED, balances, csv_of, found, needs_shared_data, read_text

HOME: Final = {"URN": "SC900001", "Provision type": "Children's home", "Sector": "Private"}


def release(**more: str) -> Reading:
    """Read one home of which a release says this too, by heading."""
    cells = HOME | more
    return loaders.read(csv_of([list(cells), list(cells.values())]), name="provider_level_at_31_March_2022.csv")


def judged(reading: Reading) -> tuple[str, date | None]:
    row = reading.tables["providers"].row(0, named=True)
    return row["judgement"], row["inspected"]


@pytest.mark.parametrize(
    "heading",
    [
        "Overall effectiveness",
        "Overall Effectiveness ",
        "Overall experiences and progress of children and young people",
        "Latest full inspection overall experiences and progress of children and young people",
        "Latest overall effectiveness grade as at 31 March 2022",
        "Latest overall Effectiveness grade from last full inspection",
        "Overall effectiveness judgement at last full inspection",
        "Latest inspection overall outcome",
        "Latest full inspection outcome",
        "Inspection outcome",
        "Outcome",
        "Judgement",
        "Inspection judgements",
        "Grade",
    ],
)
def test_a_judgement_by_whatever_its_heading_contains(heading: str):
    assert judged(release(**{heading: "Inadequate"}))[0] == "Inadequate"


@pytest.mark.parametrize(
    "heading",
    [
        "Inspection date",
        "Inspection Date",
        "Last full inspection date",
        "Latest full inspection date",
        "Date of last full inspection",
        "Date of latest inspection",
        "Full inspection start date",
        "Last full inspection",
        "Last inspected",
    ],
)
def test_the_day_of_the_inspection_by_whatever_its_heading_contains(heading: str):
    assert judged(release(**{heading: "04/10/2021", "Overall effectiveness": "Good"})) == ("Good", date(2021, 10, 4))


OTHERS: Final = {
    "Previous full inspection date": "01/01/2001",
    "Previous full inspection overall effectiveness": "Inadequate",
    "Interim inspection start date": "01/01/2002",
    "Interim inspection overall effectiveness": "Declined in effectiveness",
    "Assurance visit start date": "01/01/2003",
    "Linked school latest inspection date": "01/01/2004",
    "Linked school overall effectiveness": "Inadequate",
    "Latest full inspection publication date": "01/01/2005",
    "Latest full inspection event number": "10007416",
    "Previous Event type": "Full inspection",
    "Outcomes in education and related learning activities": "Inadequate",
    "Outcomes for children and young people": "Inadequate",
    "How well children and young people are helped and protected": "Inadequate",
    "The effectiveness of leaders and managers": "Inadequate",
    "Date of latest overall effectiveness judgement publication": "01/01/2006",
}


def test_what_is_said_of_other_inspections_is_never_taken_for_the_last_full_one():
    told = {"Latest full inspection date": "04/10/2021", "Latest full inspection overall effectiveness": "Good"}
    assert judged(release(**OTHERS, **told)) == ("Good", date(2021, 10, 4))
    assert judged(release(**OTHERS)) == ("Not known", None)


@pytest.mark.parametrize(
    ("cells", "judgement"),
    [
        ({}, "Not known"),
        ({"Latest full inspection date": "04/10/2021"}, "Not known"),
        ({"Overall effectiveness": ""}, "Not yet inspected"),
        ({"Overall effectiveness": "", "Latest full inspection date": "04/10/2021"}, "Not known"),
        ({"Overall effectiveness": "Not provided as service is inspected with its authority"}, "Not known"),
        ({"Overall effectiveness": "Not judged", "Inspection date": "04/10/2021"}, "Not known"),
        ({"Overall effectiveness": "Sustained effectiveness", "Event type": "Interim inspection"}, "Not known"),
        ({"Overall effectiveness": "Not yet inspected"}, "Not yet inspected"),
        ({"Inspection judgements": "1"}, "Outstanding"),
        ({"Inspection judgements": "2"}, "Good"),
        ({"Inspection judgements": "3"}, "Requires improvement"),
        ({"Inspection judgements": "4"}, "Inadequate"),
        ({"Inspection judgements": "5", "Date of inspection": "04/10/2013"}, "Not known"),
        ({"Overall effectiveness": "[z]"}, "Not yet inspected"),
        ({"Overall effectiveness": "Adequate"}, "Requires improvement"),
        ({"Overall effectiveness": "Satisfactory"}, "Requires improvement"),
        ({"Overall effectiveness": "Requires Improvement"}, "Requires improvement"),
        ({"Overall effectiveness": "Requires improvement to be good"}, "Requires improvement"),
    ],
)
def test_what_is_not_said_is_not_known_and_never_not_yet_inspected(cells: dict[str, str], judgement: str):
    reading = release(**cells)
    assert judged(reading)[0] == judgement
    assert (judgement == "Not known") == ("no-judgements" in {code for _, _, code, _ in found(reading)})


def test_of_a_list_of_inspections_the_latest_full_one_of_each_setting_counts():
    reading = read_text(
        """
        URN      | Provision type  | Sector  | Event type            | Inspection date | Overall effectiveness
        SC900001 | Children's home | Private | Full inspection       | 04/05/2021      | Good
        SC900001 | Children's home | Private | Full inspection       | 04/10/2021      | Inadequate
        SC900001 | Children's home | Private | Interim inspection    | 04/02/2022      | Improved effectiveness
        SC900002 | Children's home | Private | Monitoring inspection | 05/02/2022      |
        SC900003 | Children's home | Private | Full inspection       | 06/05/2021      | Outstanding
        """,
        "inspections_2021-22.csv",
    )
    table = reading.tables["providers"].select("urn", "judgement", "inspected")
    assert (reading.rows, reading.accepted, balances(reading)) == (5, 5, True)
    assert table.rows() == [
        ("SC900001", "Inadequate", date(2021, 10, 4)),
        ("SC900002", "Not known", None),
        ("SC900003", "Outstanding", date(2021, 5, 6)),
    ]
    assert (None, None, "row-an-inspection", "info") in found(reading)


def test_two_rows_of_one_inspection_that_differ_are_a_question():
    reading = read_text(
        """
        URN      | Provision type  | Sector  | Inspection date | Overall effectiveness
        SC900001 | Children's home | Private | 04/05/2021      | Good
        SC900001 | Children's home | Private | 04/05/2021      | Inadequate
        SC900002 | Children's home | Private |                 | Good
        SC900002 | Children's home | Private |                 | Inadequate
        """,
        "providers.csv",
    )
    assert (reading.accepted, reading.set_aside, balances(reading)) == (0, 4, True)


def test_the_eight_regions_of_ofsted_are_no_news_beside_the_nine():
    reading = release(**{"Ofsted region": "North East, Yorkshire and The Humber", "Government Office Region": "London"})
    assert reading.tables["providers"]["region"].to_list() == ["London"]
    assert not reading.findings.filter(severity="warning").height


def test_one_judgement_that_is_none_is_told_beside_others():
    reading = read_text(
        """
        URN      | Provision type  | Sector  | Overall effectiveness
        SC900001 | Children's home | Private | Good
        SC900002 | Children's home | Private | Excellent
        """,
        "providers.csv",
    )
    assert reading.tables["providers"]["judgement"].to_list() == ["Good", "Not known"]
    assert (3, "Overall effectiveness", "unreadable", "warning") in found(reading)


@pytest.mark.parametrize(
    ("cells", "setting", "provider"),
    [
        ({"Name": "The Laurels"}, "The Laurels", "The Laurels"),
        ({"Name": "REDACTED", "Organisation which owns the provider": "Bright Ltd"}, "Bright Ltd", "Bright Ltd"),
        ({"Setting name": "The Laurels", "Organisation name": "Bright Ltd"}, "The Laurels", "Bright Ltd"),
        ({"Setting name": "The Laurels", "Owner name": "Redacted"}, "The Laurels", "The Laurels"),
        *(
            (cells, "Children's home SC900001", "Children's home SC900001")
            for cells in (
                {},
                {"Name": "REDACTED"},
                {"Name": "[Redacted]", "Organisation which owns the provider": "REDACTED"},
                {"Setting Name": "Withheld", "Organisation which owns the provider": ""},
                {"Name": "REDACTED - children's home", "Organisation name": "Redacted (individual)"},
                {"Name": "[x]", "Organisation which owns the provider": "Information redacted"},
                {"Name": "-", "Organisation which owns the provider": "[c]"},
            )
        ),
    ],
)
def test_a_home_without_a_name_is_kept_under_its_number(cells: dict[str, str], setting: str, provider: str):
    reading = release(**cells)
    assert (reading.rows, reading.accepted) == (1, 1)
    assert reading.tables["providers"].select("setting", "provider").row(0) == (setting, provider)


@pytest.mark.parametrize(
    ("heading", "cell", "column", "value"),
    [
        ("LA", "Camden", "authority", "Camden"),
        ("government_office_region_name", "London", "region", "London"),
        ("Organisation", "Bright Ltd", "provider", "Bright Ltd"),
        ("Event date", "04/10/2021", "inspected", date(2021, 10, 4)),
        ("Local authority", "St Helens", "authority", "St. Helens"),
        ("Local authority", "East Sussex County Council", "authority", "East Sussex"),
        ("Local authority", "Cumbria", "authority", "Cumbria"),
        ("Local authority", "Medway Towns", "authority", "Medway"),
        ("Local authority", "Cardiff", "authority", "Cardiff"),
        ("GOR", "London", "region", "London"),
        ("Max/Estimated Places", "6", "places", 6),
        ("Maximum fostering places", "20", "places", 20),
        ("Reg Status", "Active", "registration", "Registered"),
        ("Registration status (as at @enddate)", "Resigned", "registration", "Closed"),
        ("Cancelled or resigned date", "01/10/2019", "closed", date(2019, 10, 1)),
        ("First effective date (that the provider closed)", "30/11/2017", "closed", date(2017, 11, 30)),
        ("First effective date (that the provider became active)", "11/09/2015", "registered", date(2015, 9, 11)),
        ("Top company (as listed on Companies' House)", "Bright Group", "owner_group", "Bright Group"),
    ],
)
def test_every_other_column_by_the_headings_it_has_had(heading: str, cell: str, column: str, value: object):
    assert release(**{heading: cell}).tables["providers"][column].to_list() == [value]


def test_of_two_days_of_status_the_later_counts():
    reading = release(
        **{
            "Registration status (as at 1 April 2022)": "Active",
            "Registration status (as at 31 March 2023)": "Resigned",
        }
    )
    assert reading.tables["providers"]["registration"].to_list() == ["Closed"]


def test_an_area_that_is_no_authority_is_told_and_left_blank():
    reading = release(**{"Local authority": "Peoples Council of Gondor"})
    assert reading.tables["providers"]["authority"].to_list() == [None]
    assert (2, "Local authority", "unreadable", "warning") in found(reading)


@needs_shared_data
@pytest.mark.published
@pytest.mark.parametrize(
    ("year", "judgements"),
    [(2017, ["Good"]), (2021, ["Good"]), (2022, ["Inadequate", "Outstanding", "Good"])],
)
def test_the_layouts_of_three_releases(year: int, judgements: list[str]):
    reading = loaders.read(SHARED / f"cases/files/ofsted_releases/provider_at_march_{year}.csv")
    register = reading.tables["providers"]
    assert (reading.source, reading.set_aside, balances(reading)) == ("providers", 0, True)
    assert register["judgement"].to_list() == judgements
    assert register["inspected"].null_count() == register["authority"].null_count() == 0
    assert set(register["listed"]) == {date(year, 3, 31)}
