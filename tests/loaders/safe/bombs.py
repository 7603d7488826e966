"""Files made to harm whoever opens them: small to send, enormous to hold, or strange in every other way."""

import io
import zipfile
from collections.abc import Callable, Mapping
from copy import copy
from typing import Final

from tests.loaders.files import workbook_of, zip_of

MB: Final = 1024 * 1024
HEADINGS: Final = b"CHILD,DOB,MISSING,MIS_START,MIS_END\n"
SHEET: Final = "xl/worksheets/sheet1.xml"
STRINGS: Final = "xl/sharedStrings.xml"
OPEN: Final = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
XML: Final = b"<EXPSSDA903><CHILD><HEADER><CHILD>1</CHILD>%s</HEADER></CHILD></EXPSSDA903>"


def book_with(parts: Mapping[str, bytes]) -> bytes:
    """A workbook in which some parts are others."""
    whole = io.BytesIO(workbook_of({"Missing": [["CHILD", "MISSING"], ["1", "M"]]}))
    with zipfile.ZipFile(whole) as book:
        return zip_of({name: book.read(name) for name in book.namelist()} | dict(parts))


def sheet(rows: str, before: str = "") -> bytes:
    """A workbook whose one sheet holds this XML."""
    return book_with({SHEET: f"{OPEN}{before}<sheetData>{rows}</sheetData></worksheet>".encode()})


def far_apart(first: str, last: str, after: str = "") -> bytes:
    """A workbook with two cells, as far apart as they say."""
    row = int("".join(letter for letter in last if letter.isdigit()))
    cells = f'<row r="1"><c {first}><v>1</v></c></row><row r="{row}"><c {last}><v>2</v></c>{after}</row>'
    return sheet(cells)


def shared_strings(size: int, cells: int) -> bytes:
    """A workbook in which many cells share one long text."""
    text = f'<?xml version="1.0"?><sst xmlns="x"><si><t>{"x" * size}</t></si></sst>'
    row = "".join(f'<row r="{r}"><c r="A{r}" t="s"><v>0</v></c></row>' for r in range(1, cells + 1))
    whole = sheet(row)
    with zipfile.ZipFile(io.BytesIO(whole)) as book:
        return zip_of({name: book.read(name) for name in book.namelist()} | {STRINGS: text.encode()})


def one_sheet_often(times: int) -> bytes:
    """A workbook that names one sheet of a million cells many times."""
    rows = "".join(f'<row r="{r}"><c r="A{r}"><v>1</v></c><c r="T{r}"><v>1</v></c></row>' for r in range(1, 50_001))
    names = "".join(f'<sheet name="S{i}" sheetId="{i}" r:id="rId1"/>' for i in range(1, times + 1))
    book = (
        '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f"<sheets>{names}</sheets></workbook>"
    )
    with zipfile.ZipFile(io.BytesIO(sheet(rows))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    return zip_of(parts | {"xl/workbook.xml": book.encode()})


def one_part_often(size: int, times: int) -> bytes:
    """A workbook with a part of zeros many times over: packed once, for packing each takes ten seconds."""
    buffer = io.BytesIO(book_with({"xl/0": b"0" * size}))
    with zipfile.ZipFile(buffer, "a") as book:
        packed = book.getinfo("xl/0")
        begins = packed.header_offset + len(packed.FileHeader())
        content = buffer.getvalue()[begins : begins + packed.compress_size]
        for number in range(1, times):
            again = copy(packed)
            again.filename, again.header_offset = f"xl/{number}", book.start_dir
            buffer.seek(book.start_dir)
            buffer.write(again.FileHeader() + content)
            book.start_dir = buffer.tell()
            book.filelist.append(again)
        book.writestr("xl/end", b"")
    return buffer.getvalue()


def nested(depth: int) -> bytes:
    """A ZIP within a ZIP, and so on, under a name of data."""
    inner = zip_of({"x.csv": b"0" * 10 * MB})
    for _ in range(depth):
        inner = zip_of({f"{i}.csv": inner for i in range(10)})
    return inner


def lying(size: int) -> bytes:
    """A workbook that says each part is far smaller than it is."""
    whole = bytearray(book_with({"xl/media/x.bin": b"0" * size}))
    return bytes(whole).replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))


def laughs() -> bytes:
    """A billion laughs."""
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return f'<!DOCTYPE x [<!ENTITY l0 "lol">{entities}]><EXPSSDA903>&l9;</EXPSSDA903>'.encode()


def outside(uri: str) -> bytes:
    """An XML that asks for a file of the server or of another one."""
    return f'<!DOCTYPE x [<!ENTITY a SYSTEM "{uri}">]><EXPSSDA903><CHILD>&a;</CHILD></EXPSSDA903>'.encode()


BOMBS: Final[Mapping[str, tuple[Callable[[], bytes], str]]] = {
    "csv: one cell of 90 MB": (lambda: HEADINGS + b"1," + b"x" * 90 * MB, "line of the file is longer"),
    "csv: one quoted cell of 90 MB": (lambda: HEADINGS + b'"' + b"x\n" * 45 * MB + b'",1,M,1,1\n', "the most is"),
    "csv: one quoted cell of 20 MB": (lambda: HEADINGS + b'"' + (b"x" * 99 + b"\n") * 200_000 + b'",1\n', "A cell of"),
    "csv: a quote never closed, 20 MB": (lambda: HEADINGS + b'1,"M' + b",01/04/2024,\n1,M" * 700_000, ""),
    "csv: one line of 90 MB": (lambda: b"a" * 90 * MB, "line of the file is longer"),
    "csv: 10 million columns": (lambda: b"a," * 10_000_000 + b"\n1\n", "line of the file is longer"),
    "csv: 400,000 columns": (lambda: b"a," * 400_000 + b"\n1\n", "columns"),
    "csv: 90 MB of commas": (lambda: HEADINGS + (b"," * 400 + b"\n") * 220_000, "cells"),
    "csv: 90 MB of line ends": (lambda: HEADINGS + b"\n" * 90 * MB, "the most is"),
    "csv: 90 MB of carriage returns": (lambda: HEADINGS + b"\r" * 90 * MB, "the most is"),
    "csv: 40 MB in UTF-16": (
        lambda: (HEADINGS.decode() + "\u2603,1,M,1,1\n" * 2_000_000).encode("utf-16"),
        "the most is",
    ),
    "csv: as many rows as may be": (lambda: HEADINGS + b"1,,x,y,z\n" * 1_048_575, ""),
    "csv: a smiling face in 90 MB": (
        lambda: HEADINGS + b"1,2,M,4,5\n" * 9_000_000 + "\U0001f600".encode(),
        "the most is",
    ),
    "csv: over 100 MB": (lambda: b"a,b\n" * 27_000_000, "larger than 100 MB"),
    "noise of 50 MB": (lambda: bytes(range(256)) * (50 * MB // 256), "not text"),
    "noise without a zero": (lambda: bytes(range(1, 256)) * 100_000, "none of the known sources"),
    "zeros": (lambda: b"\0" * 50 * MB, "not text"),
    "xlsx: two cells at the ends of a sheet": (lambda: far_apart('r="A1"', 'r="XFD1048576"'), "cells"),
    "xlsx: the same, oddly written": (lambda: far_apart('r="A1"', "r = 'XFD1048576'"), "cells"),
    "xlsx: beyond the ends of a sheet": (lambda: far_apart('r="A1"', 'r="ZZZZ99999999"'), ""),
    "xlsx: cells that do not say where": (
        lambda: far_apart("", 'r="A1048576"', '<c t="n"><v>1</v></c>' * 16_000),
        "cells",
    ),
    "xlsx: a dimension that lies": (
        lambda: sheet('<row r="1"><c r="A1"><v>1</v></c></row>', '<dimension ref="A1:XFD1048576"/>'),
        "none of the known sources",
    ),
    "xlsx: a long text in many cells": (lambda: shared_strings(900_000, 100_000), "repeats long text"),
    "xlsx: one sheet many times": (lambda: one_sheet_often(200), "cells"),
    "xlsx: one sheet of 170 MB": (lambda: sheet('<row r="1"><c r="A1"><v>1</v></c></row>' * 4_500_000), ""),
    "xlsx: unpacks to 3 GB": (lambda: one_part_often(100 * MB, 30), "unpacks to"),
    "xlsx: lies about its size": (lambda: lying(90 * MB), "damaged"),
    "xlsx: 5,000 parts": (lambda: book_with({f"xl/{i}": b"" for i in range(5_000)}), "5,0"),
    "xlsx: deep XML": (lambda: sheet("<row>" * 500_000), ""),
    "xlsx: a text of 150 MB": (
        lambda: sheet(f'<row r="1"><c r="A1" t="str"><v>{"x" * 150 * MB}</v></c></row>'),
        "cell",
    ),
    "xlsx: entities": (lambda: book_with({SHEET: laughs()}), ""),
    "zip: ten within ten": (lambda: nested(3), "ZIP"),
    "xml: a billion laughs": (laughs, "entities"),
    "xml: a file of the server": (lambda: outside("file:///etc/passwd"), "entities"),
    "xml: a page of another server": (lambda: outside("http://127.0.0.1:1/x"), "entities"),
    "xml: a million within one another": (
        lambda: XML % (b"<a>" * 1_000_000 + b"</a>" * 1_000_000),
        "within one another",
    ),
    "xml: 28 MB of elements": (lambda: XML % (b"<a/>" * 6_000_000), "of one child"),
    "xml: 28 MB of children": (lambda: XML.replace(b"%s", b"<CHILD/>" * 3_000_000 + b"%s") % b"", "of one child"),
    "xml: 28 MB of headers": (
        lambda: b"<EXPSSDA903>" + b"<CHILD><HEADER/></CHILD>" * 1_100_000 + b"</EXPSSDA903>",
        "elements",
    ),
    "xml: headers by episodes": (
        lambda: (
            b"<EXPSSDA903>"
            + (b"<CHILD>" + b"<HEADER/>" * 2_000 + b"<EPISODE/>" * 2_000 + b"</CHILD>") * 90
            + b"</EXPSSDA903>"
        ),
        "",
    ),
    "xml: a comment of 28 MB": (lambda: XML % (b"<!--" + b"x" * 28 * MB + b"-->"), "damaged"),
    "xml: a comment of 28 MB of tags": (lambda: XML % (b"<!--" + b"<x" * 14 * MB + b"-->"), ""),
    "xml: a tag of 28 MB": (lambda: XML % (b'<a b="' + b"x" * 28 * MB + b'"/>'), "damaged"),
    "xml: a million attributes": (
        lambda: XML % (b"<a " + b"".join(b'a%d="" ' % i for i in range(1_000_000)) + b"/>"),
        "damaged",
    ),
    "xml: a text of 28 MB": (lambda: XML % (b"<DOB>" + b"x" * 28 * MB + b"</DOB>"), "damaged"),
    "xml: a text of 1.9 MB": (lambda: XML % (b"<DOB>" + b"x" * 1_900_000 + b"</DOB>"), ""),
    "xml: of an encoding that nobody has": (
        lambda: b'<?xml version="1.0" encoding="nobody"?><EXPSSDA903>\xe9</EXPSSDA903>',
        "damaged",
    ),
}
"""Each with what the sentence of its refusal says; where that is empty, it may be read or refused."""
