"""Every borough and year put together: clean tables in, consolidated tables out."""

from collections.abc import Mapping

import polars as pl

from loaders.consolidate import events, needs, prices
from loaders.consolidate.as_of_join import at
from loaders.consolidate.breaches import breaches
from loaders.consolidate.child_keys import NO_SALT, with_key
from loaders.consolidate.latest_return import latest
from loaders.consolidate.people import people, with_person
from loaders.consolidate.providers import register, services, with_provider
from loaders.consolidate.repairs import Bench, benches
from loaders.consolidate.repairs.missing import within_care as end_with_care
from loaders.consolidate.rulings import NO_RULINGS, Rulings
from loaders.consolidate.schema import complete, shaped
from loaders.consolidate.spells import with_spells
from loaders.consolidated import CONSOLIDATED

ORDER = {
    "episodes": ["borough", "child", "started", "is_short_break"],
    "costs": ["borough", "child", "started"],
    "assessments": ["borough", "child", "date"],
    "needs": ["borough", "child", "date", "indicator"],
    "incidents": ["borough", "date", "hour", "child", "cohort", "sex", "birth_month"],
    "missing": ["borough", "child", "date", "is_missing"],
    "strengths": ["borough", "child", "date"],
    "services": ["borough", "service", "provider_name", "category", "started"],
    "providers": ["urn"],
    "population": ["authority", "mid_year"],
    "published": ["publication", "measure", "authority", "period"],
    "neighbours": ["authority", "place"],
    "indicators": ["measure"],
    "repairs": ["borough", "source", "return_year", "row", "code"],
    "breaches": ["borough", "source", "return_year", "row", "code"],
    "loaded": ["borough", "source", "return_year"],
}
"""What the rows of a table are sorted by, where that is not its primary key."""


def consolidate(
    clean: Mapping[str, pl.DataFrame], loaded: pl.DataFrame, rulings: Rulings = NO_RULINGS, salt: bytes = NO_SALT
) -> dict[str, pl.DataFrame]:
    """Consolidated tables of the clean ones, of one borough or of all, each sorted by its keys.

    `clean` holds stacked clean tables by name (an absent one is empty). `loaded` says what is loaded and up to
    which day each return speaks (`as_at`); without it a return speaks up to 31 March. `rulings` says which repairs are
    left undone and which names are which provider's; `salt` is what children's keys are made with. Raises dataframely's
    ValidationError where a result breaks its schema.
    """
    handed = complete(clean)
    on_bench = benches(handed, loaded, rulings)
    made = {**_homes(handed, on_bench, rulings), **_shared(handed, rulings), "loaded": loaded}
    made |= _needs(handed, made["episodes"]) | _events(handed, loaded, made["episodes"], on_bench["missing"])
    made["repairs"] = pl.concat(bench.told() for bench in on_bench.values())
    made["breaches"] = breaches(handed, loaded)
    made["costs"] = needs.with_need_in_force(made["costs"], made["assessments"])
    for name in ("incidents", "missing", "strengths"):
        made[name] = needs.with_need(made[name], made["assessments"], on="date")
    who = people(handed["children"], handed["asylum"], loaded)
    dates = {"episodes": "started", "costs": "started"}
    for name in ("episodes", "costs", "assessments", "needs", "incidents", "missing", "strengths"):
        on = dates.get(name, "date")
        made[name] = with_key(with_person(made[name], who, on=on), on=on, salt=salt)
    made |= _as_uploaded(handed, made)
    return {
        name: shaped(made[name], schema, by=ORDER.get(name, schema.primary_key()))
        for name, schema in CONSOLIDATED.items()
    }


def _as_uploaded(handed: Mapping[str, pl.DataFrame], made: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Tables that nothing is put to: each row as its latest return has it, by the primary key of the schema."""
    plain = {name: schema for name, schema in CONSOLIDATED.items() if name not in made}
    return {name: latest(handed[name], *schema.primary_key()) for name, schema in plain.items()}


def _homes(
    handed: Mapping[str, pl.DataFrame], benches: Mapping[str, Bench], rulings: Rulings
) -> dict[str, pl.DataFrame]:
    """Episodes and prices, each with what the other knows."""
    priced = benches["costs"]
    bought = prices.with_purchase(with_spells(benches["episodes"].rows), priced.rows)
    episodes = with_provider(bought, handed["providers"], rulings)
    return {"episodes": episodes, "costs": prices.with_placement(priced, episodes, handed["providers"], rulings)}


def _needs(handed: Mapping[str, pl.DataFrame], episodes: pl.DataFrame) -> dict[str, pl.DataFrame]:
    scores = needs.indicators(handed["needs"])
    totals = needs.assessments(scores)
    rows = {"assessments": totals, "needs": needs.with_assessment(scores, totals)}
    return {name: _lived(frame, episodes) for name, frame in rows.items()}


def _events(
    handed: Mapping[str, pl.DataFrame], loaded: pl.DataFrame, episodes: pl.DataFrame, missing: Bench
) -> dict[str, pl.DataFrame]:
    missing.rows = events.with_care(missing.rows, episodes)
    end_with_care(missing)
    rows = {
        "incidents": events.incidents(handed["incidents"]),
        "missing": missing.rows,
        "strengths": events.strengths(handed["wellbeing"], loaded),
    }
    lived = {name: _lived(frame, episodes) for name, frame in rows.items()}
    lived["strengths"] = lived["strengths"].with_columns(is_year_in_care=events.is_year_in_care())
    return lived


def _lived(rows: pl.DataFrame, episodes: pl.DataFrame) -> pl.DataFrame:
    """Events with where the child lived at their date: looked after, so not in a short break."""
    in_care = episodes.filter(~pl.col("is_short_break"))
    return at(rows, in_care, [*prices.LIVED, *prices.BOUGHT, "care_started", "is_care_older"])


def _shared(handed: Mapping[str, pl.DataFrame], rulings: Rulings) -> dict[str, pl.DataFrame]:
    population = handed["population"].unique(["authority", "mid_year"], keep="last", maintain_order=True)
    return {
        "providers": register(handed["providers"]),
        "population": population,
        "published": handed["published"].unique(maintain_order=True),
        "services": services(handed["contracts"], rulings),
        "neighbours": handed["neighbours"].unique(["authority", "place"], keep="last", maintain_order=True),
        "indicators": handed["indicators"].unique("measure", keep="last", maintain_order=True),
    }
