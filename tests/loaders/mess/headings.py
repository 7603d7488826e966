"""Headings as people write them."""

from random import Random

from loaders import SOURCES
from loaders.reading.headings import plain
from loaders.source import Source


def headed(source: Source, dice: Random) -> list[str]:
    """Headings of every column in any case, with spaces for marks, or by another name that the source knows."""
    alike = [each for each in SOURCES if each.slug == source.slug]
    taken = {plain(column.header) for each in alike for column in each.columns}
    return [_styled(_named(column.header, column.also, taken, dice), dice) for column in source.columns]


def _named(header: str, also: tuple[str, ...], taken: set[str], dice: Random) -> str:
    """Another name, where all of them are this column's alone. Of many names, some say what the amount is of."""
    is_free = len(also) < 8 and not taken & {plain(name) for name in also if plain(name) != plain(header)}
    free = also if is_free else ()
    return dice.choice([header, header, *free])


def _styled(heading: str, dice: Random) -> str:
    styles = (str, str.lower, str.upper, str.title, _spaced, _marked)
    return dice.choice(["", " "]) + dice.choice(styles)(heading) + dice.choice(["", " ", "  "])


def _spaced(heading: str) -> str:
    return heading.replace("_", " ")


def _marked(heading: str) -> str:
    return heading.replace(" ", "_") + ":"
