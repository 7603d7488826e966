"""`python -m dashboard.exports pack | figures ...`: files made at the server's own command line, without a browser."""

import logging
import sys
from typing import Final

CACHES: Final = "streamlit.runtime.caching.cache_data_api"
"""What says, cache by cache, that it keeps in memory where no server runs: as it is meant to, here."""


def main() -> int:
    """Make what is asked for; a sentence and 1 where that cannot be done."""
    logging.getLogger(CACHES).addFilter(lambda told: "No runtime found" not in told.getMessage())
    # the caches speak as they are imported
    from dashboard.exports.data_package import command as figures
    from dashboard.exports.pack import command as pack
    from dashboard.pages.pack_plans import PACK_PLANS
    from store.private_files import keep_private

    keep_private()
    if sys.argv[1:2] == ["figures"]:
        return figures.run(sys.argv[2:])
    return pack.run(sys.argv[1:], PACK_PLANS)


if __name__ == "__main__":
    sys.exit(main())
