"""What each role may see and do: said here, once.

| role | release at most | boroughs | besides |
|---|---|---|---|
| commissioner | working | own named, exact; of the others the consortium's figures | opens own records; plans |
| data officer | working | the same | opens own records; uploads, rolls back, sets retention of own files; plans |
| consortium analyst | working | all named, exact | single placements as marks; shared files, rulings, plans |
| director | board | all named, protected | - |
| presenter | event | all named, protected | - |
| administrator | board | all named, protected | people, audit, files, retention, purge; plans; no records |

A borough's people are kept to their boroughs in every release, as a protected figure beside an exact total of
others would be less protected. Nobody sees a child's record by virtue of a role alone: only of a borough of their own.
Board packs are made by whoever may take files away: by all but presenters.
To plan is to keep targets, stories and actions: of one's own boroughs; of the consortium, for who sees every one.
"""

from dataclasses import dataclass
from typing import Final

from metrics.card import Release
from store.people import OF_BOROUGHS, Role


@dataclass(frozen=True)
class May:
    """What a person may do in the working release, of their own boroughs unless it says otherwise.

    `keeps_office`: what concerns files and people may be done in the board release too.
    """

    opens_records: bool = False
    draws_single: bool = False
    hands_in: bool = False
    hands_in_shared: bool = False
    sees_files: bool = False
    purges: bool = False
    manages: bool = False
    keeps_office: bool = False
    plans: bool = False


EVERYTHING: Final = May(*(True,) * 7, plans=True)

ROLES: Final = {
    Role.COMMISSIONER: (Release.WORKING, May(opens_records=True, draws_single=True, sees_files=True, plans=True)),
    Role.DATA_OFFICER: (
        Release.WORKING,
        May(opens_records=True, draws_single=True, hands_in=True, sees_files=True, plans=True),
    ),
    Role.ANALYST: (Release.WORKING, May(draws_single=True, hands_in_shared=True, sees_files=True, plans=True)),
    Role.DIRECTOR: (Release.BOARD, May()),
    Role.PRESENTER: (Release.EVENT, May()),
    Role.ADMINISTRATOR: (
        Release.BOARD,
        May(sees_files=True, purges=True, manages=True, keeps_office=True, plans=True),
    ),
}
"""Each role: the release that shows the most of what it may see, and what it may do."""


def boroughs_of(role: Role, own: tuple[str, ...]) -> tuple[str, ...] | None:
    """Give the boroughs that a person is kept to (None: every one may be named)."""
    return own if role in OF_BOROUGHS else None
