"""Tables of which everything beyond the working release is made: some children have changed places with others.

They are made once a data version. Whatever is added up, subtracted, averaged or divided of figures made of them tells
of these tables alone: what stands in a small cell of them was redrawn (`small_count_targets`), and who does was
exchanged (`swaps`). A child moves with its whole history to another borough; where it lives moves along: home stays
home.
"""

from collections.abc import Mapping
from threading import Lock
from typing import Final
from weakref import finalize

import numpy as np
import polars as pl
from cachetools import LRUCache
from scipy.sparse import csr_array

from metrics.disclosure.draw_secret import drawn, secret_of
from metrics.disclosure.small_count_targets import goals
from metrics.disclosure.swaps import Swaps
from metrics.disclosure.traits import WHO, of_children, traits, whose
from metrics.engine.table_cache import Held
from metrics.populations import Tables

HOST: Final = "host_authority"
THERE: Final = "_there"
"""The borough that a child has been moved to."""

_FOUND: Final[dict[tuple[int, ...], "Protected"]] = {}
_PLACES: Final = LRUCache[int, pl.DataFrame](8)
"""Who is moved where, by what is in the tables: data that were looked at before are not looked at again."""
_FINDING: Final = Lock()


class Protected(Held):
    """Tables that figures for others may be made of."""


def protected(tables: Tables) -> Protected:
    """Give the protected tables of some tables: found once, for as long as these are held."""
    if isinstance(tables, Protected):
        return tables
    which = tuple(id(tables[name]) for name in sorted(tables))
    with _FINDING:
        if which not in _FOUND:
            _FOUND[which] = Protected(moved(tables, _places(tables)))
            for name in tables:
                finalize(tables[name], _FOUND.pop, which, None)
        return _FOUND[which]


def _places(tables: Tables) -> pl.DataFrame:
    content = _content(tables)
    if content not in _PLACES:
        _PLACES[content] = places(tables)
    return _PLACES[content]


def _content(tables: Tables) -> int:
    """Give a number that is the same only for tables of the same rows, in whatever order they stand."""
    frames = [tables[name].collect() for name in (*of_children(tables), "loaded")]
    return hash(tuple(frame.hash_rows(seed=1).sum() for frame in frames if frame.width))


def places(tables: Tables) -> pl.DataFrame:
    """Say to which borough each child that changes places is moved: borough, child, and the borough `_there`."""
    told = traits(tables)
    names = told.children["borough"].unique().sort()
    here = told.children["borough"].cast(pl.Enum(names)).to_physical().to_numpy().astype(np.int64)
    if len(names) < 2:
        return told.children.select(*WHO, pl.col("borough").alias(THERE)).head(0)
    swaps = _swaps(told.has, here, names.to_list(), told.names, secret_of(tables))
    there = pl.Series(THERE, names.gather(pl.Series(swaps.ended())))
    return told.children.select(*WHO, there).filter(pl.col("borough") != pl.col(THERE))


def _swaps(has: csr_array, here: np.ndarray, boroughs: list[str], names: list[str], secret: bytes) -> Swaps:
    """Get swaps ready: of children who have any trait, as the others are in no figure that they could change."""
    swaps = Swaps(has, here, np.zeros_like(here), np.empty(0), _chance(secret))
    swaps.goal = goals(swaps.true, boroughs, names, secret)
    return swaps


def _chance(secret: bytes) -> np.random.Generator:
    return np.random.default_rng(int(drawn(secret, ["swaps"])[0] * 2**53))


def moved(tables: Tables, to: pl.DataFrame) -> Mapping[str, pl.LazyFrame]:
    """Give the tables with children in the boroughs that they are moved to."""
    children = of_children(tables)
    return {name: _moved(tables[name], to) if name in children else tables[name] for name in tables}


def _moved(rows: pl.LazyFrame, to: pl.DataFrame) -> pl.LazyFrame:
    """Rows of moved children under their new borough; a name that somebody there has already is not theirs.

    The two boroughs change places in where the child lives too: home stays home, and London London.
    """
    schema = rows.collect_schema()
    known = rows.with_columns(pl.col("borough").cast(pl.String), _whose=whose()).join(
        to.lazy(), left_on=["borough", "_whose"], right_on=WHO, how="left", maintain_order="left"
    )
    here, there = pl.col("borough"), pl.coalesce(THERE, "borough")
    is_moved = pl.col(THERE).is_not_null()
    changed = {
        "borough": there,
        "child": pl.when(is_moved).then(pl.format("{}|{}", "child", "borough")).otherwise("child"),
    }
    if HOST in schema:
        host = pl.col(HOST).cast(pl.String)
        changed[HOST] = pl.when(host == here).then(there).when(host == there).then(here).otherwise(host)
    return known.with_columns(**changed).select(schema.names()).collect().lazy()
