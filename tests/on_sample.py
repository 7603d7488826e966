"""The sample in a database of its own, for programs beside the tests that say what comes of it."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from dashboard.__main__ import load_sample
from store.engine import engine


@contextmanager
def on_sample() -> Generator[sa.Engine]:
    """Load the sample, whatever else this machine's database holds, and let go of it at the end."""
    with TemporaryDirectory() as folder:
        os.environ |= {"DATABASE_URL": f"sqlite:///{folder}/sample.db", "SNAPSHOT_DIR": folder}
        load_sample(engine())
        yield engine()
