"""What people have ruled about the data: it changes how files are put together, and is never guessed."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Rulings:
    """Repairs that are switched off, by code; and provider names as files write them, by the registered name.

    A name ruled to be nobody's in the register is held against null, so that it is not proposed again.
    """

    repairs_off: frozenset[str] = frozenset()
    same_as: Mapping[str, str | None] = field(default_factory=dict[str, str | None])


NO_RULINGS = Rulings()
