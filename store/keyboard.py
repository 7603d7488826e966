"""Who works on the command line."""

from getpass import getuser


def at_the_keyboard() -> str:
    """The person at the keyboard, as the system knows them; a container may know no name."""
    try:
        return getuser()
    except (KeyError, OSError):
        return "command line"
