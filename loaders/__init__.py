"""Files in; clean tables and findings out."""

from loaders.catalogue import SOURCES
from loaders.load import read, read_parts
from loaders.reading import Reading
from loaders.together import read_all, read_each

__all__ = ["SOURCES", "Reading", "read", "read_all", "read_each", "read_parts"]
