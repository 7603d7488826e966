"""What going missing costs, cohort by cohort, in the layout of Halton's paper of January 2011 (section 5)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.auth.current_user import scope
from dashboard.charts.number_format import day, pounds, written
from dashboard.charts.summary_table import Kind, Line
from dashboard.data.comparisons import Estimate, focused, one
from dashboard.data.figures import metric
from dashboard.faults import tried_each
from dashboard.figure import Sheet, figure_part
from dashboard.filters.selection import Selection
from dashboard.insights.numbers import Entry, numbers
from dashboard.insights.wording import figure_of, short
from metrics import Release, Unit

ASSUMED: Final = "Police cost: £1,000 an incident, an assumption."


OWN: Final = {
    "In care": "Missing from care",
    "At home": "Missing from home",
    "Not recorded": "No detail recorded",
}
"""The borough's own young people: cohort to the name of the row."""


OTHERS: Final = ("Other authority's child", "Other authorities' children in care here")


COUNTS: Final = {
    "incidents": "Occasions",
    "young_people_missing": "Young people",
    "repeat_runners": "More than 8 occasions",
}


COSTS: Final = {
    "missing_service_cost": "Service cost",
    "missing_police_cost": "Police cost",
    "missing_total_cost": "Total cost",
    "cost_per_incident": "Service cost an incident",
    "cost_per_young_person": "Service cost a young person",
}


Row = Mapping[str, Estimate]


def shown_measures() -> dict[str, str]:
    """Give the measures of the table and their headings; counts alone in the event release.

    There counts are rounded, and a cost that is not would tell them; a contract's price is a provider's.
    """
    return COUNTS if scope().release is Release.EVENT else COUNTS | COSTS


@dataclass(frozen=True)
class Column:
    """One measure of the table: by cohort, of the borough's own young people together, and of all."""

    cohorts: Row
    own: Estimate
    whole: Estimate


def column(slug: str, chosen: Selection) -> Column:
    """Give the column of a measure."""
    cohorts, own = _by_cohort(slug, chosen), one(slug, chosen.only("cohort", *OWN))
    return Column(cohorts, own if _is_open(cohorts) else _hidden(own), one(slug, chosen))


def lines(columns: Mapping[str, Column]) -> list[Line]:
    """Give the table: the borough's own cohorts, their subtotal, other authorities' children, the total."""
    return [_line(name, row, kind) for name, row, kind in _rows(columns)]


def _rows(columns: Mapping[str, Column]) -> Iterator[tuple[str, dict[str, Estimate | None], Kind]]:
    for cohort, name in OWN.items():
        yield name, _of(columns, cohort), "row"
    yield "Own young people", {slug: each.own for slug, each in columns.items()}, "subtotal"
    yield OTHERS[1], _of(columns, OTHERS[0]), "row"
    yield "Total", {slug: each.whole for slug, each in columns.items()}, "total"


def _none(slug: str) -> Estimate:
    """A cohort without an incident is a zero, or nothing to divide by."""
    is_ratio = slug.startswith("cost_per")
    return Estimate("", None if is_ratio else 0.0, None, None, None, "[z]" if is_ratio else None)


def _of(columns: Mapping[str, Column], cohort: str) -> dict[str, Estimate | None]:
    return {slug: each.cohorts.get(cohort) for slug, each in columns.items()}


def _by_cohort(slug: str, chosen: Selection) -> dict[str, Estimate]:
    rows = focused(slug, chosen, ("cohort",))
    return {str(row["cohort"]): figure_of(str(row["cohort"]), row) for row in rows.iter_rows(named=True)}


def _is_open(cohorts: Mapping[str, Estimate]) -> bool:
    """Whether no part of the subtotal is hidden: the subtotal less the other parts would tell it."""
    return not any(cohorts[cohort].mark == "[c]" for cohort in OWN if cohort in cohorts)


def _hidden(figure: Estimate) -> Estimate:
    return Estimate(figure.series, None, None, None, None, "[c]")


def _line(name: str, row: Mapping[str, Estimate | None], kind: Kind = "row") -> Line:
    return Line(name, tuple(_cell(slug, figure) for slug, figure in row.items()), kind)


def _cell(slug: str, figure: Estimate | None) -> str:
    """Write one figure; a cohort without an incident is a zero, or nothing to divide by."""
    unit = metric(slug).unit
    if figure is None:
        return "[z]" if slug.startswith("cost_per") else written(0.0, unit)
    if figure.value is None:
        return figure.mark or "[x]"
    mark = f" {figure.mark}" if figure.mark and figure.mark != "[u]" else ""
    pence = 2 if slug.startswith("cost_per") else 0
    return f"{'£' if unit is Unit.POUNDS else ''}{figure.value:,.{pence}f}{mark}"


def cost_title(service: Estimate, police: Estimate, total: Estimate) -> str:
    """Say what incidents cost, the assumption said."""
    if total.value is None:
        return f"Missing from home, cost: {total.mark or '[x]'}"
    named = (("service", service), ("police", police))
    parts = [f"{name} {pounds(figure.value)}" for name, figure in named if figure.value]
    whole = f"Going missing cost {pounds(total.value)}"
    return short(f"{whole}: {', '.join(parts)} (assumed)", whole) if parts else whole


@figure_part("What incidents cost", is_wide=True)
def costs_sheet(selection: Selection) -> Sheet:
    """Give what incidents cost, cohort by cohort; without the costs in the event release."""
    headings = shown_measures()
    columns, faults = tried_each({slug: metric(slug).title for slug in headings}, lambda slug: column(slug, selection))
    shown = {slug: headings[slug] for slug in columns}
    costs = [columns[slug].whole for slug in list(COSTS)[:3] if slug in columns]
    has_costs = len(costs) > 2
    about = f"{selection.name}, {day(selection.start)} to {day(selection.end)}."
    return Sheet(
        metrics=[metric(slug) for slug in shown],
        lines=lines(columns),
        columns=list(shown.values()),
        selection=selection,
        title=cost_title(*costs) if has_costs else "Occasions and young people by cohort",
        caption=f"{about} {ASSUMED}" if has_costs else about,
        corner="Cohort",
        data=numbers(_entries(columns, shown), "cohort"),
        faults=faults,
    )


def _entries(columns: Mapping[str, Column], headings: Mapping[str, str]) -> Iterator[Entry]:
    for name, row, _ in _rows(columns):
        for slug, figure in row.items():
            yield Entry(name, headings[slug], metric(slug), figure or _none(slug))
