"""What stands between the network and the app."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Made = TypeVar("Made")


def run(answering: Coroutine[Any, Any, Made]) -> Made:
    """Run in a thread of its own: a browser that another test has open has a loop in this one."""
    with ThreadPoolExecutor(1) as one:
        return one.submit(asyncio.run, answering).result()
