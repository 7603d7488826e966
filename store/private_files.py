"""Files of children's rows are for the account alone that runs the dashboard."""

import os
from typing import Final

OURS_ALONE: Final = 0o077
"""What nobody else gets of a file or folder that is made from now on: neither reading, writing nor entering."""


def keep_private() -> None:
    """Let all that this process makes be its account's alone: 0600 and 0700."""
    os.umask(os.umask(OURS_ALONE) | OURS_ALONE)
