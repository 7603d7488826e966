"""Run the app under Streamlit: `python -m dashboard.serve [streamlit's options]`.

Streamlit takes a folder called pages beside the script for its own page list until the script has run once, so a
first visit to any address but the front page would be blank. Said here before the server starts, it is not.
"""

import sys
from pathlib import Path
from typing import Final

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import cli

APP: Final = Path(__file__).resolve().parent / "app.py"


def main() -> None:
    """Serve until stopped."""
    PagesManager.uses_pages_directory = False
    sys.argv = ["streamlit", "run", str(APP), *sys.argv[1:]]
    sys.exit(cli.main())


if __name__ == "__main__":
    main()
