"""A small frame for every builder of charts, each with one hidden value where the chart can have one."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import polars as pl

from dashboard.charts.age_profile import ages
from dashboard.charts.bars import bars
from dashboard.charts.chart import Chart
from dashboard.charts.control_chart import process
from dashboard.charts.dumbbell import dumbbell
from dashboard.charts.forecast import curve
from dashboard.charts.funnel import funnel
from dashboard.charts.heatmap import heat
from dashboard.charts.histogram import histogram
from dashboard.charts.interval_dots import ranges
from dashboard.charts.paired_bars import pairs
from dashboard.charts.part_lines import lines
from dashboard.charts.scatter import scatter
from dashboard.charts.side_by_side import beside
from dashboard.charts.small_multiples import multiples
from dashboard.charts.stacked_areas import areas
from dashboard.charts.stacked_bars import stacked
from dashboard.charts.strip_plot import dots
from dashboard.charts.tile_map import tiles
from dashboard.charts.trend import trend
from dashboard.charts.waterfall import bridge
from metrics import Unit
from tests.table import table


@dataclass(frozen=True)
class Example:
    """A builder, what it draws, what else it takes, and whether it must show the mark of a hidden value."""

    draw: Chart[..., Any]
    figures: pl.DataFrame
    options: dict[str, Any] = field(default_factory=dict)
    unit: Unit = Unit.PERCENT
    hides: bool = True


BY_BOROUGH = table("""
    series                 | denominator | value | lower | upper | mark | n
    Brent                  | 309         | 61    | 55.4  | 66.3  |      | 309
    Hammersmith and Fulham | 205         | 70    | 63.4  | 75.9  |      | 205
    Harrow                 | 6           |       |       |       | [c]  |
    Hounslow               | 296         | 71    | 65.6  | 75.9  |      | 296
    Consortium             | 1940        | 64    | 61.8  | 66.1  |      | 1940
""").with_columns(pl.col("value").cast(pl.Float64))

BY_MONTH = table("""
    month      | series     | value | lower | upper | mark | n
    2026-06-30 | Hounslow   | 71.2  | 65.8  | 76.1  |      | 296
    2026-07-31 | Hounslow   |       |       |       | [c]  |
    2026-08-31 | Hounslow   | 70.4  | 65.0  | 75.3  |      | 297
    2026-06-30 | Harrow     | 66.1  | 58.0  | 73.0  |      | 160
    2026-07-31 | Harrow     | 65.2  | 57.2  | 72.4  |      | 161
    2026-08-31 | Harrow     | 66.0  | 58.0  | 73.1  |      | 163
    2026-06-30 | Consortium | 64.2  | 62.0  | 66.3  |      | 1940
    2026-07-31 | Consortium | 64.4  | 62.2  | 66.5  |      | 1942
    2026-08-31 | Consortium | 64.1  | 61.9  | 66.2  |      | 1941
""")

MIX = table("""
    month      | series   | placement_group                | value | lower | upper | mark | n
    2026-07-31 | Brent    | Foster care                    | 180.5 | 170.0 | 190.0 |      | 300
    2026-08-31 | Brent    | Foster care                    | 182.0 | 171.0 | 192.0 |      | 300
    2026-07-31 | Brent    | Secure and children's homes    | 60.0  | 50.0  | 70.0  |      | 300
    2026-08-31 | Brent    | Secure and children's homes    |       |       |       | [c]  |
    2026-07-31 | Hounslow | Foster care                    | 30.0  | 25.0  | 35.0  |      | 40
    2026-08-31 | Hounslow | Foster care                    | 31.0  | 26.0  | 36.0  |      | 41
""")

COSTS = table("""
    placement_type  | lower_quartile | value  | upper_quartile | mark | n
    IFA foster      | 900.0          | 1010.0 | 1190.0         |      | 220
    Children's home | 4600.0         | 5200.0 | 5900.0         |      | 140
    Secure home     |                |        |                | [c]  |
""")

POINTS = table("""
    placement_type  | series   | need | value  | name
    IFA foster      | Hounslow | 8.0  | 980.5  |
    IFA foster      | Brent    | 12.0 | 1110.0 |
    Children's home | Brent    | 21.0 | 5200.0 |
    Children's home | Ealing   | 24.0 | 7900.0 | Placement 1
""")

BREAKS = ((date(2026, 7, 15), "Supported accommodation\nregistered"),)
DROPPED = ("lower", "upper")

EXAMPLES = {
    "ages": Example(
        ages,
        table("""
            age | value | lower | upper | mark | n  | peak
            6   | 11.0  | 9.0   | 13.0  |      | 40 | false
            7   | 14.0  | 12.0  | 16.0  |      | 42 | true
            8   |       |       |       | [c]  |    | false
        """),
        {"mean": 12.0},
        Unit.SCORE,
    ),
    "areas": Example(
        areas,
        MIX.filter(pl.col("series") == "Brent").drop("series", *DROPPED),
        {"part": "placement_group", "breaks": BREAKS},
        Unit.CHILDREN,
    ),
    "bars": Example(bars, BY_BOROUGH),
    "beside": Example(beside, BY_BOROUGH.with_columns(label=pl.lit("In foster care"))),
    "bridge": Example(
        bridge,
        table("""
            series           | value     | mark
            Price            | 210000.0  |
            Mix              |           | [c]
            Change in spend  | 180000.0  |
        """),
        unit=Unit.POUNDS,
    ),
    "curve": Example(
        curve,
        pl.concat(
            [
                BY_MONTH.filter(pl.col("series") == "Hounslow"),
                table("""
                    month      | series   | value | lower | upper | mark | n
                    2026-08-31 | Expected | 72.1  | 66.0  | 78.0  | [f]  |
                    2026-09-30 | Coming   | 70.4  | 65.0  | 76.0  | [f]  |
                    2026-08-31 | Goal     | 60.0  |       |       |      |
                    2026-09-30 | Goal     | 60.0  |       |       |      |
                """).cast({"n": pl.Int64}),
            ],
            how="vertical_relaxed",
        ),
        {"coming": "Coming", "expected": "Expected", "target": "Goal", "breaks": BREAKS},
    ),
    "dots": Example(
        dots,
        COSTS,
        {"points": POINTS.select("placement_type", "series", "value"), "group": "placement_type"},
        Unit.POUNDS_A_WEEK,
    ),
    "dumbbell": Example(
        dumbbell,
        table("""
            label                  | low    | low_who | high | high_who | mine | n
            Acorn, IFA foster      | -110.0 | Brent   | 90.5 | Ealing   | 20.0 | 12
            Beech, Children's home | -50.0  | Harrow  | 70.0 | Brent    |      | 9
        """),
        unit=Unit.POUNDS_A_WEEK,
        hides=False,
    ),
    "funnel": Example(funnel, BY_BOROUGH, {"centre": 64.0}, hides=False),
    "heat": Example(
        heat,
        table("""
            indicator       | placement_type | value | mark
            Physical health | IFA foster     | 12.0  |
            Safe decisions  | IFA foster     |       | [c]
        """),
        {
            "row": "indicator",
            "column": "placement_type",
            "groups": {"Physical health": "Healthy", "Safe decisions": "Safe"},
            "columns": ["IFA foster"],
        },
    ),
    "histogram": Example(
        histogram,
        table("""
            start | end | value | mark | n
            0     | 5   | 90.0  |      | 90
            5     | 10  |       | [c]  |
            20    | 25  | 14.0  |      | 14
        """),
        unit=Unit.CHILDREN,
    ),
    "lines": Example(
        lines,
        MIX.filter(pl.col("series") == "Brent").drop("series"),
        {"part": "placement_group", "kept": ["Foster care", "Secure and children's homes"], "breaks": BREAKS},
    ),
    "multiples": Example(multiples, BY_MONTH),
    "pairs": Example(
        pairs,
        table("""
            series  | change      | value | mark | n
            In care | 4 fewer     | 40.0  |      | 12
            At home |             |       | [c]  |
        """),
        {"before": table("series | value | mark | n\nIn care | 44.0 | | 13\nAt home | 9.0 | | 4")},
        Unit.INCIDENTS,
    ),
    "process": Example(
        process,
        BY_MONTH.filter(pl.col("series") == "Hounslow").with_columns(
            mean=70.8, low=68.0, high=73.0, signal=pl.lit(None, pl.String)
        ),
        {"breaks": BREAKS},
    ),
    "ranges": Example(ranges, BY_BOROUGH, {"group": "series", "at": 64.0, "across": "Dearer to the right"}),
    "scatter": Example(
        scatter,
        COSTS,
        {"points": POINTS, "line": table("need | value\n0.0 | 600.0\n36.0 | 3840.0"), "across": "Need score"},
        Unit.POUNDS_A_WEEK,
        hides=False,
    ),
    "stacked": Example(
        stacked,
        MIX.filter(pl.col("month") == date(2026, 8, 31)).drop("month", *DROPPED),
        {"part": "placement_group"},
    ),
    "tiles": Example(
        tiles,
        table("""
            place    | value | mark
            Hounslow | 92.0  |
            Wales    |       | [c]
        """),
        unit=Unit.CHILDREN,
    ),
    "trend": Example(trend, BY_MONTH, {"breaks": BREAKS}),
}
