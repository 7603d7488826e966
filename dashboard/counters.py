"""What this process counts of itself, for a monitor (Prometheus): no address, name, filter or figure among it."""

from typing import Final

from prometheus_client import Counter, Gauge, Histogram

SECONDS: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10)
"""Steps of what a person waits for."""

REQUESTS: Final = Counter("placements_requests", "Requests answered, by status.", ["status"])
REQUEST_SECONDS: Final = Histogram("placements_request_seconds", "How long an answer took; no websockets.")
RUNS: Final = Histogram("placements_page_run_seconds", "How long it took to work a page out.", buckets=SECONDS)
WAITS: Final = Histogram("placements_page_wait_seconds", "How long a page waited for its turn.", buckets=SECONDS)
WAITING: Final = Gauge("placements_pages_waiting", "Pages that wait for their turn now.")
REFUSED: Final = Counter("placements_files_refused", "Uploaded files that could not be read.")
