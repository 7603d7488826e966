"""Random consolidated tables: every oddity the schemas allow, which a tidy sample would not show.

The same seed gives the same tables. Cells that may be null sometimes are; children move, leave and come
back; a borough's data may lack prices, needs or postcodes.
"""

from datetime import date, timedelta
from typing import Any, Final

import numpy as np
import polars as pl

from loaders.consolidated import CONSOLIDATED, CareEpisodes, Who
from metrics.engine.sources import ASYLUM, CONTRACTS, COSTS, EPISODES, HEADER, INCIDENTS, MISSING, NEEDS, WELLBEING
from tests.metrics.drawn import BOROUGHS, FIRST, LAST, NULLS, Random, cast, day, filled
from tests.table import LOADED

OF_CHILD: Final = list(Who.columns())

Row = dict[str, Any]


def made_up(seed: int = 1, children: int = 250) -> dict[str, pl.LazyFrame]:
    """Make every consolidated table for some children of three boroughs."""
    rng = np.random.default_rng(seed)
    who = _who(rng, children)
    episodes = pl.DataFrame([row for child in who.iter_rows(named=True) for row in _episodes(rng, child)])
    tables = {
        **{name: schema.create_empty() for name, schema in CONSOLIDATED.items()},
        "episodes": _as_at(cast(filled(episodes, CareEpisodes, rng), CareEpisodes), "started"),
        "costs": _of_children(rng, who, "costs", 600, _price),
        "incidents": _of_children(rng, who, "incidents", 500, _incident),
        "missing": _of_children(rng, who, "missing", 300, _away),
        "strengths": _of_children(rng, who, "strengths", 300, _dated),
        **_assessments(rng, who),
        **_without_children(rng),
    }
    return {name: frame.lazy() for name, frame in tables.items()}


def _who(rng: Random, children: int) -> pl.DataFrame:
    names = [f"{BOROUGHS[i % 3][:3].upper()}-{i}" for i in range(children)]
    borough = [BOROUGHS[i % 3] for i in range(children)]
    born = [date(int(rng.integers(2003, 2026)), int(rng.integers(1, 13)), 1) for _ in names]
    born[::20] = [date(int(rng.choice([2004, 2008, 2012, 2016])), 2, 29) for _ in born[::20]]
    until = [FIRST + timedelta(days=11 * i) if i % 3 else None for i in range(children)]
    known = pl.DataFrame({"borough": borough, "child": names, "birth_month": born, "uasc_until": until})
    return cast(filled(known, Who, rng), Who).with_columns(pl.Series("birth_month", born))


def _as_at(rows: pl.DataFrame, on: str) -> pl.DataFrame:
    """Rows whose asylum-seeking status is as at their own day."""
    return rows.with_columns(pl.col("is_uasc") & (pl.col("uasc_until").is_null() | (pl.col("uasc_until") > pl.col(on))))


def _episodes(rng: Random, child: Row) -> list[Row]:
    """Give a child's history: up to six episodes, in one period of care or several."""
    rows: list[Row] = []
    start = care = placement = carer = day(rng)
    is_older, first = int(child["child"].split("-")[1]) % 25 == 0, start
    for number in range(int(rng.integers(1, 7))):
        is_new, moves = number == 0 or rng.random() < 0.15, rng.random() < 0.6
        start = start + timedelta(days=int(rng.integers(1, 200))) if is_new and number else start
        care = start if is_new else care
        placement = start if is_new or moves else placement
        carer = start if is_new or (moves and rng.random() < 0.7) else carer
        end = start + timedelta(days=int(rng.integers(1, 500)))
        starts = {"care_started": care, "placement_started": placement, "carer_started": carer}
        flags = {"opens_care": is_new, "opens_placement": placement == start, "closes_care": False}
        flags |= {"is_care_older": is_older and care == first, "is_carer_older": is_older and carer == first}
        rows.append({**{name: child[name] for name in OF_CHILD}, "started": start, "ended": end, **starts, **flags})
        start = end
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        row["closes_care"] = following is None or following["opens_care"]
    if rng.random() < 0.4:
        rows[-1] |= {"ended": None, "closes_care": False}
    return rows


def _price(rng: Random, rows: pl.DataFrame) -> pl.DataFrame:
    parts = [pl.Series(name, rng.gamma(2, 400, len(rows)).round(2)) for name in ("social_care", "education", "health")]
    priced = _spans(rng, rows.with_columns(parts))
    left = pl.when(pl.int_range(pl.len()) % 5 == 0).then(1.1).otherwise(1.0)
    return priced.with_columns(weekly_cost=pl.sum_horizontal("social_care", "education", "health") * left)


def _incident(rng: Random, rows: pl.DataFrame) -> pl.DataFrame:
    in_detail = pl.Series(rng.random(len(rows)) > NULLS)
    return _dated(rng, rows).with_columns(child=pl.when(in_detail).then("child"))


def _away(rng: Random, rows: pl.DataFrame) -> pl.DataFrame:
    missing = pl.Series(rng.random(len(rows)) < 0.7)
    in_care = pl.int_range(pl.len()) % 10 > 0
    kinds = _dated(rng, rows).with_columns(is_missing=missing, is_away=~missing, is_in_care=in_care)
    return kinds.with_columns(_some_end(rng, rows))


def _some_end(rng: Random, rows: pl.DataFrame) -> pl.Expr:
    days = pl.Series(rng.integers(0, 40, len(rows)))
    return pl.when(days < 37).then(pl.col("date") + pl.duration(days=pl.lit(days))).alias("ended")


def _dated(rng: Random, rows: pl.DataFrame) -> pl.DataFrame:
    return rows.with_columns(pl.Series("date", [day(rng) for _ in range(len(rows))]))


def _spans(rng: Random, rows: pl.DataFrame) -> pl.DataFrame:
    starts = [day(rng) for _ in range(len(rows))]
    ends = [day + timedelta(days=int(rng.integers(1, 900))) if rng.random() < 0.8 else None for day in starts]
    return rows.with_columns(pl.Series("started", starts), pl.Series("ended", ends, pl.Date))


def _assessments(rng: Random, who: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Give up to three assessments a child, each with its twelve indicators, chained by `next_assessed`."""
    schema, one = CONSOLIDATED["assessments"], CONSOLIDATED["needs"]
    rows = _dated(rng, who.sample(len(who) * 2, with_replacement=True, seed=3)).unique(["child", "date"])
    rows = rows.sort("child", "date").with_columns(need_score=pl.Series(rng.integers(0, 73, len(rows))))
    rows = rows.with_columns(
        next_assessed=pl.col("date").shift(-1).over("child"),
        first_score=pl.col("need_score").first().over("child"),
        first_assessed=pl.col("date").first().over("child"),
    )
    chained = cast(filled(rows, schema, rng), schema)
    each = pl.DataFrame({"indicator": one.columns()["indicator"].dtype.categories.to_list()})
    scored = chained.drop("need_score", "first_score", "first_assessed").join(each, how="cross")
    return {"assessments": chained, "needs": cast(filled(scored, one, rng), one)}


def _without_children(rng: Random) -> dict[str, pl.DataFrame]:
    years = range(2018, 2026)
    population = pl.DataFrame({"authority": BOROUGHS}).join(pl.DataFrame({"mid_year": years}), how="cross")
    population = population.with_columns(children=pl.Series(rng.integers(20_000, 90_000, len(population))))
    services = pl.DataFrame({"borough": BOROUGHS * 3, "category": ["Missing from home"] * 6 + ["Advocacy"] * 3})
    sources = [kind[0] for kind in (ASYLUM, CONTRACTS, COSTS, EPISODES, HEADER, INCIDENTS, MISSING, NEEDS, WELLBEING)]
    ends = [*(date(year, 3, 31) for year in range(FIRST.year, LAST.year + 1)), LAST]
    returns = pl.DataFrame({"as_at": ends, "return_year": range(FIRST.year, LAST.year + 2)})
    loaded = pl.DataFrame({"borough": BOROUGHS}).join(pl.DataFrame({"source": sources}), how="cross")
    loaded = loaded.join(returns, how="cross").with_columns(loaded_at=LOADED)
    made = {"population": population, "services": _spans(rng, services), "loaded": loaded}
    drawn = {"providers": pl.DataFrame({"urn": [f"SC{i}" for i in range(20)]}), "published": pl.DataFrame()}
    return {
        name: cast(filled(frame, CONSOLIDATED[name], rng), CONSOLIDATED[name]) for name, frame in (made | drawn).items()
    }


def _of_children(rng: Random, who: pl.DataFrame, table: str, rows: int, shaped: Any) -> pl.DataFrame:
    schema = CONSOLIDATED[table]
    drawn = who.sample(rows, with_replacement=True, seed=int(rng.integers(1_000_000)))
    return cast(filled(shaped(rng, drawn), schema, rng), schema)
