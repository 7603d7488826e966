"""What others publish: figures in our own layout, in Explore Education Statistics' and in LAIT's; neighbours."""

from loaders.published.explore import layouts
from loaders.published.lait import DICTIONARY, LAIT
from loaders.published.neighbours import NEIGHBOURS
from loaders.published.tidy import PUBLISHED

__all__ = ["DICTIONARY", "LAIT", "NEIGHBOURS", "PUBLISHED", "layouts"]
