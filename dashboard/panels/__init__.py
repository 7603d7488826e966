"""Figures on screen: the head of a page, panels, cards, tables."""

from dashboard.data.emptiness import empty_because
from dashboard.panels.benchmarks import local_and_published, national, sources
from dashboard.panels.board import cards
from dashboard.panels.changes import what_changed
from dashboard.panels.comparison import against, every_borough, measure
from dashboard.panels.definitions import definitions
from dashboard.panels.empty import empty, is_empty
from dashboard.panels.far import far
from dashboard.panels.links import link
from dashboard.panels.page import grid, page
from dashboard.panels.panel import panel
from dashboard.panels.part import part
from dashboard.panels.row import definition
from dashboard.panels.standing import boroughs, coverage

__all__ = [
    "against",
    "boroughs",
    "cards",
    "coverage",
    "definition",
    "definitions",
    "empty",
    "empty_because",
    "every_borough",
    "far",
    "grid",
    "is_empty",
    "link",
    "local_and_published",
    "measure",
    "national",
    "page",
    "panel",
    "part",
    "sources",
    "what_changed",
]
