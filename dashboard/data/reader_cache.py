"""What is worked out of the data, kept by what the reader may see of them and by the data version."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from dashboard.auth.current_user import scope
from dashboard.data.cache import kept
from dashboard.data.data_source import version

Asked = ParamSpec("Asked")
Made = TypeVar("Made")


def kept_for_reader(most: int) -> Callable[[Callable[Asked, Made]], Callable[Asked, Made]]:
    """Keep what a function gives by its arguments, what the reader may see and the data version that is shown.

    The function may depend on nothing else: not on who the reader is, nor on what is set on the page.
    """

    def decorated(function: Callable[Asked, Made]) -> Callable[Asked, Made]:
        @kept(most)
        def of_view(_view: object, _version: str, *args: Asked.args, **named: Asked.kwargs) -> Made:
            return function(*args, **named)

        @wraps(function)
        def asked(*args: Asked.args, **named: Asked.kwargs) -> Made:
            who = scope()
            return of_view((who.view, who.may_draw()), version(), *args, **named)

        return asked

    return decorated
