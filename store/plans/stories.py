"""The story behind a metric's curve, and the partners: the newest version counts, every one is kept and audited."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import col, select

from store.audit import record
from store.engine import reading, writing
from store.free_text import LINE, text
from store.models import Story
from store.plans.subject import About, must_be_known


@dataclass(frozen=True)
class Told:
    """One version of the story and the partners, in plain words; both empty: it was taken back."""

    story: str
    partners: str
    who: str
    at: datetime
    version: int = 0


def story(engine: sa.Engine, about: About) -> Told | None:
    """The newest version, where there is one that says something."""
    newest = next(iter(versions(engine, about)), None)
    return newest if newest and (newest.story or newest.partners) else None


def versions(engine: sa.Engine, about: About) -> list[Told]:
    """Every version, the newest first."""
    wanted = select(Story).where(*about.tests(Story)).order_by(col(Story.id).desc())
    with reading(engine) as session:
        return [Told(row.story, row.partners, row.who, row.at, row.id or 0) for row in session.exec(wanted)]


def tell(engine: sa.Engine, about: About, told: str, partners: str, *, who: str) -> None:
    """Add a version; the same again adds none. Raises RefusedError. The audit holds none of the words."""
    words, names = text("The story", told), text("Partners", partners, LINE)
    with writing(engine) as session:
        must_be_known(session, about)
        wanted = select(Story).where(*about.tests(Story)).order_by(col(Story.id).desc()).limit(1)
        last = session.exec(wanted).first()
        if (last.story, last.partners) == (words, names) if last else not words and not names:
            return
        session.add(Story(metric=about.metric, borough=about.borough, story=words, partners=names, who=who))
        record(session, who, "story told" if words or names else "story taken back", about.detail())
