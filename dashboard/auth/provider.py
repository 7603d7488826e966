"""Whether the provider of sign-in answers: asked of its own description, at most once a minute."""

import json
import time
import urllib.request
from typing import Final
from urllib.error import URLError

NEEDED: Final = ("authorization_endpoint", "token_endpoint", "jwks_uri")
"""What the provider's own description of itself must name."""

PATIENCE_SECONDS: Final = 5
BELIEVED_SECONDS: Final = 60.0

_told: dict[str, tuple[float, bool]] = {}


class ProviderError(Exception):
    """A sentence: the provider does not answer, or what answers is none."""


def described(provider: str) -> None:
    """Ask a provider to describe itself.

    Raises:
        ProviderError: it does not answer, or says nothing that one could sign in by.
    """
    try:
        with urllib.request.urlopen(provider, timeout=PATIENCE_SECONDS) as answer:
            told = json.load(answer)
    except (URLError, OSError, ValueError) as problem:
        why = getattr(problem, "reason", None) or type(problem).__name__
        raise ProviderError(f"the provider does not answer at SIGN_IN_URL ({why}).") from problem
    missing = [name for name in NEEDED if name not in told]
    if missing:
        raise ProviderError(f"SIGN_IN_URL is no provider's description of itself: it lacks {', '.join(missing)}.")


def answers(provider: str) -> bool:
    """Say whether it answered within the last minute; ask it again after that."""
    at, is_there = _told.get(provider, (float("-inf"), False))
    if time.monotonic() - at > BELIEVED_SECONDS:
        try:
            described(provider)
        except ProviderError:
            is_there = False
        else:
            is_there = True
        _told[provider] = (time.monotonic(), is_there)
    return is_there


def forget() -> None:
    """Ask it again at once."""
    _told.clear()
