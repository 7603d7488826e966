"""What going missing costs, cohort by cohort, in the layout of Halton's paper of January 2011 (section 5)."""

from collections.abc import Mapping
from typing import Final

from dashboard.access import scope
from dashboard.charts.ledger import Kind, Line
from dashboard.charts.numbers import written
from dashboard.data.compared import Figure, focused, one
from dashboard.data.figures import metric
from dashboard.filters.selection import Selection
from dashboard.sentences import figure_of
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


def shown() -> dict[str, str]:
    """Give the measures of the table and their headings; counts alone in the event release.

    There counts are rounded, and a cost that is not would tell them; a contract's price is a provider's.
    """
    return COUNTS if scope().release is Release.EVENT else COUNTS | COSTS


def lines(chosen: Selection) -> list[Line]:
    """Give the table: the borough's own cohorts, their subtotal, other authorities' children, the total."""
    cohorts = {slug: _by_cohort(slug, chosen) for slug in shown()}
    own = [_line(name, {slug: cohorts[slug].get(cohort) for slug in cohorts}) for cohort, name in OWN.items()]
    others = _line(OTHERS[1], {slug: cohorts[slug].get(OTHERS[0]) for slug in cohorts})
    both = {slug: one(slug, chosen.only("cohort", *OWN)) for slug in cohorts}
    part = {slug: figure if _is_open(cohorts[slug]) else _hidden(figure) for slug, figure in both.items()}
    whole = {slug: one(slug, chosen) for slug in cohorts}
    return [*own, _line("Own young people", part, "subtotal"), others, _line("Total", whole, "total")]


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
    """Write one figure; a cohort without an incident is a nought, or nothing to divide by."""
    unit = metric(slug).unit
    if figure is None:
        return "[z]" if slug.startswith("cost_per") else written(0.0, unit)
    if figure.value is None:
        return figure.mark or "[x]"
    mark = f" {figure.mark}" if figure.mark and figure.mark != "[u]" else ""
    pence = 2 if slug.startswith("cost_per") else 0
    return f"{'£' if unit is Unit.POUNDS else ''}{figure.value:,.{pence}f}{mark}"
