"""What going missing costs, cohort by cohort, in the layout of Halton's paper of January 2011 (section 5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.auth.current_user import scope
from dashboard.charts.number_format import written
from dashboard.charts.summary_table import Kind, Line
from dashboard.data.comparisons import Figure, focused, one
from dashboard.data.figures import metric
from dashboard.filters.selection import Selection
from dashboard.insights.sentences import figure_of
from metrics import Release, Unit

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

Row = Mapping[str, Figure]


def shown_measures() -> dict[str, str]:
    """Give the measures of the table and their headings; counts alone in the event release.

    There counts are rounded, and a cost that is not would tell them; a contract's price is a provider's.
    """
    return COUNTS if scope().release is Release.EVENT else COUNTS | COSTS


@dataclass(frozen=True)
class Column:
    """One measure of the table: by cohort, of the borough's own young people together, and of all."""

    cohorts: Row
    own: Figure
    whole: Figure


def column(slug: str, chosen: Selection) -> Column:
    """Give the column of a measure."""
    cohorts, own = _by_cohort(slug, chosen), one(slug, chosen.only("cohort", *OWN))
    return Column(cohorts, own if _is_open(cohorts) else _hidden(own), one(slug, chosen))


def lines(columns: Mapping[str, Column]) -> list[Line]:
    """Give the table: the borough's own cohorts, their subtotal, other authorities' children, the total."""
    own = [_line(name, _of(columns, cohort)) for cohort, name in OWN.items()]
    part = {slug: each.own for slug, each in columns.items()}
    whole = {slug: each.whole for slug, each in columns.items()}
    others = _line(OTHERS[1], _of(columns, OTHERS[0]))
    return [*own, _line("Own young people", part, "subtotal"), others, _line("Total", whole, "total")]


def _of(columns: Mapping[str, Column], cohort: str) -> dict[str, Figure | None]:
    return {slug: each.cohorts.get(cohort) for slug, each in columns.items()}


def _by_cohort(slug: str, chosen: Selection) -> dict[str, Figure]:
    rows = focused(slug, chosen, ("cohort",))
    return {str(row["cohort"]): figure_of(str(row["cohort"]), row) for row in rows.iter_rows(named=True)}


def _is_open(cohorts: Mapping[str, Figure]) -> bool:
    """Whether no part of the subtotal is hidden: the subtotal less the other parts would tell it."""
    return not any(cohorts[cohort].mark == "[c]" for cohort in OWN if cohort in cohorts)


def _hidden(figure: Figure) -> Figure:
    return Figure(figure.series, None, None, None, None, "[c]")


def _line(name: str, row: Mapping[str, Figure | None], kind: Kind = "row") -> Line:
    return Line(name, tuple(_cell(slug, figure) for slug, figure in row.items()), kind)


def _cell(slug: str, figure: Figure | None) -> str:
    """Write one figure; a cohort without an incident is a zero, or nothing to divide by."""
    unit = metric(slug).unit
    if figure is None:
        return "[z]" if slug.startswith("cost_per") else written(0.0, unit)
    if figure.value is None:
        return figure.mark or "[x]"
    mark = f" {figure.mark}" if figure.mark and figure.mark != "[u]" else ""
    pence = 2 if slug.startswith("cost_per") else 0
    return f"{'£' if unit is Unit.POUNDS else ''}{figure.value:,.{pence}f}{mark}"
