"""The DfE's validation rules that bear on the figures, each stated once.

Rules on one row are held while a file is read, and break into findings. Rules across rows and tables are held
when a return is put together (`loaders.consolidate.breaches`), and break into the table `breaches`.
"""

from typing import Final

from loaders.rules.cross_table import WHOLE
from loaders.rules.rule import Rule
from loaders.rules.single_row import ROWS

__all__ = ["ROWS", "RULES", "WHOLE", "Rule"]

RULES: Final[dict[str, Rule]] = {rule.code: rule for rule in (*ROWS.values(), *WHOLE.values())}
"""Every rule that is held, by the code that findings and the table `breaches` carry."""
