"""How far what is recorded may be compared."""

from typing import Final

CAUTION: Final = "Boroughs do not all record missing and away alike: compare with care."
