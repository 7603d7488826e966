"""The board pack on screen: what it is to hold, the file itself, and the packs that were made."""

from dashboard.panels.pack.download import offer
from dashboard.panels.pack.form import choose, may_make, opener
from dashboard.panels.pack.history import made

__all__ = ["choose", "made", "may_make", "offer", "opener"]
