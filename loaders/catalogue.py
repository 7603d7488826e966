"""Every source that can be read. A new one is added here."""

from typing import Final

from loaders.contracts import CONTRACTS
from loaders.costs import COSTS
from loaders.incidents import INCIDENTS
from loaders.needs import NEEDS
from loaders.ofsted import OFSTED, SUPPORTED
from loaders.population import ONS, POPULATION
from loaders.providers import PROVIDERS
from loaders.published import DICTIONARY, LAIT, NEIGHBOURS, PUBLISHED
from loaders.source import Source
from loaders.ssda903 import SSDA903, WHOLE_RETURN

SOURCES: Final[tuple[Source, ...]] = (
    *SSDA903,
    COSTS,
    NEEDS,
    INCIDENTS,
    CONTRACTS,
    PROVIDERS,
    OFSTED,
    SUPPORTED,
    POPULATION,
    ONS,
    PUBLISHED,
    LAIT,
    DICTIONARY,
    NEIGHBOURS,
)
"""A source whose supplier has a layout of its own stands once for each layout, under one slug."""

TITLES: Final = {source.slug: source.title for source in reversed(SOURCES)} | {WHOLE_RETURN: "SSDA903 whole return"}
"""What each slug is called, a file of several tables of the return among them; the first layout names a source."""
