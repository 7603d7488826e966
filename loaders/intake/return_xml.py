"""The SSDA903 return as XML: a tree of children in, the tables of the CSV return out."""

from collections.abc import Iterable
from typing import Final
from xml.etree.ElementTree import Element

import polars as pl

from loaders.intake import limits
from loaders.intake.sheet import Opened, Sheet, sheet_of
from loaders.intake.xml_children import ChildReader, each_child

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

Row = tuple[str | None, ...]


class _Tables(ChildReader):
    """The rows of each table, gathered child by child."""

    def __init__(self) -> None:
        repeated = {name: (*CHILD, *headings) for name, (_, headings) in REPEATED.items()}
        flat = {name: (*CHILD, *headings) for name, (_, headings) in FLAT.items()}
        self.headings = {"Header": HEADER, "Episodes": EPISODES, **repeated, **flat}
        self.rows: dict[str, list[Row]] = {name: [] for name in self.headings}

    def child(self, element: Element) -> None:
        """Take the rows of one child. An episode without a header is kept, and set aside later for want of a child."""
        heads = list(element.iter("HEADER"))
        for head in heads:
            self._head(head)
        of = heads[0] if heads else element
        self._add("Episodes", (_row(each, EPISODES, of=of) for each in element.iter("EPISODE")))

    def _head(self, head: Element) -> None:
        self._add("Header", [_row(head, HEADER)])
        for name, (tag, _) in REPEATED.items():
            self._add(name, (_row(each, self.headings[name], of=head) for each in head.iter(tag)))
        for name, (tag, _) in FLAT.items():
            if _text(head, tag):
                self._add(name, [_row(head, self.headings[name])])

    def _add(self, name: str, rows: Iterable[Row]) -> None:
        self.rows[name].extend(rows)


def open_return_xml(content: bytes) -> Opened:
    """Read an SSDA903 return; entities, document types and outside references are refused."""
    tables = _Tables()
    each_child(content, tables)
    limits.refuse_rows(max(map(len, tables.rows.values())))
    limits.refuse_cells(sum(len(rows) * len(tables.headings[name]) for name, rows in tables.rows.items()))
    return Opened([_sheet(name, tables.headings[name], rows) for name, rows in tables.rows.items()])


def _row(element: Element, headings: tuple[str, ...], of: Element | None = None) -> Row:
    """Cells of one record; who the child is stands in the header that the record is `of`."""
    return tuple(
        _text(of if of is not None and heading in CHILD else element, RENAMED.get(heading, heading))
        for heading in headings
    )


def _text(element: Element, tag: str) -> str | None:
    found = element.find(tag)
    return None if found is None or found.text is None else found.text.strip() or None


def _sheet(name: str, headings: tuple[str, ...], rows: list[Row]) -> Sheet:
    """Sheet with a heading row, so that its rows are counted as those of the CSV of the same table are."""
    cells = zip(headings, *rows, strict=True)
    return sheet_of(name, pl.DataFrame([pl.Series(each[0], each, pl.String) for each in cells]))
