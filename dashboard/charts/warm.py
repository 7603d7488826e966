"""Make every run cheap: import what pages draw with once, then take it out of the garbage collector's sight.

A collection of all garbage costs about 100 ms with these libraries imported, frozen nothing. Altair checks every piece
of a chart as it is put together; the tests check each chart whole, so that runs need not.
"""

import gc
from functools import cache
from importlib import import_module

from altair.utils.schemapi import disable_debug_mode


@cache
def once() -> None:
    """Import the chart libraries and freeze what is in memory. Later calls do nothing."""
    for library in ("altair", "plotly.graph_objects"):
        import_module(library)
    disable_debug_mode()
    gc.collect()
    gc.freeze()
