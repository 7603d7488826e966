"""The fictional consortium as loaded, for benchmarks that look at its figures."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from dashboard.data.sample_fingerprints import SAMPLE
from loaders.reading.parallel import read_all
from metrics.populations import Tables
from store import snapshot
from store.engine import engine
from store.key_salt import SAMPLE as OF_SAMPLE
from store.uploads.save import save_all


def consortium() -> Tables:
    """Load the sample into a database of its own and give its consolidated tables by name, until the program ends."""
    loaded()
    return snapshot.tables(engine())


def loaded() -> None:
    """Load the sample into a database of its own, which is the dashboard's until the program ends."""
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["SNAPSHOT_DIR"], os.environ["DATABASE_URL"] = str(folder / "snapshots"), f"sqlite:///{folder}/bench.db"
    save_all(engine(), read_all(sorted(SAMPLE.rglob("*.csv"))), who=OF_SAMPLE)
