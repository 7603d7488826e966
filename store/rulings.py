"""What people have ruled about the data: repairs switched off, and provider names. Each ruling is audited."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import polars as pl
import sqlalchemy as sa
from sqlmodel import Session, col, select

from loaders.consolidate.rulings import Rulings
from store.audit import record
from store.engine import reading, writing
from store.models import AuditEvent, ProviderName, RepairOff

SWITCHES: Final = ("repair on", "repair off")
"""What the audit calls a repair that is switched on, and off."""

NAMES: Final = {"name": pl.String(), "provider": pl.String(), "who": pl.String(), "at": pl.Datetime("us", "UTC")}


def rulings(session: Session) -> Rulings:
    """All rulings in force."""
    off = frozenset(session.exec(select(RepairOff.code)))
    names = session.exec(select(ProviderName).order_by(ProviderName.name))
    return Rulings(off, {each.name: each.provider for each in names})


def in_force(engine: sa.Engine) -> Rulings:
    """All rulings in force, in a session of its own."""
    with reading(engine) as session:
        return rulings(session)


def told(ruled: Rulings) -> str:
    """Rulings as text that changes with each of them, for the data version."""
    return repr((sorted(ruled.repairs_off), sorted(ruled.same_as.items())))


def switch_repair(engine: sa.Engine, code: str, *, on: bool, who: str) -> None:
    """Have consolidation do a repair, or leave it undone."""
    with writing(engine) as session:
        kept = session.get(RepairOff, code)
        if on and kept:
            session.delete(kept)
        if not on and not kept:
            session.add(RepairOff(code=code, who=who))
        record(session, who, SWITCHES[0] if on else SWITCHES[1], {"repair": code})


@dataclass(frozen=True)
class Switched:
    """Whether a repair is done, and who switched it there, when (UTC)."""

    is_on: bool
    who: str
    at: datetime


def switched(engine: sa.Engine) -> dict[str, Switched]:
    """Each repair that was ever switched, by its code, as it was switched last."""
    wanted = select(AuditEvent).where(col(AuditEvent.what).in_(SWITCHES)).order_by(col(AuditEvent.id))
    with reading(engine) as session:
        events = session.exec(wanted).all()
        return {each.detail["repair"]: Switched(each.what == SWITCHES[0], each.who, each.at) for each in events}


def rule_name(engine: sa.Engine, name: str, provider: str | None, *, who: str) -> None:
    """Rule that a name as files write it is this provider of the register, or (null) none of them."""
    rule_names(engine, {name: provider}, who=who)


def rule_names(engine: sa.Engine, ruled: Mapping[str, str | None], *, who: str) -> None:
    """Rule on several names at once, all of them or none; each is audited. What is ruled so already stays."""
    with writing(engine) as session:
        for name, provider in ruled.items():
            kept = session.get(ProviderName, name)
            if kept and kept.provider == provider:
                continue
            if kept:
                session.delete(kept)
                session.flush()
            session.add(ProviderName(name=name, provider=provider, who=who))
            record(session, who, "provider name ruled", {"name": name, "provider": provider})


def ruled_names(engine: sa.Engine) -> pl.DataFrame:
    """Every ruling on a name, the newest first: name, provider (null: none of the register's), who, at (UTC)."""
    with reading(engine) as session:
        kept = session.exec(select(ProviderName)).all()
    rows = [(each.name, each.provider, each.who, each.at) for each in kept]
    return pl.DataFrame(rows, schema=NAMES, orient="row").sort("at", "name", descending=[True, False])


def forget_name(engine: sa.Engine, name: str, *, who: str) -> None:
    """Take a ruling on a name back; the name is proposed again."""
    with writing(engine) as session:
        kept = session.get(ProviderName, name)
        if kept:
            session.delete(kept)
            record(session, who, "provider name forgotten", {"name": name})
