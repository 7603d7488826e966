"""The providers of the register that a name as written may stand for, the likeliest first."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from loaders.names.normalisation import folded, in_order
from loaders.names.similarity import alike, within

SURE: Final = 100
"""Score of names that fold alike. It proposes no more than any other score does."""
KINDS: Final = ["provider", "setting", "owner_group", "ruled"]
WHY: Final = {
    "provider": "the provider's name",
    "setting": "the name of a setting of its",
    "owner_group": "the name of the group that owns it",
    "ruled": "a name that was confirmed to be it",
}
SHAPE: Final = {
    "proposed": pl.String,
    "score": pl.Int16,
    "next_best": pl.String,
    "next_score": pl.Int16,
    "why": pl.String,
}


def proposals(
    names: pl.DataFrame, register: pl.DataFrame, ruled: Mapping[str, str | None] | None = None
) -> pl.DataFrame:
    """Names that nobody has ruled on, each with the provider it most likely stands for.

    Args:
        names: `name`, and columns that are passed on (boroughs, prices, contracts).
        register: the register of providers.
        ruled: names that are ruled on: they are left out, and speak for names that are written alike.

    Adds `proposed` (null where none comes near), `score` (0 to 100), `next_best` and `next_score` of the likeliest
    other provider, `why`. A name that folds to one of the register's scores 100; two providers at 100 share it.
    """
    said = ruled or {}
    asked = names.filter(~pl.col("name").is_in(list(said)))
    plain = asked.select("name", folded=folded(pl.col("name"))).with_columns(words=in_order(pl.col("folded")))
    known = _known(register, said)
    matches = pl.concat([_exact(plain, known), alike(plain, known), within(plain, known)])
    found = asked.join(_best(matches), on="name", how="left", maintain_order="left")
    return found.sort("score", descending=True, nulls_last=True, maintain_order=True)


def _known(register: pl.DataFrame, ruled: Mapping[str, str | None]) -> pl.DataFrame:
    """Every text that stands for a provider: text, provider, kind, folded, words."""
    parts = [register.select(text=kind, provider="provider", kind=pl.lit(kind)) for kind in KINDS[:-1]]
    told = [(name, provider, "ruled") for name, provider in ruled.items() if provider is not None]
    parts.append(pl.DataFrame(told, schema=dict.fromkeys(("text", "provider", "kind"), pl.String), orient="row"))
    known = pl.concat(parts).drop_nulls().unique(["text", "provider"], keep="first", maintain_order=True)
    plain = known.with_columns(folded=folded(pl.col("text"))).filter(pl.col("folded") != "")
    return plain.with_columns(words=in_order(pl.col("folded")))


def _exact(plain: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    same = plain.filter(pl.col("folded") != "").join(known, on="folded")
    return same.select("name", "text", "provider", "kind", score=pl.lit(SURE, pl.Int16))


def _best(matches: pl.DataFrame) -> pl.DataFrame:
    """One row a name: the likeliest provider, and the likeliest other one."""
    rank = pl.col("kind").cast(pl.Enum(KINDS))
    ordered = matches.sort(pl.col("score"), rank, "provider", descending=[True, False, False])
    each = ordered.unique(["name", "provider"], keep="first", maintain_order=True)
    sides = each.group_by("name", maintain_order=True).agg(
        proposed=pl.col("provider").first(),
        score=pl.col("score").first(),
        next_best=pl.col("provider").get(1, null_on_oob=True),
        next_score=pl.col("score").get(1, null_on_oob=True),
        why=_why().first(),
    )
    return sides.cast(SHAPE)  # pyright: ignore[reportArgumentType]


def _why() -> pl.Expr:
    what = pl.col("kind").replace_strict(WHY, return_dtype=pl.String)
    is_same = pl.col("text") == pl.col("name")
    how = (
        pl.when(is_same)
        .then(pl.lit("Written as "))
        .when(pl.col("score") == SURE)
        .then(pl.lit("But for case, marks and legal form, "))
        .otherwise(pl.lit("Like "))
    )
    of = pl.when(~is_same & (pl.col("kind") != "provider")).then(pl.concat_str(pl.lit(", "), "text"))
    return pl.concat_str(how, what, of.fill_null(""))
