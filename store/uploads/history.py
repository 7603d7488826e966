"""What was uploaded: every upload on record, the accepted ones, and the findings of each."""

from collections.abc import Collection
from typing import Final

import polars as pl
import sqlalchemy as sa
from sqlmodel import col, select

from loaders.findings import none
from store.blobs import unpacked
from store.engine import reading
from store.models import Status, Upload, UploadFindings

SHAPE: Final[dict[str, pl.DataType]] = {
    "id": pl.Int64(),
    "borough": pl.String(),
    "source": pl.String(),
    "return_year": pl.Int16(),
    "as_at": pl.Date(),
    "filename": pl.String(),
    "sha256": pl.String(),
    "who": pl.String(),
    "at": pl.Datetime("us", "UTC"),
    "status": pl.String(),
    "keep_until": pl.Date(),
    "rows": pl.Int64(),
    "accepted": pl.Int64(),
    "repaired": pl.Int64(),
    "set_aside": pl.Int64(),
    "blank": pl.Int64(),
}


def history(engine: sa.Engine) -> pl.DataFrame:
    """Every upload on record, the newest first: who, when, what, its counts and where it stands."""
    with reading(engine) as session:
        uploads = session.exec(select(Upload).order_by(col(Upload.id).desc())).all()
        rows = [upload.model_dump(include=set(SHAPE)) for upload in uploads]
    return pl.DataFrame(rows, schema=SHAPE)


def current(engine: sa.Engine) -> pl.DataFrame:
    """The accepted uploads, the newest first: what the figures are made of."""
    return history(engine).filter(status=Status.ACCEPTED.value)


def found(engine: sa.Engine, upload_ids: Collection[int]) -> pl.DataFrame:
    """Findings of several uploads, each with its `upload_id`; none of those discarded."""
    wanted = select(UploadFindings).where(col(UploadFindings.upload_id).in_(upload_ids), UploadFindings.rows > 0)
    with reading(engine) as session:
        parts = [
            unpacked(kept.parquet).with_columns(upload_id=pl.lit(kept.upload_id, pl.Int64))
            for kept in session.exec(wanted.order_by(col(UploadFindings.upload_id)))
        ]
    return pl.concat([none().with_columns(upload_id=pl.lit(None, pl.Int64)), *parts])


def findings(engine: sa.Engine, upload_id: int, offset: int = 0, limit: int | None = None) -> pl.DataFrame:
    """Findings of an upload in the order of its rows, from `offset` on, `limit` of them; none once discarded."""
    with reading(engine) as session:
        kept = session.get(UploadFindings, upload_id)
        return unpacked(kept.parquet).slice(offset, limit) if kept else none()
