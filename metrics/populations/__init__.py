"""The shared populations: who or what a figure counts, at each date or over each period.

A metric names its populations as parameters; `measure` builds them. Every row carries the period's columns, the
dimensions of `metrics.dimensions.catalogue` that its table knows, and `date`, the day its age is taken on. Each says of
itself what others have to know of it (`population`); every file here is read, so that a new one is enough.
"""

import importlib
import pkgutil

from metrics.populations.population import POPULATIONS, Population, Tables

__all__ = ["POPULATIONS", "Population", "Tables"]

for _module in pkgutil.iter_modules(__path__):
    if _module.name != "unit_cost":  # is made of metrics' cards, which read what is declared here
        importlib.import_module(f"{__name__}.{_module.name}")
