"""Saved views as what a pack is made of."""

from dashboard.data import data_source
from dashboard.exports.pack.settings import PackError
from store.views import views


def query(title: str) -> str:
    """Give what a saved view of a name asks for, whoever keeps it.

    Raises:
        PackError: no view has that name, or several have.
    """
    every = views(data_source.database())
    found = [view for view in every if view.title == title]
    if not found:
        names = ", ".join(view.title for view in every) or "none"
        raise PackError(f"No saved view is called {title}. Saved: {names}.")
    if len({view.query for view in found}) > 1:
        owners = ", ".join(view.who for view in found)
        raise PackError(f"Several people keep a view called {title} ({owners}). Give one of them another name.")
    return found[0].query
