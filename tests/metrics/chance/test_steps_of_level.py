"""A level that changed for good stands child by child: months made alike by few children are no evidence."""

from datetime import date, timedelta

import polars as pl

from bench.still import still
from bench.still_pages import with_needs_and_incidents
from metrics import METRICS, When, measure
from metrics.chance.judgements import WHOLE, Asked, steps
from metrics.engine.table_cache import Held
from metrics.statistics.change_point import stepped_at

INCIDENTS = METRICS["incidents"]
SPAN = When(date(2023, 4, 1), date(2026, 3, 31))
TIMES = 6


def tables(seed: int, kept: float = 1.0) -> Held:
    """Three boroughs in which nothing changes, but that of Brent's young people only a share go on from the third year.

    Whose incidents stay away depends on the child alone.
    """
    made = with_needs_and_incidents(still(seed, (300,) * 3, april=False), seed)
    first = made["incidents"]["borough"].min()
    goes_on = pl.col("child").hash(seed) % 100 < kept * 100
    there = (pl.col("borough") != first) | (pl.col("date") < date(2025, 4, 1)) | goes_on
    return Held({name: (rows.filter(there) if name == "incidents" else rows).lazy() for name, rows in made.items()})


def way(known: Held, since: date, who: str, *, is_known: bool = False) -> int:
    before, now = When(SPAN.start, since - timedelta(days=1)), When(since, SPAN.end)
    ways = dict(steps(Asked(INCIDENTS, known, {}), before, now, is_known=is_known).iter_rows())
    return ways[who]


def picked(known: Held) -> date | None:
    """The month since which the months of all look to be at another level."""
    months = measure(INCIDENTS, known, by=("month",), when=SPAN).sort("month")
    at = stepped_at(months["value"].to_list())
    return None if at is None else months["month"][at].replace(day=1)


def test_few_of_the_steps_that_months_show_by_chance_stand_child_by_child():
    seen = [(known, since) for seed in range(TIMES) if (since := picked(known := tables(seed)))]
    assert sum(bool(way(known, since, WHOLE)) for known, since in seen) <= 1


def test_a_fall_by_four_fifths_stands_and_no_other_borough_has_it():
    known = tables(1, kept=0.2)
    boroughs = known["incidents"].select(pl.col("borough").unique().sort()).collect()["borough"].to_list()
    since = date(2025, 4, 1)
    assert [way(known, since, str(who)) for who in boroughs] == [-1, 0, 0]
    assert way(known, since, str(boroughs[0]), is_known=True) == -1
