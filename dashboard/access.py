"""Who is looking, decided on the server: the most that they may see, and what they asked to see of it."""

from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from metrics.card import Release

RELEASE: Final = "release"
"""Widget key and URL parameter: which release to show. It can lower what the scope allows, never raise it."""


NAMES: Final = {"Working": Release.WORKING, "Board": Release.BOARD, "Event": Release.EVENT}
"""The releases in the words of the switch and the URL."""


@dataclass(frozen=True)
class Scope:
    """A person's role, the boroughs whose records they may open (None: every one), and their release."""

    role: str
    boroughs: tuple[str, ...] | None
    release: Release

    def lowered_to(self, asked: Release) -> "Scope":
        """Give the scope under a release that is no less protected than its own."""
        return replace(self, release=self.release.lowered_to(asked))

    def may_open(self, borough: str | None) -> bool:
        """Say whether the records of a borough (None: of every borough) may be opened."""
        if self.release is not Release.WORKING:
            return False
        return self.boroughs is None or borough in self.boroughs

    def may_hand_in(self, borough: str | None) -> bool:
        """Say whether files of a borough (None: registers, which all share) may be handed in or taken back."""
        return self.may_open(borough)


DEMONSTRATION: Final = Scope("Demonstration", None, Release.WORKING)
"""Where nobody signs in: every borough, everything. For fictional data and a single officer's own machine."""


def granted() -> Scope:
    """Give the most that the person may see."""
    return DEMONSTRATION


def scope() -> Scope:
    """Give what the person sees now: what is granted, lowered by the switch in the sidebar or the URL."""
    return granted().lowered_to(asked(st.session_state.get(RELEASE)))


def asked(given: object) -> Release:
    """Read a release from a widget or URL; anything that is not one asks for nothing less than working."""
    return NAMES.get(str(given), Release.WORKING)
