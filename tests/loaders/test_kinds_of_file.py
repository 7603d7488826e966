"""Files that are no table: each is told what it is and what to do."""

import zipfile
from pathlib import Path

import pytest

import loaders
from loaders.reading.files import files
from tests.loaders.files import SHARED, needs_shared_data, zip_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
CSV = b"CHILD,SEX,DOB,ETHNIC\n1,2,27/03/2008,WROM\n"


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(100)


def locked(content: bytes) -> bytes:
    """A ZIP with the flag that says that its parts need a password."""
    body = bytearray(content)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = body.find(sign)
        while start >= 0:
            body[start + at] |= 1
            start = body.find(sign, start + 4)
    return bytes(body)


@pytest.mark.parametrize(
    ("content", "what", "todo"),
    [
        (b"<html><table><tr><th>Child ID</th></tr></table></html>", "web page (HTML)", "Open it and save"),
        (b'\xef\xbb\xbf<!DOCTYPE html PUBLIC "-//W3C//DTD"><html></html>', "web page (HTML)", "Open it and save"),
        (b"<table><tr><td>7001</td></tr></table>", "web page (HTML)", "Open it and save"),
        (b"MIME-Version: 1.0\nContent-Type: text/html", "MHTML", "Open it and save"),
        (
            b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
            "of 2003 in XML",
            "Open it and save",
        ),
        (b"<Message><Header/></Message>", "first element is <Message>", "upload its tables as CSV"),
        (b"\x09\x08\x10\x00\x00\x06" + bytes(200), "old Excel workbook (.xls)", "Open it and save"),
        (ole("Workbook"), "old Excel workbook (.xls)", "Open it and save"),
        (ole("EncryptedPackage"), "locked with a password", "Take the password off"),
        (ole("WordDocument"), "old Word document", "Export the table"),
        (ole("__properties_version1.0"), "e-mail", "attached"),
        (locked(zip_of({"BRE/2025/x.csv": CSV})), "ZIP is locked with a password", "Unpack it with the password"),
        (zip_of({"notes.txt": b"x"}), "ZIP without a workbook", "Unpack it"),
        (zip_of({"Index/Document.iwa": b"x", "Metadata/Properties.plist": b"x"}), "Apple Numbers", "Export To"),
        (zip_of({"mimetype": b"x", "content.xml": b"x"}), "OpenDocument", "Open it and save"),
        (
            zip_of({"[Content_Types].xml": b"x", "xl/workbook.bin": b"x"}),
            "binary Excel workbook (.xlsb)",
            "Open it and save",
        ),
        (zip_of({"[Content_Types].xml": b"x", "word/document.xml": b"x"}), "Word document", "Export the table"),
        (zip_of({"[Content_Types].xml": b"x", "ppt/presentation.xml": b"x"}), "PowerPoint", "Export the table"),
        (zip_of({}), "ZIP is empty", "Pack it again"),
        (b"%PDF-1.7", "PDF", "Export the table"),
        (b"{\\rtf1 x}", "RTF", "Export the table"),
        (b"\x89PNG\r\n\x1a\n", "picture", "Export the table"),
        (b"\0\0\0\x18ftypheic", "picture", "Export the table"),
        (b"\x1f\x8b\x08", "gzip", "Unpack it"),
        (b"SQLite format 3\0", "database", "Export the table"),
        (b'[{"CHILD": 1}]', "JSON", "Export the table"),
        (b'{\n "CHILD": 1}', "JSON", "Export the table"),
    ],
)
def test_what_is_no_table_says_what_it_is_and_what_to_do(content: bytes, what: str, todo: str):
    refused = str(loaders.read(content, name="BRE/2025/costs.xls").refused)
    assert what in refused
    assert todo in refused


def test_a_locked_zip_is_told_from_the_command_line_and_the_page_alike(tmp_path: Path):
    file = tmp_path / "BRE_2025.zip"
    file.write_bytes(locked(zip_of({"BRE_2025_header.csv": CSV})))
    (given,) = files([file])
    assert "ZIP is locked with a password" in str(loaders.read(given.content, name=given.name).refused)


def test_headings_in_brackets_are_no_json():
    bracketed = CSV.replace(b"CHILD", b"[CHILD]")
    assert loaders.read(bracketed, name="BRE/2025/header.csv").accepted == 1


CASES = SHARED / "cases/files/unclear_refusals"


@needs_shared_data
@pytest.mark.skipif(not CASES.exists(), reason="the cases are not at hand")
@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("htmlxls_Brent_2025_costs.xls", "web page"),
        ("biff_Brent_2025_costs.xls", "old Excel"),
        ("numbers_Brent_2025_costs.numbers", "Apple Numbers"),
        ("xmlamp_Brent_2025.xml", "line 1, character"),
        ("pw.zip", "locked with a password"),
    ],
)
def test_the_files_that_came_to_hand(name: str, what: str):
    (given,) = files([CASES / name])
    assert zipfile.is_zipfile(CASES / name) or not name.endswith(".zip")
    assert what in str(loaders.read(given.content, name=given.name).refused)
