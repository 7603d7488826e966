"""Files in; clean tables and findings out."""

from loaders.catalogue import SOURCES
from loaders.load import read, read_all
from loaders.reading import Reading

__all__ = ["SOURCES", "Reading", "read", "read_all"]
