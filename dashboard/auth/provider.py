"""Whether the provider of sign-in answers: asked of its own description, at most once a minute."""

import json
import urllib.request
from threading import Lock
from typing import Final
from urllib.error import URLError

from cachetools import TTLCache, cached

NEEDED: Final = ("authorization_endpoint", "token_endpoint", "jwks_uri")
"""What the provider's own description of itself must name."""

PATIENCE_SECONDS: Final = 5
READINESS_SECONDS: Final = 2
"""Less than whoever asks for readiness waits (5 seconds in compose.yaml): a provider that hangs stops no process."""

BELIEVED_SECONDS: Final = 60
AT_ONCE_SECONDS: Final = 5


class ProviderError(Exception):
    """A sentence: the provider does not answer, or what answers is none."""


def described(provider: str, seconds: float = PATIENCE_SECONDS) -> None:
    """Ask a provider to describe itself.

    Raises:
        ProviderError: it does not answer, or says nothing that one could sign in by.
    """
    try:
        with urllib.request.urlopen(provider, timeout=seconds) as answer:
            told = json.load(answer)
    except (URLError, OSError, ValueError) as problem:
        why = getattr(problem, "reason", None) or type(problem).__name__
        raise ProviderError(f"the provider does not answer at SIGN_IN_URL ({why}).") from problem
    missing = [name for name in NEEDED if name not in told]
    if missing:
        raise ProviderError(f"SIGN_IN_URL is no provider's description of itself: it lacks {', '.join(missing)}.")


@cached(TTLCache(4, BELIEVED_SECONDS), lock=Lock())
def answers(provider: str) -> bool:
    """Say whether it answered within the last minute; it is asked again after that."""
    try:
        described(provider, READINESS_SECONDS)
    except ProviderError:
        return False
    return True


@cached(TTLCache(4, AT_ONCE_SECONDS), lock=Lock())
def answers_now(provider: str) -> bool:
    """Say the same of the last few seconds, for whoever comes back from it without having been signed in."""
    try:
        described(provider, READINESS_SECONDS)
    except ProviderError:
        return False
    return True
