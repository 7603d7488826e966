"""Make every run cheap: import what pages draw with once, then take it out of the garbage collector's sight.

Streamlit collects garbage after each run; with these libraries imported that costs about 100 ms, frozen nothing.
"""

import gc
from functools import cache


@cache
def once() -> None:
    """Import the chart libraries and freeze what is in memory. Later calls do nothing."""
    import altair  # noqa: F401  (imported for its side: to be in memory before the freeze)
    import plotly.graph_objects  # noqa: F401

    gc.collect()
    gc.freeze()
