"""Whether the database answers and the snapshot can be had, asked again."""

from store import snapshot
from store.engine import engine
from store.errors import StoreError


def is_answering() -> bool:
    """Say whether figures can be shown again."""
    try:
        snapshot.ensure(engine())
    except StoreError:
        return False
    return True
