"""`python -m dashboard.exports pack ...`: files made at the server's own command line, without a browser."""

import logging
import sys
from typing import Final

CACHES: Final = "streamlit.runtime.caching.cache_data_api"
"""What says, cache by cache, that it keeps in memory where no server runs: as it is meant to, here."""


def main() -> int:
    """Make what is asked for; a sentence and 1 where that cannot be done."""
    logging.getLogger(CACHES).addFilter(lambda told: "No runtime found" not in told.getMessage())
    from dashboard.exports.pack.command import run  # the caches speak as they are imported

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
