"""Providers' names as files write them, beside the register: proposals for a person to confirm, never a link."""

from loaders.names.folding import folded
from loaders.names.proposing import proposals
from loaders.names.written import as_written

__all__ = ["as_written", "folded", "proposals"]
