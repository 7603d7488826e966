"""What a monitor (Prometheus) reads of this process, on a port of this machine alone: load, data, uploads, backups.

Nothing of what is loaded but its version and how old each borough's data are; no address, name or filter.
"""

import time
from collections.abc import Iterable
from datetime import date
from typing import Final

from prometheus_client import REGISTRY, start_http_server
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import settings
from dashboard.auth import permissions
from dashboard.auth.current_user import operating
from dashboard.auth.provider import answers
from dashboard.counters import REQUEST_SECONDS, REQUESTS
from dashboard.data import data_source, loaded
from dashboard.faults import tried
from metrics import Release
from metrics.engine.return_periods import EPISODES
from store import backup_folder
from store.errors import StoreError

HERE: Final = "127.0.0.1"
MONITOR: Final = permissions.Scope("Monitor", None, Release.BOARD)


class Measured:
    """Count requests and how long they take."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and measure it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = time.perf_counter()

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                REQUESTS.labels(status=str(message["status"])).inc()
                REQUEST_SECONDS.observe(time.perf_counter() - began)
            await send(message)

        await self.app(scope, receive, sent)


class Watched(Collector):
    """What is loaded and how old it is, looked at when a monitor asks."""

    def collect(self) -> Iterable[Metric]:
        """Give whether the database and the provider answer, the data version, and how old data and backups are."""
        return [*_data(), *_backup(), *_provider()]

    def describe(self) -> Iterable[Metric]:
        """Name nothing beforehand: it would open the database as the process starts."""
        return []


def _data() -> list[Metric]:
    """The data, and that they are known; where the database does not answer, or cannot be read, that alone."""
    try:
        with operating(MONITOR):
            found = tried("What a monitor is told of the data", _ages, lambda _: [])
    except StoreError:
        found = []
    return [_gauge("placements_database_answers", "Whether the database answers.", bool(found)), *found]


def _ages() -> list[Metric]:
    version = GaugeMetricFamily("placements_data_version", "The data version that is shown.", labels=["version"])
    version.add_metric([data_source.version()], 1)
    ages = GaugeMetricFamily(
        "placements_data_age_days", "Days since the last day that a borough's episodes speak of.", labels=["borough"]
    )
    for borough, last in loaded.last_days(EPISODES).items():
        ages.add_metric([borough], (date.today() - last).days)
    return [version, ages]


def _backup() -> list[Metric]:
    folder = settings.backups()
    old = backup_folder.age(folder) if folder else None
    name, words = "placements_backup_age_seconds", "How old the newest dated backup is; absent where there is none."
    return [_gauge(name, words, old.total_seconds())] if old is not None else []


def _provider() -> list[Metric]:
    rules = settings.sign_in()
    words = "Whether the provider of sign-in answered within the last minute."
    return [_gauge("placements_sign_in_answers", words, answers(rules.provider))] if rules else []


def _gauge(name: str, words: str, value: float) -> Metric:
    told = GaugeMetricFamily(name, words)
    told.add_metric([], float(value))
    return told


def serve() -> None:
    """Let a monitor ask, where the operator has set a port for it."""
    port = settings.monitored()
    if port is not None:
        REGISTRY.register(Watched())
        start_http_server(port, addr=HERE)
