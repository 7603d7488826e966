"""The SSDA903 return as XML: a tree of children in, the tables of the CSV return out."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, ParseError

import polars as pl
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from loaders.intake.sheet import Sheet, sheet_of
from loaders.reading import RefusedError

ROOT: Final = "EXPSSDA903"
RENAMED: Final = {"CHILD": "CHILDID", "PLACE": "PL"}
"""Headings of the CSV return that the XML calls otherwise."""

CHILD: Final = ("CHILD", "DOB")
HEADER: Final = ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
EPISODES: Final = (
    *("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC"),
    *("REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN"),
)
REPEATED: Final = {
    "Reviews": ("AREVIEW", ("REVIEW", "REVIEW_CODE")),
    "Missing": ("AMISSING", ("MISSING", "MIS_START", "MIS_END")),
    "OC2": (
        "OC2",
        (
            *("SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK"),
            *("HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"),
        ),
    ),
    "Previous permanence": ("PERMANENCE", ("PREV_PERM", "LA_PERM", "DATE_PERM")),
    "Placed for adoption": ("AD_PLACED", ("DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED")),
}
"""Tables that stand as repeated elements inside a child's header."""
FLAT: Final = {
    "UASC": ("UASC", ("SEX", "DUC")),
    "OC3": ("IN_TOUCH", ("IN_TOUCH", "ACTIV", "ACCOM")),
    "AD1": ("DATE_INT", ("DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR")),
}
"""Tables that stand straight in the header, and the element that says whether the child has a row."""

Row = dict[str, str | None]


def open_return_xml(content: bytes) -> list[Sheet]:
    """Read an SSDA903 return; entities, document types and outside references are refused."""
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise RefusedError(
            "The XML cannot be read: it is damaged, or defines entities, which a return never does."
        ) from error
    if root.tag.upper() != ROOT:
        raise RefusedError(f"The XML is not an SSDA903 return: its root should be {ROOT}.")
    children = [child for child in root if child.tag.upper() == "CHILD"]
    return [_sheet(name, headings, list(rows)) for name, headings, rows in _tables(children)]


def _tables(children: list[Element]) -> Iterator[tuple[str, tuple[str, ...], Iterator[Row]]]:
    heads = [head for child in children for head in child.iter("HEADER")]
    yield "Header", HEADER, (_row(head, HEADER) for head in heads)
    yield (
        "Episodes",
        EPISODES,
        (
            _row(episode, EPISODES, of=head)
            for child in children
            for head in child.iter("HEADER")
            for episode in child.iter("EPISODE")
        ),
    )
    for name, (tag, headings) in REPEATED.items():
        columns = (*CHILD, *headings)
        yield name, columns, (_row(each, columns, of=head) for head in heads for each in head.iter(tag))
    for name, (tag, headings) in FLAT.items():
        columns = (*CHILD, *headings)
        yield name, columns, (_row(head, columns) for head in heads if _text(head, tag))


def _row(element: Element, headings: tuple[str, ...], of: Element | None = None) -> Row:
    """Cells of one record; who the child is stands in the header that the record is `of`."""
    return {
        heading: _text(of if of is not None and heading in CHILD else element, RENAMED.get(heading, heading))
        for heading in headings
    }


def _text(element: Element, tag: str) -> str | None:
    found = element.find(tag)
    return None if found is None or found.text is None else found.text.strip() or None


def _sheet(name: str, headings: tuple[str, ...], rows: list[Row]) -> Sheet:
    """Sheet with a heading row, so that its rows are counted as those of the CSV of the same table are."""
    columns = [pl.Series(heading, [heading, *(row[heading] for row in rows)], pl.String) for heading in headings]
    return sheet_of(name, pl.DataFrame(columns))
