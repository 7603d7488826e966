"""Clean rows and findings of a reading as rows for the database, packed before any writer has to wait."""

from collections.abc import Mapping
from functools import cache

import polars as pl

from loaders.findings import none
from loaders.reading.result import Reading
from store.blobs import packed

Part = Mapping[str, str | int | bytes]
"""A row of UploadTable or UploadFindings, without the upload's number yet."""


def tables_of(reading: Reading) -> list[Part]:
    """Rows of UploadTable, one a clean table."""
    return [{"name": name, **_packed(frame)} for name, frame in reading.tables.items()]


def findings_of(reading: Reading) -> Part:
    """The row of UploadFindings."""
    return _packed(reading.findings) if reading.findings.height else _nothing_found()


@cache
def _nothing_found() -> Part:
    return _packed(none())


def _packed(frame: pl.DataFrame) -> Part:
    return {"rows": frame.height, "parquet": packed(frame, searched=False)}
