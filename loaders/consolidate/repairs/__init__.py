"""Rows of several returns made into one history, and word of every row that was changed or left out for it."""

from loaders.consolidate.repairs.catalogue import REPAIRS, Repair
from loaders.consolidate.repairs.episodes import CONTINUES, STARTED_CARE, repaired

__all__ = ["CONTINUES", "REPAIRS", "STARTED_CARE", "Repair", "repaired"]
