"""What people make and change, one class a table. Bulk rows are not here: `loaders.tables` states them once."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, LargeBinary, MetaData, text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from store.utc_time import UtcTime, now

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(SQLModel, registry=registry(metadata=MetaData(naming_convention=NAMES))):
    """Our own registry: Streamlit imports this module again when it is saved, and SQLModel's shared one
    refuses to see a table twice.
    """


class Status(StrEnum):
    """Where an upload stands. Only accepted ones are in the figures."""

    ACCEPTED = "accepted"
    REPLACED = "replaced"
    ROLLED_BACK = "rolled back"
    DISCARDED = "discarded"


class Installation(Row, table=True):
    """What is this installation's own, in one row: the salt of its children's keys, 32 random bytes made once."""

    id: int = Field(default=1, primary_key=True)
    salt: bytes = Field(sa_type=LargeBinary)
    made: datetime = Field(default_factory=now, sa_type=UtcTime)


class Borough(Row, table=True):
    """A borough that has handed something in, by its name as the DfE writes it."""

    name: str = Field(primary_key=True)
    joined: datetime = Field(default_factory=now, sa_type=UtcTime)


class Upload(Row, table=True):
    """One file that was uploaded: who, when, what it holds and where it stands. Never deleted.

    `slot` names what the file stands for; one slot has at most one accepted upload. `status` is a Status;
    `replaces` is the upload whose place it took when it was last accepted. After `keep_until` a purge removes
    its rows.
    """

    __table_args__ = (
        Index(
            "ix_upload_one_accepted",
            "slot",
            unique=True,
            sqlite_where=text("status = 'accepted'"),
            postgresql_where=text("status = 'accepted'"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    slot: str = Field(index=True)
    borough: str | None = Field(default=None, foreign_key="borough.name", index=True)
    source: str
    return_year: int | None = None
    as_at: date | None = None
    filename: str
    sha256: str
    who: str
    at: datetime = Field(default_factory=now, sa_type=UtcTime)
    status: str = Field(default=Status.ACCEPTED.value, index=True)
    replaces: int | None = Field(default=None, foreign_key="upload.id")
    keep_until: date | None = None
    rows: int
    accepted: int
    repaired: int
    set_aside: int
    blank: int


class UploadTable(Row, table=True):
    """The clean rows of one table of an upload, as Parquet."""

    upload_id: int = Field(foreign_key="upload.id", primary_key=True)
    name: str = Field(primary_key=True)
    rows: int
    parquet: bytes = Field(sa_type=LargeBinary)


class UploadFindings(Row, table=True):
    """The findings of an upload, as one Parquet: a hundred thousand are one row here, and one write."""

    upload_id: int = Field(foreign_key="upload.id", primary_key=True)
    rows: int
    parquet: bytes = Field(sa_type=LargeBinary)


class RepairOff(Row, table=True):
    """A repair that consolidation must leave undone, by its code."""

    code: str = Field(primary_key=True)
    who: str
    at: datetime = Field(default_factory=now, sa_type=UtcTime)


class ProviderName(Row, table=True):
    """A provider's name as files write it, ruled to be one in the register, or (null) nobody's there."""

    name: str = Field(primary_key=True)
    provider: str | None = None
    who: str
    at: datetime = Field(default_factory=now, sa_type=UtcTime)


class SavedView(Row, table=True):
    """A page with its filters, under a name: its address after the `?`."""

    id: int | None = Field(default=None, primary_key=True)
    who: str = Field(index=True)
    title: str
    page: str
    query: str
    at: datetime = Field(default_factory=now, sa_type=UtcTime)


class Target(Row, table=True):
    """What a metric should reach, for a borough or (null) the consortium, from a date on.

    Only ever added to (but see `store.plans.redaction`): of one first day the newest version counts, or nothing if
    withdrawn.
    """

    id: int | None = Field(default=None, primary_key=True)
    metric: str = Field(index=True)
    borough: str | None = Field(default=None, foreign_key="borough.name")
    value: float
    valid_from: date
    valid_to: date | None = None
    note: str = ""
    who: str
    at: datetime = Field(default_factory=now, sa_type=UtcTime)
    is_withdrawn: bool = False


class Story(Row, table=True):
    """The story behind a metric's curve, and the partners, for a borough or (null) the consortium.

    Only ever added to (but see `store.plans.redaction`): the newest version counts.
    """

    id: int | None = Field(default=None, primary_key=True)
    metric: str = Field(index=True)
    borough: str | None = Field(default=None, foreign_key="borough.name")
    story: str
    partners: str = ""
    who: str
    at: datetime = Field(default_factory=now, sa_type=UtcTime)


class Action(Row, table=True):
    """One version of what is done about a metric: the newest of each `first` counts.

    `first` is the action's first version (null in that one); `status` a `store.plans.actions.Progress`; `began` the day
    that it was begun.
    """

    id: int | None = Field(default=None, primary_key=True)
    first: int | None = Field(default=None, foreign_key="action.id", index=True)
    metric: str = Field(index=True)
    borough: str | None = Field(default=None, foreign_key="borough.name")
    what: str
    owner: str
    due: date | None = None
    began: date | None = None
    status: str
    who: str
    at: datetime = Field(default_factory=now, sa_type=UtcTime)


class PackMade(Row, table=True):
    """A board pack that was made: by whom, when, in which release, of what, and the fingerprint of its file."""

    id: int | None = Field(default=None, primary_key=True)
    who: str
    at: datetime = Field(default_factory=now, sa_type=UtcTime, index=True)
    release: str
    settings: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    version: str
    filename: str
    sha256: str
    format: str


class User(Row, table=True):
    """A person who may sign in, and what of: a role, and the boroughs whose records they may open."""

    id: int | None = Field(default=None, primary_key=True)
    email: str = Field(unique=True)
    name: str = ""
    role: str
    boroughs: list[str] = Field(default_factory=list, sa_type=JSON)
    is_active: bool = True


class SignIn(Row, table=True):
    """One signing in of a person, by the fingerprint of the identity token that it gave.

    `until` is the token's expiry. `ended` and `why` tell when and why it counts no more; nothing makes it count again.
    `is_event` binds it to the event release.
    """

    key: str = Field(primary_key=True)
    email: str = Field(index=True)
    at: datetime = Field(default_factory=now, sa_type=UtcTime)
    last_seen: datetime = Field(default_factory=now, sa_type=UtcTime)
    until: datetime = Field(sa_type=UtcTime)
    address: str | None = None
    ended: datetime | None = Field(default=None, sa_type=UtcTime)
    why: str | None = None
    is_event: bool = False


class AuditEvent(Row, table=True):
    """Who did what, when and from where. Only ever added to: the database refuses to change or remove one."""

    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(default_factory=now, sa_type=UtcTime, index=True)
    who: str
    what: str
    address: str | None = None
    detail: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
