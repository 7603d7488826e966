"""The SSDA903 return as XML: a tree of children in, the tables of the CSV return out."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final
from xml.etree.ElementTree import Element

import polars as pl

from loaders.intake import limits
from loaders.intake.sheet import Opened, Sheet, sheet_of
from loaders.intake.xml_children import NO_CHILD, ChildReader, each_child
from loaders.reading.result import RefusedError

RENAMED: Final = {"CHILD": "CHILDID", "PLACE": "PL"}
"""Headings of the CSV return that the XML calls otherwise."""
FLAG: Final = "UASC"
NO: Final = ("0", "false", "no", "n")
"""What the flag says of a child that is not an unaccompanied asylum-seeking one: the XML asks for 0."""
SEVERAL: Final = (
    "A <CHILD> of the XML holds several children, so that it is not known whose its episodes are. Give each child a "
    "<CHILD> of its own, or export the return again."
)

CHILD: Final = ("CHILD", "DOB")
HEADER: Final = ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
EPISODES: Final = (
    "CHILD",
    "DECOM",
    "RNE",
    "LS",
    "CIN",
    "PLACE",
    "PLACE_PROVIDER",
    "DEC",
    "REC",
    "REASON_PLACE_CHANGE",
    "HOME_POST",
    "PL_POST",
    "URN",
)
REPEATED: Final = {
    "Reviews": ("AREVIEW", ("REVIEW", "REVIEW_CODE")),
    "Missing": ("AMISSING", ("MISSING", "MIS_START", "MIS_END")),
    "OC2": (
        "OC2",
        (
            "SDQ_SCORE",
            "SDQ_REASON",
            "CONVICTED",
            "HEALTH_CHECK",
            "IMMUNISATIONS",
            "TEETH_CHECK",
            "HEALTH_ASSESSMENT",
            "SUBSTANCE_MISUSE",
            "INTERVENTION_RECEIVED",
            "INTERVENTION_OFFERED",
        ),
    ),
    "Previous permanence": ("PERMANENCE", ("PREV_PERM", "LA_PERM", "DATE_PERM")),
    "Placed for adoption": ("AD_PLACED", ("DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED")),
}
"""Tables that stand as repeated elements inside a child's header."""
FLAT: Final = {
    "UASC": (("UASC", "DUC"), ("UASC", "SEX", "DUC")),
    "OC3": (("IN_TOUCH", "ACTIV", "ACCOM"), ("IN_TOUCH", "ACTIV", "ACCOM")),
    "AD1": (
        ("DATE_INT", "DATE_MATCH"),
        ("DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"),
    ),
}
"""Tables that stand straight in the header, and the elements of which one says that the child has a row."""
MUST: Final = ("Header", "Episodes")
"""Tables in which every return has rows; that another has none is nothing to tell."""

Row = tuple[str | None, ...]


class _Tables(ChildReader):
    """The rows of each table, gathered child by child."""

    def __init__(self) -> None:
        repeated = {name: (*CHILD, *headings) for name, (_, headings) in REPEATED.items()}
        flat = {name: (*CHILD, *headings) for name, (_, headings) in FLAT.items()}
        self.headings = {"Header": HEADER, "Episodes": EPISODES, **repeated, **flat}
        self.rows: dict[str, list[Row]] = {name: [] for name in self.headings}
        self.denied: list[Row] = []

    def child(self, element: Element) -> None:
        """Take the rows of one child. An episode without a header is kept, and set aside later for want of a child."""
        if len({each.text and each.text.strip() for each in element.iter(RENAMED["CHILD"])} - {None, ""}) > 1:
            raise RefusedError(SEVERAL)
        heads = list(element.iter("HEADER"))
        if not heads and element.find(RENAMED["CHILD"]) is not None:
            heads = [element]
        for head in heads:
            self._head(head)
        of = heads[0] if heads else element
        self._add("Episodes", (_row(each, EPISODES, of=of) for each in element.iter("EPISODE")))

    def _head(self, head: Element) -> None:
        self._add("Header", [_row(head, HEADER)])
        for name, (tag, _) in REPEATED.items():
            self._add(name, (_row(each, self.headings[name], of=head) for each in head.iter(tag)))
        for name, (signs, _) in FLAT.items():
            if any(_says(head, sign) for sign in signs):
                self._add(name, [_row(head, self.headings[name])])
            elif FLAG in signs and _text(head, FLAG):
                self.denied.append(_row(head, self.headings[name]))

    def hold_against_each_other(self) -> None:
        """Add what denies that a child is unaccompanied where another header of the same child says that it is."""
        told = {row[0] for row in self.rows[FLAG]}
        self._add(FLAG, (row for row in self.denied if row[0] in told))

    def _add(self, name: str, rows: Iterable[Row]) -> None:
        self.rows[name].extend(rows)


def open_return_xml(content: bytes) -> Opened:
    """Read an SSDA903 return; entities, document types and outside references are refused."""
    tables = _Tables()
    said = each_child(content, tables)
    tables.hold_against_each_other()
    if not any(any(row) for name in MUST for row in tables.rows[name]):
        raise RefusedError(NO_CHILD)
    limits.refuse_rows(max(map(len, tables.rows.values())))
    limits.refuse_cells(sum(len(rows) * len(tables.headings[name]) for name, rows in tables.rows.items()))
    sheets = (_sheet(name, tables.headings[name], rows) for name, rows in tables.rows.items())
    return Opened([replace(sheet, said=said) for sheet in sheets])


def _row(element: Element, headings: tuple[str, ...], of: Element | None = None) -> Row:
    """Cells of one record; who the child is stands in the header that the record is `of`."""
    return tuple(_cell(of if of is not None and heading in CHILD else element, heading) for heading in headings)


def _cell(element: Element, heading: str) -> str | None:
    """The cell of a heading, by the name that the XML has for it or by that of the CSV."""
    renamed = RENAMED.get(heading)
    return (_text(element, renamed) if renamed else None) or _text(element, heading)


def _says(head: Element, sign: str) -> bool:
    """Whether a header says that a child has a row; the 0 of one to whom it does not apply says no."""
    text = _text(head, sign)
    return text is not None and not (sign == FLAG and text.lower() in NO)


def _text(element: Element, tag: str) -> str | None:
    found = element.find(tag)
    return None if found is None or found.text is None else found.text.strip() or None


def _sheet(name: str, headings: tuple[str, ...], rows: list[Row]) -> Sheet:
    """Sheet with a heading row, so that its rows are counted as those of the CSV of the same table are."""
    cells = zip(headings, *rows, strict=True)
    frame = pl.DataFrame([pl.Series(each[0], each, pl.String) for each in cells])
    return replace(sheet_of(name, frame), may_be_empty=name not in MUST)
