"""The board pack on screen: what it is to hold, the file itself, and the packs that were made."""

from dashboard.panels.pack.choose import choose, may_make, opener
from dashboard.panels.pack.made import made
from dashboard.panels.pack.offer import offer

__all__ = ["choose", "made", "may_make", "offer", "opener"]
