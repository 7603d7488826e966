"""Files in; clean tables and findings out."""

from loaders.catalogue import SOURCES
from loaders.reading.file import read, read_parts
from loaders.reading.parallel import read_all, read_each
from loaders.reading.result import Reading

__all__ = ["SOURCES", "Reading", "read", "read_all", "read_each", "read_parts"]
