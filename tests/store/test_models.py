"""The models survive Streamlit, which imports a module again when it is saved."""

import subprocess
import sys

AGAIN = """
import importlib
from store import models
importlib.reload(models)
assert models.Upload.metadata is not None
"""


def test_the_models_can_be_imported_again():
    subprocess.run([sys.executable, "-W", "error", "-c", AGAIN], check=True)
