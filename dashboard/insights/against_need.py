"""Cost against need: one placement type beside what need explains; by borough where single placements are hidden."""

from typing import Final

from dashboard.charts.bars import bars
from dashboard.charts.number_format import pounds
from dashboard.charts.scatter import scatter
from dashboard.data import comparisons
from dashboard.data.comparisons import Estimate
from dashboard.data.figures import metric
from dashboard.data.price_against_need import by_boroughs, cloud, types
from dashboard.figure import Ask, Figure, figure_part
from dashboard.filters.parameters import NEED_TYPE
from dashboard.filters.selection import Selection
from dashboard.insights.description import described

DEFAULT_TYPE: Final = "Children's home"


def unexplained(kind: str, outliers: int, chosen: Estimate) -> str:
    """Say how many placements cost far more than need explains, or how the focus stands."""
    if outliers:
        one = "placement costs" if outliers == 1 else "placements cost"
        return f"{kind}: {outliers} {one} far more than need explains"
    return f"{kind}: {beyond_need(chosen)}"


def beyond_need(figure: Estimate) -> str:
    """Say whether a mean price is beyond or below what need explains, as its interval says."""
    if figure.value is None:
        return f"price beyond need {figure.mark or '[x]'}"
    if figure.lower is not None and figure.lower > 0:
        return f"{pounds(figure.value)} a week more than need explains"
    if figure.upper is not None and figure.upper < 0:
        return f"{pounds(-figure.value)} a week less than need explains"
    return "no clear difference from what need explains"


@figure_part("Cost against need", asks=True)
def against_need_figure(selection: Selection, note: str, ask: Ask) -> Figure:
    """Give cost against need for one placement type; beyond the working release by borough alone."""
    kind = ask(NEED_TYPE, types(selection) or [DEFAULT_TYPE])
    only = selection.only("type", kind)
    points = cloud(only, kind)
    far = int(points["points"]["name"].count()) if points else 0
    return described(
        Figure(
            metric=metric("unexplained_cost"),
            rows=by_boroughs(only),
            chart=scatter if points else bars,
            selection=only,
            title=unexplained(kind, far, comparisons.one("unexplained_cost", only)),
            note=note,
            options=points,
        )
    )
