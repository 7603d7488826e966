"""Rows of a table of the return as the XML return."""

from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

from loaders.intake.return_xml import FLAT, RENAMED, REPEATED
from loaders.source import Source

OF_CHILD: Final = ("CHILD", "SEX", "DOB", "ETHNIC")
RECORDS: Final = {"episodes": "EPISODE"} | {name.lower().replace(" ", "_"): tag for name, (tag, _) in REPEATED.items()}
STRAIGHT: Final = ("header", *(name.lower() for name in FLAT))
"""Tables whose cells stand straight in the child's header."""


ABOUT: Final = {"SEX": "2", "DOB": "01/05/2012", "UASC": "1"}
"""What a header holds of every child, whichever table is meant."""
HEADER: Final = "ssda903_header"


def has_tree(source: Source) -> bool:
    """Whether the XML return holds the table."""
    slug = source.slug.removeprefix("ssda903_")
    return source.slug.startswith("ssda903") and (slug in RECORDS or slug in STRAIGHT)


def return_of(source: Source, grid: list[list[str]]) -> bytes:
    """A return with a child for each row."""
    root = Element("EXPSSDA903")
    for cells in grid:
        _child(SubElement(root, "CHILD"), source, cells)
    return tostring(root, encoding="utf-8")


def _child(child: Element, source: Source, cells: list[str]) -> None:
    head = SubElement(child, "HEADER")
    tag = RECORDS.get(source.slug.removeprefix("ssda903_"))
    own = {column.header for column in source.columns}
    for tag_of_header, cell in ABOUT.items():
        if source.slug != HEADER and tag_of_header not in own:
            SubElement(head, tag_of_header).text = cell
    within = SubElement(head if tag != "EPISODE" else child, tag) if tag else head
    for column, cell in zip(source.columns, cells, strict=True):
        into = head if column.header in OF_CHILD else within
        SubElement(into, RENAMED.get(column.header, column.header)).text = cell
