"""The fictional consortium as loaded, for benchmarks that look at its figures."""

import os
import tempfile
from pathlib import Path

from dashboard.sample import SAMPLE
from loaders.together import read_all
from metrics.populations import Tables
from store import snapshot
from store.engine import prepared
from store.uploads import save_all


def consortium() -> Tables:
    """Load the sample into a database of its own and give its consolidated tables by name."""
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    os.environ["SNAPSHOT_DIR"] = str(folder / "snapshots")
    database = prepared(f"sqlite:///{folder}/bench.db")
    save_all(database, read_all(sorted(SAMPLE.rglob("*.csv"))), who="bench")
    return snapshot.tables(database)
