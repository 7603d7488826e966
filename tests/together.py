"""Which tests a worker takes together: those of a file, so that what they share is made once; some one by one."""

from typing import Final

from xdist.scheduler.loadscope import LoadScopeScheduling

LONGEST: Final = (
    "tests/browser/test_sign_in",
    "tests/loaders/safe/test_bombs",
    "tests/dashboard/pages/event/test_event",
    "tests/browser/",
    "tests/metrics/test_every_metric",
    "tests/dashboard/test_every_page",
    "tests/dashboard/test_subsets",
    "tests/attacker/",
    "tests/metrics/test_second_way",
    "tests/loaders/mess/",
    "tests/loaders/consolidate/test_histories",
    "tests/store/",
    "tests/dashboard/exports/pack/",
    "tests/dashboard/test_answering",
)
"""What is begun first, as the files that take longest: one worker loads the sample while others do without it."""

GROUPS: Final = {
    "tests/browser/test_sign_in": "an app in which people sign in",
    "tests/browser/test_downloads": "an app in which people sign in",
    "tests/browser/test_every_file": "an app in which people sign in",
    "tests/browser/test_signed_in": "an app in which people sign in",
    "tests/browser/test_attacks": "an app in which people sign in",
    "tests/browser/test_upload": "an app that is written to",
    "tests/browser/test_curve": "an app that is written to",
    "tests/dashboard/exports/pack/": "a pack",
}
"""Files of which one worker takes several, by how their names begin: they need the same app, or pack."""

READING: Final = tuple(
    f"tests/browser/test_{name}" for name in ("pages", "accessibility", "event", "filters", "keyboard", "wire")
)
"""Files whose tests only read from the app that all workers share: each goes where there is room."""


class Together(LoadScopeScheduling):
    """A worker that has little left is given the next file."""

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(READING):
            return nodeid
        grouped = (group for start, group in GROUPS.items() if nodeid.startswith(start))
        return next(grouped, nodeid.split("::", 1)[0])
