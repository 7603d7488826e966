"""Who cares for our children, at what price, how well?"""

from dashboard import panels
from dashboard.data.provider_offers import may_name, names
from dashboard.panels import providers


def render() -> None:
    """Show every provider, some side by side, or one provider's own page."""
    chosen = panels.page("Providers", "Who cares for our children, at what price, how well?")
    if not may_name():
        providers.withheld()
        return
    if not names():
        providers.nobody(chosen)
        return
    name = providers.opened(chosen)
    if name is None:
        providers.everyone(chosen)
    else:
        providers.own_page(name, chosen)
