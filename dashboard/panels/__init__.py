"""Figures on screen: the head of a page, panels, cards, tables."""

from dashboard.data.empty_result import empty_because
from dashboard.panels.borough_matrix import boroughs, coverage
from dashboard.panels.borough_table import against, every_borough, measure
from dashboard.panels.definitions import definitions
from dashboard.panels.distance_measure import far
from dashboard.panels.empty_state import empty, is_empty
from dashboard.panels.links import link
from dashboard.panels.overview_cards import cards
from dashboard.panels.page_header import grid, page
from dashboard.panels.page_part import part
from dashboard.panels.panel import panel
from dashboard.panels.panel_actions import definition
from dashboard.panels.published_figures import local_and_published, national, sources
from dashboard.panels.what_changed import what_changed

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
