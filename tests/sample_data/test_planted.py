"""What the README says is hidden in the sample can be found in the files."""

from collections import Counter, defaultdict
from datetime import date
from statistics import mean, median

import pytest

from sample_data.planted import UNEQUAL
from tests.sample_data import raw

SAME_CARE = {"Larkmere Fostering": "IFA", "Thornwick Fostering": "IFA", "Quillbrook Foster Care": "IFA"}


def prices(kind: str, on: date) -> dict[str, dict[str, list[float]]]:
    """Weekly costs in force on a day, by provider of the register and borough."""
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for borough in raw.BOROUGHS:
        for row in raw.in_force(borough, "2025", on):
            if row["Type of provision"] == kind and row["Provider URN"] in raw.register():
                provider = raw.register()[row["Provider URN"]]["Provider"]
                found[provider][borough].append(float(row["Total weekly cost"]))
    return found


def incidents_by_month(borough: str) -> Counter[str]:
    """Rows of the local record by the month in which each began, each counted once."""
    seen = {
        (row["Child ID"], row["Went missing"], row["Time"])
        for year in raw.RETURNS
        for row in raw.rows(borough, year, "incidents")
    }
    return Counter(went[6:] + "-" + went[3:5] for _, went, _ in seen)


@pytest.mark.parametrize("pair", [pair for pair in UNEQUAL if pair[0] in SAME_CARE], ids=str)
def test_an_agency_charges_some_boroughs_differently(pair: tuple[str, str]):
    provider, borough = pair
    by_borough = prices(SAME_CARE[provider], date(2025, 3, 31))[provider]
    others = [cost for b, costs in by_borough.items() if (provider, b) not in UNEQUAL for cost in costs]
    assert mean(by_borough[borough]) / mean(others) == pytest.approx(UNEQUAL[pair], abs=0.1)
    assert len(by_borough[borough]) >= 5


def test_homes_of_one_provider_cost_some_boroughs_more():
    by_borough = prices("Residential", date(2025, 3, 31))["Fennimore Homes"]
    dear = by_borough["HAF"] + by_borough["KAC"]
    others = [cost for borough in ("BRE", "EAL", "HAW", "HIL", "HOU", "WES") for cost in by_borough[borough]]
    assert mean(dear) / mean(others) > 1.15


@pytest.mark.parametrize("borough", ["BRE", "HIL"])
def test_one_childrens_home_price_stands_far_above_the_rest(borough: str):
    costs = sorted(cost for by in prices("Residential", date(2025, 3, 31)).values() for cost in by[borough])
    assert costs[-1] > 1.9 * median(costs)
    assert costs[-1] > 1.2 * costs[-2]


def test_hounslow_falls_by_about_a_third_once_its_service_begins():
    months = incidents_by_month("HOU")
    before = sum(count for month, count in months.items() if "2024-10" <= month <= "2025-09")
    after = sum(count for month, count in months.items() if "2025-10" <= month <= "2026-09")
    assert after / before == pytest.approx(0.68, abs=0.12)
    new = [row for row in raw.rows("HOU", "2026", "contracts") if row["From"] == "01/10/2025"]
    assert [row["Category"] for row in new] == ["Missing from home"]


def test_ealing_has_one_month_far_above_the_others():
    months = incidents_by_month("EAL")
    usual = mean(count for month, count in months.items() if "2024-01" <= month <= "2024-12" and month != "2024-05")
    assert months["2024-05"] > 1.9 * usual
    assert months["2024-05"] == max(months.values())


def test_registration_recodes_stays_with_the_same_carer():
    moved = [
        row
        for borough in raw.BOROUGHS
        for row in raw.rows(borough, "2024", "episodes")
        if row["DECOM"] == "28/10/2023" and row["RNE"] in "TU"
    ]
    assert len(moved) > 40
    assert {row["PLACE"] for row in moved} == {"Z1"}
