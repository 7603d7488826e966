"""Files that readers take away: made for whoever asked, checked again when they are fetched, and put on record."""

from collections.abc import Callable

from dashboard.auth.current_user import carried, put_on_record, scope
from metrics import Release


def may_take() -> bool:
    """Say whether files may be taken away at all: in the event release none are."""
    return scope().release is not Release.EVENT


def taken(name: str, make: Callable[[], bytes], *, is_on_record: bool = True) -> Callable[[], bytes]:
    """Wrap what makes a download of a name. `is_on_record`: it puts itself on record otherwise."""

    def made() -> bytes:
        if not may_take():
            raise PermissionError("The event release gives no files.")
        content = make()
        if is_on_record:
            put_on_record("downloaded", {"file": name, "bytes": len(content)})
        return content

    return carried(made)
