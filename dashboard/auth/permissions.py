"""Who is looking, as a value: the boroughs that are theirs, the release, and what they may do."""

from dataclasses import dataclass, replace
from typing import Final

from dashboard.auth.roles import EVERYTHING, ROLES, May, boroughs_of
from metrics.card import Release
from store.people import Person

OTHERS: Final = "Other boroughs"
"""The boroughs that are not the reader's own, taken together."""

NOTHING: Final = May()


@dataclass(frozen=True)
class View:
    """What of the data a scope lets through: the part of it that every cache of data is kept by."""

    boroughs: tuple[str, ...] | None
    release: Release

    def names(self, borough: str) -> bool:
        """Say whether a borough's own figures may be told."""
        return self.boroughs is None or borough in self.boroughs


@dataclass(frozen=True)
class Scope:
    """A person's role in words, the boroughs that are theirs (None: every one), and their release.

    `person` is their address, empty where nobody signs in; `may` what they may do.
    """

    role: str
    boroughs: tuple[str, ...] | None
    release: Release
    person: str = ""
    may: May = EVERYTHING

    @property
    def who(self) -> str:
        """Name them for the record."""
        return self.person or self.role

    @property
    def view(self) -> View:
        """Give what every cache of data is kept by."""
        return View(self.boroughs, self.release)

    @property
    def is_working(self) -> bool:
        """Say whether this is the working release."""
        return self.release is Release.WORKING

    def lowered_to(self, asked: Release) -> "Scope":
        """Give the scope under a release that is no less protected than its own."""
        return replace(self, release=self.release.lowered_to(asked))

    def in_event(self) -> "Scope":
        """Give the scope in event mode: the event release, and nothing that one may do."""
        return replace(self.lowered_to(Release.EVENT), may=NOTHING)

    def names(self, borough: str | None) -> bool:
        """Say whether the figures of a borough (None: of the consortium) may be told."""
        return borough is None or self.view.names(borough)

    def may_open(self, borough: str | None) -> bool:
        """Say whether the records of a borough (None: of every borough) may be opened."""
        return self.is_working and self.may.opens_records and self._is_own(borough)

    def may_draw(self) -> bool:
        """Say whether single placements of the boroughs that may be named are drawn, as marks without a child."""
        return self.is_working and self.may.draws_single

    def may_hand_in(self, borough: str | None) -> bool:
        """Say whether files of a borough (None: registers, which all share) may be uploaded or taken back."""
        may = self.may.hands_in_shared if borough is None else self.may.hands_in
        return self.is_working and may and self._is_own(borough)

    def may_upload(self) -> bool:
        """Say whether the reader may upload any file at all."""
        return self.is_working and (self.may.hands_in or self.may.hands_in_shared)

    def may_rule(self) -> bool:
        """Say whether the reader may rule on what bears on every borough's figures: names, repairs."""
        return self.may_hand_in(None)

    def may_see_files(self, borough: str | None) -> bool:
        """Say whether the reader may see which files of a borough (None: shared ones) came in, and their findings."""
        return self._is_in_office and self.may.sees_files and (borough is None or self.view.names(borough))

    def may_keep(self, borough: str | None) -> bool:
        """Say whether the reader may set until when files of a borough (None: of every one) are kept."""
        return (self.may_purge() or (self.is_working and self.may.hands_in)) and self._is_own(borough)

    def may_purge(self) -> bool:
        """Say whether the reader may remove what is past its date, of the boroughs that are theirs."""
        return self._is_in_office and self.may.purges

    def may_plan(self, borough: str | None) -> bool:
        """Say whether the reader may keep targets, stories and actions of a borough (None: of the consortium)."""
        return self._is_in_office and self.may.plans and self._is_own(borough)

    def may_manage(self) -> bool:
        """Say whether the reader may say who signs in, and read the audit."""
        return self._is_in_office and self.may.manages

    @property
    def _is_in_office(self) -> bool:
        return self.is_working or (self.release is Release.BOARD and self.may.keeps_office)

    def _is_own(self, borough: str | None) -> bool:
        return self.boroughs is None or borough in self.boroughs


def scope_of(person: Person) -> Scope:
    """Give the scope of a person on the list."""
    release, may = ROLES[person.role]
    return Scope(person.role.value.capitalize(), boroughs_of(person.role, person.boroughs), release, person.email, may)
