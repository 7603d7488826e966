"""Every source that can be read. A new one is added here."""

from typing import Final

from loaders.contracts import CONTRACTS
from loaders.costs import COSTS
from loaders.incidents import INCIDENTS
from loaders.needs import NEEDS
from loaders.population import ONS, POPULATION
from loaders.providers import OFSTED, PROVIDERS
from loaders.published import PUBLISHED
from loaders.source import Source
from loaders.ssda903 import SSDA903

SOURCES: Final[tuple[Source, ...]] = (
    *SSDA903,
    COSTS,
    NEEDS,
    INCIDENTS,
    CONTRACTS,
    PROVIDERS,
    OFSTED,
    POPULATION,
    ONS,
    PUBLISHED,
)
"""A source whose supplier has a layout of its own stands once for each layout, under one slug."""
