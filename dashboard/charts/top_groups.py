"""At most four groups and the rest: more colours than that cannot be told apart."""

from typing import Final

import altair as alt
import polars as pl

from dashboard.charts.chart_style import Look
from dashboard.charts.suppressed import UNKNOWN

MOST: Final = 4
OTHER: Final = "Other"


def largest(figures: pl.DataFrame, part: str) -> list[str]:
    """Name the four groups with the largest sum of values, largest first."""
    sums = figures.group_by(part).agg(pl.col("value").sum()).sort(["value", part], descending=[True, False])
    return sums.head(MOST)[part].cast(pl.String).to_list()


def rest(figures: pl.DataFrame, part: str, kept: list[str]) -> str:
    """Name what is not kept: Other, or its own name where it is one group alone, such as not recorded."""
    names = figures.filter(~pl.col(part).cast(pl.String).is_in(kept))[part].drop_nulls().cast(pl.String).unique()
    return str(names[0]) if len(names) == 1 else OTHER


def merged(figures: pl.DataFrame, part: str, keys: tuple[str, ...], kept: list[str] | None = None) -> pl.DataFrame:
    """Merge all but the kept groups into the rest by adding values; a sum with a hidden part is hidden too.

    Columns in: keys, part, value, mark. Columns out: keys, part (text), value, mark.
    """
    kept = kept or largest(figures, part)
    name = pl.col(part).cast(pl.String)
    named = figures.with_columns(
        pl.when(name.is_in(kept)).then(name).otherwise(pl.lit(rest(figures, part, kept))).alias(part)
    )
    hidden = pl.col("value").is_null().any()
    mark = pl.when(hidden).then(pl.col("mark").filter(pl.col("value").is_null()).first().fill_null(UNKNOWN))
    return named.group_by(*keys, part, maintain_order=True).agg(
        value=pl.when(hidden).then(None).otherwise(pl.col("value").sum()), mark=mark
    )


def scale(kept: list[str], look: Look, rest: str = OTHER) -> alt.Scale:
    """Give each kept group its colour, and grey to the rest."""
    colours = list(look.colours.categories[: len(kept)])
    return alt.Scale(domain=[*kept, rest], range=[*colours, look.colours.other])


def legend(names: list[str]) -> alt.Legend:
    """Name the groups that are drawn above the chart, in as many rows as the width needs."""
    columns = alt.ExprRef("width < 300 ? 1 : width < 560 ? 2 : 3")
    return alt.Legend(
        orient="top", title=None, values=names, columns=columns, symbolType="square", labelLimit=220, offset=6
    )
