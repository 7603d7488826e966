"""Who cares for our children, at what price, how well?"""

from dashboard import panels
from dashboard.data.offers import names
from dashboard.panels import providers


def render() -> None:
    """Show every provider, some side by side, or one provider's own page."""
    chosen = panels.page("Providers", "Who cares for our children, at what price, how well?")
    if not names():
        providers.withheld()
        return
    name = providers.opened(chosen)
    if name is None:
        providers.everyone(chosen)
    else:
        providers.own_page(name, chosen)
