"""Providers' names as files write them, beside the register: proposals for a person to confirm, never a link."""

from loaders.names.normalisation import folded
from loaders.names.suggestions import proposals
from loaders.names.usage import as_written

__all__ = ["as_written", "folded", "proposals"]
