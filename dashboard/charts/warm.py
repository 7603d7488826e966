"""Make every run cheap: import what pages draw with once, then take it out of the garbage collector's sight.

Streamlit collects garbage after each run; with these libraries imported that costs about 100 ms, frozen nothing.
"""

import gc
from functools import cache
from importlib import import_module


@cache
def once() -> None:
    """Import the chart libraries and freeze what is in memory. Later calls do nothing."""
    for library in ("altair", "plotly.graph_objects"):
        import_module(library)
    gc.collect()
    gc.freeze()
