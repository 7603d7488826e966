"""The run of screens: which are shown, in what order, and where the presenter is in it."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Run:
    """A run of `length` screens, the one at place `at` open; places start at zero."""

    length: int
    at: int = 0

    def to(self, at: int) -> "Run":
        """Go to a place; beyond the ends, stay at the end."""
        return replace(self, at=max(0, min(at, self.length - 1)))

    def turned(self, by: int) -> "Run":
        """Go forward, or back by less than zero."""
        return self.to(self.at + by)

    @property
    def is_first(self) -> bool:
        """Say whether there is nothing before."""
        return self.at == 0

    @property
    def is_last(self) -> bool:
        """Say whether there is nothing after."""
        return self.at >= self.length - 1

    @property
    def words(self) -> str:
        """Say where it is: `3 of 24`."""
        return f"{self.at + 1} of {self.length}"


def place_of(given: str | None, length: int) -> int:
    """Read a place from an address, where the first screen is 1; the first where it holds none."""
    at = int(given) - 1 if given and given.isascii() and given.isdigit() and len(given) < 5 else 0
    return Run(length).to(at).at
