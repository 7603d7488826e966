"""Figures on screen: the head of a page, panels, cards, tables."""

from dashboard.panels.card import card
from dashboard.panels.empty import empty, empty_because
from dashboard.panels.links import link
from dashboard.panels.page import grid, page
from dashboard.panels.panel import panel
from dashboard.panels.row import definition

__all__ = ["card", "definition", "empty", "empty_because", "grid", "link", "page", "panel"]
