"""Event mode: first what will be shown and what is hidden, then one figure a screen, protected on the server."""

from dashboard.panels.event.mode import everywhere, is_on, opener, switch
from dashboard.panels.event.screen_or_page import run

__all__ = ["everywhere", "is_on", "opener", "run", "switch"]
