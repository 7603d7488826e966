"""The values that a dimension can take, for those who choose or mistype one."""

from difflib import get_close_matches

import polars as pl

from metrics.populations import Tables


def values_of(dimension: str, tables: Tables) -> list[str]:
    """Give the values that a dimension of text has in any of the tables, in order; none of other dimensions."""
    holding = [rows for rows in tables.values() if rows.collect_schema().get(dimension) == pl.String]
    values = [rows.select(pl.col(dimension).unique()).drop_nulls() for rows in holding]
    return pl.concat(values).unique().collect()[dimension].sort().to_list() if values else []


def did_you_mean(word: str, known: list[str]) -> str:
    """Ask whether the nearest of some words was meant; nothing where none is near."""
    near = get_close_matches(word.lower(), {name.lower(): name for name in known}, n=1, cutoff=0.6)
    found = [name for name in known if name.lower() in near]
    return f" Did you mean {found[0]}?" if found else ""
