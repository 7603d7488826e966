"""Known rows in shapes that do harm where they are not told: copied sheets, odd quotes, odd headings, odd XML."""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Final

from loaders.kinds import text
from loaders.source import Source
from tests.loaders.files import workbook_of
from tests.loaders.mess.known import Row
from tests.loaders.mess.tree import return_of

Grid = list[list[str]]

HARMLESS: Final = ("", "", " (optional)", " (if known)", " (required)", " *", " (see guidance)")
CHANGING: Final = ("(estimated)", "- excluding others", "(old)", "(of the mother)", "(previous)", "(draft, not agreed)")
ODD: Final[tuple[Callable[[str], str], ...]] = (
    lambda cell: f'"{cell} \\" more"',
    lambda cell: f'"{cell} "more" yet"',
    lambda cell: f'"{cell}',
    lambda cell: f'{cell}"',
    lambda cell: f'"{cell} " more"',
    lambda cell: f'5" {cell}',
)
"""Ways in which a cell of text is quoted wrongly."""


def grid_of(rows: Sequence[Row]) -> Grid:
    """Headings and cells of rows."""
    return [list(rows[0]), *(list(row.values()) for row in rows)]


def sheets_of(rows: Sequence[Row], drafts: Sequence[Row], dice: Random) -> bytes:
    """The rows on several sheets, some of them on two, beside drafts that are hidden."""
    headings = list(rows[0])
    places = [dice.sample(range(3), dice.choice([1, 1, 2])) for _ in rows]
    shown = {
        f"Part {at}": [list(row.values()) for row, on in zip(rows, places, strict=True) if at in on] for at in range(3)
    }
    hidden = {"Draft": [list(row.values()) for row in drafts]}
    named = {name: [headings, *cells] for name, cells in dice.sample([*(shown | hidden).items()], 4)}
    how = dice.choice(["hidden", "very_hidden"])
    return workbook_of(named, **{how: ["Draft"]})


def oddly_quoted(source: Source, rows: Sequence[Row], dice: Random) -> bytes:
    """The rows as lines in which some cells of text are quoted wrongly."""
    columns = [at for at, column in enumerate(source.columns) if column.kind is text]
    mark = dice.choice([",", ";", "\t"])
    headings, *cells = grid_of([{name: cell.replace(mark, " ") for name, cell in row.items()} for row in rows])
    for line in cells:
        for at in columns:
            if line[at] and dice.random() < 0.4:
                line[at] = dice.choice(ODD)(line[at])
    ends = dice.choice(["\n", "\r\n"])
    return (ends.join(mark.join(line) for line in [headings, *cells]) + ends * dice.choice([0, 1])).encode()


def explained(rows: Sequence[Row], dice: Random) -> Grid:
    """The rows under headings with words that change nothing, some of which stand twice above the same cells."""
    headings, *cells = grid_of(rows)
    twice = dice.sample(range(len(headings)), dice.choice([0, 1, 2]))
    return [
        [heading + dice.choice(HARMLESS) for heading in headings] + [headings[at] for at in twice],
        *([*line, *(line[at] for at in twice)] for line in cells),
    ]


def changed(source: Source, rows: Sequence[Row], dice: Random) -> Grid:
    """The rows under headings of which one says that its cells are something else."""
    headings, *cells = grid_of(rows)
    at = dice.randrange(len(source.columns))
    headings[at] = f"{headings[at]} {dice.choice(CHANGING)}"
    return [headings, *cells]


def contradicted(rows: Sequence[Row], dice: Random) -> Grid:
    """The rows with one column that is not blank twice, above different cells."""
    headings, *cells = grid_of(rows)
    at = dice.choice([at for at in range(len(headings)) if any(line[at] for line in cells)])
    other = [line[at] + "9" for line in cells]
    cut = dice.randrange(len(headings) + 1)
    return [
        [*line[:cut], cell, *line[cut:]] for line, cell in zip([headings, *cells], [headings[at], *other], strict=True)
    ]


def in_two_rows(rows: Sequence[Row], dice: Random) -> Grid:
    """The rows under headings of two rows: those of two words are parted, some others stand in the lower row."""
    headings, *cells = grid_of(rows)
    upper, lower = [""] * len(headings), [""] * len(headings)
    for at, heading in enumerate(headings):
        group, _, rest = heading.partition(" ")
        is_parted = bool(rest) and dice.random() < 0.5
        stands = (group, rest) if is_parted else (heading, "")
        if is_parted and at and upper[at - 1] == group:
            stands = ("", rest)
        upper[at], lower[at] = stands
    return [upper, lower, *cells]


def reshaped(source: Source, rows: Sequence[Row], dice: Random) -> bytes:
    """The rows as an XML return with elements of any case and namespace, wrapped."""
    xml = return_of(source, grid_of(rows)[1:]).decode()
    case = dice.choice([str, str.lower, str.title])
    xml = re.sub(r"(</?)(\w+)", lambda tag: tag[1] + case(tag[2]), xml)
    root = case("EXPSSDA903")
    if dice.random() < 0.3:
        xml = xml.replace(f"<{root}>", f'<{root} xmlns="urn:example:{dice.randint(0, 9)}">')
    if dice.random() < 0.3:
        xml = re.sub(r"<(/?)(?=\w)", r"<\1s:", xml).replace(f"<s:{root}", f'<s:{root} xmlns:s="urn:x"', 1)
    if dice.random() < 0.3:
        xml = re.sub(r"(<[^/>]*expssda903[^>]*>)(.*)(</[^>]*>)$", r"\1<All>\2</All>\3", xml, flags=re.I | re.S)
    if dice.random() < 0.3:
        xml = f"<Message><Body>{xml}</Body></Message>"
    return xml.encode(dice.choice(["utf-8", "utf-8-sig", "utf-16"]))
