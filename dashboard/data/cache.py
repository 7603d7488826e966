"""What is worked out once for all readers, kept by what it is made of.

Frames count by their content to the last cell, since Streamlit's own hash of a long frame skips its middle; a frame is
read for it once, as nobody changes one. However many ask for the same at once, one works it out and the others wait.
"""

from collections.abc import Callable, Hashable, Mapping, MutableMapping
from functools import update_wrapper
from hashlib import sha256
from threading import Condition
from time import monotonic
from typing import Any, Final, Generic, ParamSpec, TypeVar, cast
from weakref import ref

import polars as pl
from cachetools import LRUCache, TTLCache, cached

Asked = ParamSpec("Asked")
Made = TypeVar("Made")

Key = tuple[tuple[Hashable, ...], tuple[Hashable, ...]]

_caches: Final[list[MutableMapping[Any, Any]]] = []
_prints: Final[dict[int, tuple[ref[pl.DataFrame], bytes]]] = {}


class Kept(Generic[Asked, Made]):
    """A function that is kept."""

    def __init__(self, function: Callable[Asked, Made], cache: MutableMapping[Key, Any]) -> None:
        self._cache, self._changing = cache, Condition()
        self._keeper = cached(cache, key=_key, condition=self._changing)(function)
        update_wrapper(self, function)

    def __call__(self, *args: Asked.args, **named: Asked.kwargs) -> Made:
        """Give what it gives, worked out now or before."""
        return self._keeper(*args, **named)

    def cache_clear(self) -> None:
        """Let go of it."""
        self._keeper.cache_clear()

    def asked(self) -> list[tuple[Any, ...]]:
        """Give the arguments, by place, of all that is kept; the latest last."""
        with self._changing:
            return [arguments for arguments, _ in self._cache]

    def ahead(self, before: str, newest: str, until: float) -> None:
        """Work out of newer data what was asked of those before, the latest first, up to a time of the clock.

        The data version is the last argument.
        """
        for *asked, of in reversed(self.asked()):
            if monotonic() > until:
                return
            if of == before:
                self._keeper(*asked, newest)


def kept(most: int, seconds: float | None = None) -> Callable[[Callable[Asked, Made]], Kept[Asked, Made]]:
    """Keep what a function gives by its arguments: the last `most` of them, for so many seconds or for good.

    The function must depend on its arguments alone, and nobody may change what it gives.
    """
    cache = LRUCache[Key, Any](most) if seconds is None else TTLCache[Key, Any](most, seconds)
    _caches.append(cache)
    return lambda function: Kept(function, cache)


def forget() -> None:
    """Let go of everything that is kept."""
    for cache in _caches:
        cache.clear()


def content(frame: pl.DataFrame) -> bytes:
    """Give what is the same only for frames of the same columns, types and cells."""
    known = _prints.get(id(frame))
    if known is not None and known[0]() is frame:
        return known[1]
    # A frame that is being written is locked: who asks it for anything meanwhile holds what the writer waits for.
    own = frame.clone()
    digest = sha256(repr(own.schema).encode() + own.write_ipc_stream(None).getvalue()).digest()
    place = id(frame)
    _prints[place] = ref(frame, lambda _: _prints.pop(place, None)), digest
    return digest


def _key(*args: object, **named: object) -> Key:
    return tuple(map(_part, args)), tuple((name, _part(value)) for name, value in sorted(named.items()))


def _part(value: object) -> Hashable:
    if isinstance(value, pl.DataFrame):
        return content(value)
    if isinstance(value, Mapping):
        return tuple((key, _part(each)) for key, each in value.items())  # in their order, which may be drawn
    if isinstance(value, list | tuple):
        return tuple(map(_part, value))
    try:
        hash(value)
    except TypeError:  # a measure's card holds expressions, which have no hash
        return repr(value)
    return cast("Hashable", value)
