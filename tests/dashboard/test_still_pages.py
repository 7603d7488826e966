"""Where nothing changes and nobody differs, at most one page of a theme in ten says that something does."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Final

from rich.console import Console
from streamlit.testing.v1 import AppTest

from bench.still import PUBLISHED, still
from bench.still_pages import with_needs_and_incidents
from dashboard.data.data_source import Tables
from tests.conftest import at_length
from tests.dashboard.test_every_page import wrong

pytestmark = at_length

App = Callable[..., Callable[..., AppTest]]

PAGES: Final = ("placement-mix", "out-of-area", "needs", "missing", "cost", "providers")
TIMES: Final = 30
SIZES: Final = (PUBLISHED, (100,) * 5, (60,) * 3)
"""Sizes of boroughs, by turns."""

CLAIM: Final = re.compile(
    r"\b(clearly|higher|lower|above|below|more than|fewer than|peaks?|since|far from|far above|far below|up|down"
    r"|rises?|rose|falls?|fell|dearer|cheaper|differs?|stands? out|step\w*|nearer)\b",
    re.IGNORECASE,
)
CALM: Final = re.compile(r"\b(no|none|not|neither|nothing|usual|similar|likely by chance)\b", re.IGNORECASE)
TRUE: Final = re.compile(r"children's home|secure|supported accommodation|IFA|foster", re.IGNORECASE)
"""What kinds of placement differ by is true of every made-up consortium."""


def claims(page: AppTest) -> list[str]:
    """Give the titles of a page that say that something changed or differs."""
    titles = [str(title.value) for title in page.header]
    return [title for title in titles if CLAIM.search(title) and not CALM.search(title) and not TRUE.search(title)]


def test_few_pages_of_themes_make_a_false_claim(app: App):
    told: Counter[str] = Counter()
    said: list[str] = []
    for seed in range(TIMES):
        tables: Tables = {
            name: frame.lazy()
            for name, frame in with_needs_and_incidents(still(seed, SIZES[seed % 3], april=False), seed).items()
        }
        opened = app(tables, as_loaded=True)
        for address in PAGES:
            page = opened(address)
            assert wrong(page) == []
            found = claims(page)
            told[address] += bool(found)
            said += [f"{address}: {title}" for title in found]
    Console(width=140, markup=False).print(
        *(f"\n{address}: {told[address]} of {TIMES}" for address in PAGES), *(f"\n{line}" for line in sorted(said))
    )
    assert {address: count for address, count in told.items() if count > TIMES / 10} == {}
