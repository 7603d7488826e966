"""Make every run cheap: take what pages draw with out of the garbage collector's sight.

A collection of all garbage costs about 100 ms with these libraries imported, frozen nothing. Altair checks every piece
of a chart as it is put together; the tests check each chart whole, so that runs need not.
"""

import gc
from functools import cache

from altair.utils.schemapi import disable_debug_mode


@cache
def once() -> None:
    """Freeze what is in memory once all is imported. Later calls do nothing."""
    disable_debug_mode()
    gc.collect()
    gc.freeze()
