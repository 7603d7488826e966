"""Who works on the command line."""

from getpass import getuser


def at_the_keyboard(otherwise: str = "command line") -> str:
    """The person at the keyboard, as the system knows them; a container may know no name, and gives `otherwise`."""
    try:
        return getuser()
    except (KeyError, OSError):
        return otherwise
