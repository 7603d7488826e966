"""The `.meta.csv` that the DfE publishes beside each file: which columns part the children, and which hold figures."""

import re
from collections.abc import Collection
from typing import Final

import polars as pl

from loaders.reading.headings import plain
from loaders.reading.result import RefusedError

SUFFIX: Final = ".meta.csv"
MARKS_IT: Final = frozenset({"colname", "coltype"})
INDICATOR: Final = "indicator"

Meta = dict[str, str]
"""Heading, as headings are compared, to `filter` or `indicator`; a column that is not there may be either."""

ALONE: Final = (
    "The file says what the columns of another file mean, {}: it holds no figures. Load it together with that file, "
    "in one folder or ZIP; then both are used."
)


def beside(name: str) -> str:
    """What the file is called that says what the columns of a file of this name mean."""
    return re.sub(r"\.[^./\\]*$", "", name) + SUFFIX


def is_meta(name: str) -> bool:
    """Whether a file of this name is one."""
    return name.lower().endswith(SUFFIX)


def refuse_alone(headings: Collection[str], file: str) -> None:
    """Raise `RefusedError` where headings are those of such a file, which is none of data."""
    if {plain(heading) for heading in headings} >= MARKS_IT:
        data = re.sub(r"(\.meta)?\.\w+$", ".csv", file, flags=re.IGNORECASE)
        raise RefusedError(ALONE.format(data if is_meta(file) else "of Explore Education Statistics"))


def meta_of(content: bytes | None) -> Meta:
    """Read one; nothing of a file that is none, or of none."""
    if content is None:
        return {}
    try:
        rows = pl.read_csv(content, infer_schema=False, truncate_ragged_lines=True, encoding="utf8-lossy")
    except pl.exceptions.PolarsError:
        return {}
    named = {plain(name): name for name in rows.columns}
    if not named.keys() >= MARKS_IT:
        return {}
    pairs = rows.select(pl.col(named["colname"], named["coltype"]).fill_null("")).iter_rows()
    return {plain(name): kind.strip().lower() for name, kind in pairs}
