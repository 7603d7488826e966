"""The return as XML: elements known by name alone, children found wherever they stand, flags read as flags."""

import re

import polars as pl
import pytest

import loaders
from loaders.reading.result import Reading
from tests.loaders.files import SHARED, balances, csv_of, needs_shared_data, rows_of

CHILD = (
    "<CHILD><HEADER><CHILDID>{id}</CHILDID><SEX>1</SEX><DOB>2012-02-03</DOB><ETHNIC>WBRI</ETHNIC>{about}</HEADER>"
    "<EPISODE><DECOM>2024-05-05</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL>"
    "<PLACE_PROVIDER>PR1</PLACE_PROVIDER><HOME_POST>HA9 0AA</HOME_POST><PL_POST>HA9 6AA</PL_POST>"
    "<URN>SC123456</URN></EPISODE></CHILD>"
)
TWO = CHILD.format(id="7001", about="") + CHILD.format(id="7002", about="")
PLAIN = f"<EXPSSDA903>{TWO}</EXPSSDA903>"
OPENS = re.compile(r"<(/?)(?=\w)")


def read(xml: str | bytes) -> Reading:
    reading = loaders.read(xml.encode() if isinstance(xml, str) else xml, name="BRE/2025/return.xml")
    assert balances(reading)
    return reading


def lower_tags(xml: str) -> str:
    return re.sub(r"</?\w+", lambda tag: tag[0].lower(), xml)


@pytest.mark.parametrize(
    "xml",
    [
        PLAIN,
        lower_tags(PLAIN),
        PLAIN.lower(),
        re.sub(r"</?\w+", lambda tag: tag[0].title(), PLAIN),
        PLAIN.replace("<EXPSSDA903>", '<EXPSSDA903 xmlns="http://www.example.gov.uk/ssda903">'),
        OPENS.sub(r"<\1s:", PLAIN).replace("<s:EXPSSDA903>", '<s:EXPSSDA903 xmlns:s="urn:x">'),
        f"<EXPSSDA903><CHILDREN>{TWO}</CHILDREN></EXPSSDA903>",
        f"<Message><Body><ReturnData>{PLAIN}</ReturnData></Body></Message>",
        f'<s:Envelope xmlns:s="urn:soap"><s:Body>{PLAIN}</s:Body></s:Envelope>',
        PLAIN.replace("<EPISODE>", "<EPISODES><EPISODE>").replace("</EPISODE>", "</EPISODE></EPISODES>"),
        PLAIN.replace("<HEADER>", "").replace("</HEADER>", ""),
        f"<!-- from the system -->\n{PLAIN}\n",
        f'<?xml version="1.0" encoding="UTF-16"?>{PLAIN}',
        PLAIN.replace("><", ">\n  <"),
        PLAIN.replace("CHILDID>", "CHILD>").replace("PL>", "PLACE>"),
        f'\n<?xml version="1.0"?>{PLAIN}',
        f"<Message><Header><Year>2025</Year><LEA>304</LEA></Header>{PLAIN}</Message>",
        PLAIN.replace("<EXPSSDA903>", '<EXPSSDA903 LA="Brent" year="2024-25">'),
    ],
)
def test_elements_are_known_by_their_names_alone(xml: str):
    reading = read(xml)
    assert reading.refused is None, reading.refused
    assert reading.tables["children"]["child"].to_list() == ["BRE-7001", "BRE-7002"]
    assert reading.tables["episodes"]["child"].to_list() == ["BRE-7001", "BRE-7002"]
    assert reading.findings.is_empty()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman"])
@pytest.mark.parametrize("declared", ["", '<?xml version="1.0" encoding="UTF-8"?>'])
def test_a_return_is_read_in_whatever_letters_it_was_written(encoding: str, declared: str):
    xml = declared + PLAIN.replace("7001", "José").replace("7002", "Zoë")
    if encoding.startswith("utf-16"):
        xml = xml.replace("UTF-8", "UTF-16")
    children = read(xml.encode(encoding)).tables["children"]["child"].to_list()
    assert children == ["BRE-JOSÉ", "BRE-ZOË"]


@pytest.mark.parametrize(
    ("xml", "because"),
    [
        ("<EXPSSDA903></EXPSSDA903>", "holds no child"),
        ("<EXPSSDA903><CHILD></CHILD></EXPSSDA903>", "holds no child"),
        ("<EXPSSDA903><HEADER><CHILDID>1</CHILDID></HEADER></EXPSSDA903>", "holds no child"),
        (f"<Message><Header/>{TWO}</Message>", "its first element is <Message>"),
        (f"<EXPSSDA903>{TWO.replace('</CHILD><CHILD>', '')}</EXPSSDA903>", "holds several children"),
        (f"<EXPSSDA903><CHILD>{TWO}</CHILD></EXPSSDA903>", "holds several children"),
        (f"<EXPSSDA903>\n{TWO}\n<UPN>A & B</UPN></EXPSSDA903>", "line 3, character 8: an & stands alone"),
        ("<EXPSSDA903>\n<UPN>A&</UPN></EXPSSDA903>", "line 2, character 7: an & stands alone"),
        (f"<EXPSSDA903>\n<UPN>A &B</UPN>{TWO}</EXPSSDA903>", "line 2, character 8: an & stands alone"),
        ("<EXPSSDA903>\n<UPN>a&nbsp;b</UPN></EXPSSDA903>", "line 2, character 7: an & stands alone"),
        ("<EXPSSDA903>\n\n<UPN>3 < 4</UPN></EXPSSDA903>", "line 3"),
        (f"<EXPSSDA903>\n{TWO}", "the file ends before it is whole"),
        (f"<EXPSSDA903>\n{TWO}</CHILD></EXPSSDA903>", "closed that is not the last one opened"),
        (f"{PLAIN}\n{PLAIN}", "line 2, character 1: something follows"),
        (PLAIN.replace("<CHILD>", "<s:CHILD>"), "prefix is not declared"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><EXPSSDA903>&a;</EXPSSDA903>', "entities"),
    ],
)
def test_what_is_no_return_or_of_nobody_is_refused_with_the_reason_and_the_line(xml: str, because: str):
    reading = read(xml)
    assert because in str(reading.refused)
    assert "7001" not in str(reading.refused)


@pytest.mark.parametrize(("flag", "is_one"), [("1", True), ("true", True), ("Y", True), ("0", False), ("", False)])
@pytest.mark.parametrize("other", ["0", "false", "N", "No", " 0 "])
def test_uasc_is_a_flag(flag: str, is_one: bool, other: str):
    one = CHILD.format(id="7001", about=f"<UASC>{flag}</UASC>")
    xml = f"<EXPSSDA903>{one}{CHILD.format(id='7002', about=f'<UASC>{other}</UASC>')}</EXPSSDA903>"
    reading = read(xml)
    assert reading.tables["asylum"]["child"].to_list() == ["BRE-7001"] * is_one
    assert reading.findings.is_empty()


@pytest.mark.parametrize("about", ["<UASC>perhaps</UASC>", "<UASC>2</UASC>", "<DUC>2024-10-13</DUC>"])
def test_a_flag_that_cannot_be_read_makes_no_child_one_and_is_told(about: str):
    reading = read(f"<EXPSSDA903>{CHILD.format(id='7001', about=about)}</EXPSSDA903>")
    assert reading.tables["asylum"].is_empty()
    assert reading.findings.select("file", "column", "severity").rows() == [("return.xml [UASC]", "UASC", "error")]


def test_a_day_on_which_it_ceased_to_be_one_beside_a_flag_that_denies_it_is_told():
    about = "<UASC>0</UASC><DUC>2024-10-13</DUC>"
    reading = read(f"<EXPSSDA903>{CHILD.format(id='7001', about=about)}</EXPSSDA903>")
    assert reading.tables["asylum"].is_empty()
    assert reading.findings["code"].to_list() == ["uasc-ceased"]


@pytest.mark.parametrize("flags", [("1", "0"), ("0", "1"), ("true", "false")])
def test_two_headers_of_one_child_that_say_both_are_a_question(flags: tuple[str, str]):
    heads = "".join(CHILD.format(id="7001", about=f"<UASC>{flag}</UASC>") for flag in flags)
    reading = read(f"<EXPSSDA903>{heads}{CHILD.format(id='7002', about='<UASC>0</UASC>')}</EXPSSDA903>")
    assert reading.tables["asylum"].is_empty()
    told = reading.findings.filter(pl.col("file") == "return.xml [UASC]")
    assert told.select("row", "code", "severity").rows() == [
        (2, "differing-rows", "error"),
        (3, "differing-rows", "error"),
    ]
    assert "differ in UASC" in told["message"][0]


def test_a_table_with_the_flag_lists_those_alone_of_whom_it_is_true():
    rows = rows_of("""
        CHILD | UASC | DUC
        1     | 1    |
        2     | 0    |
        3     |      |
        4     | yes  | 13/10/2025
    """)
    reading = loaders.read(csv_of(rows), name="BRE/2025/uasc.csv")
    assert balances(reading)
    assert (reading.accepted, reading.set_aside) == (3, 1)
    assert reading.tables["asylum"]["child"].to_list() == ["BRE-1", "BRE-4"]


def test_no_element_of_a_header_is_lost_for_want_of_another():
    about = "<DATE_MATCH>2024-10-13</DATE_MATCH><ACTIV>F1</ACTIV>"
    reading = read(f"<EXPSSDA903>{CHILD.format(id='7001', about=about)}</EXPSSDA903>")
    assert reading.tables["adoptions"].height == 1
    assert "return.xml [OC3]" in reading.findings["file"]


CASES = SHARED / "cases"


@needs_shared_data
@pytest.mark.skipif(not CASES.exists(), reason="the cases are not at hand")
@pytest.mark.parametrize("name", ["xmlchildlow", "xmllow", "xmlmix", "xmlwrap", "xmlns"])
def test_the_shapes_that_came_to_hand(name: str):
    (file,) = CASES.rglob(f"{name}_Brent_2025.xml")
    reading = loaders.read(file)
    assert (reading.borough, reading.return_year, reading.refused) == ("Brent", 2025, None)
    assert reading.tables["episodes"].filter(pl.col("child") == "BRE-7001").height == 1


@pytest.mark.parametrize(
    "xml",
    [
        "<EXPSSDA903><CHILD><HEADER/></CHILD></EXPSSDA903>",
        "<EXPSSDA903><CHILD><HEADER><CHILDID> </CHILDID></HEADER><EPISODE/></CHILD></EXPSSDA903>",
        '<EXPSSDA903><CHILD><HEADER CHILDID="1"/><EPISODE DECOM="2024-05-01"/></CHILD></EXPSSDA903>',
    ],
)
def test_a_return_whose_children_are_all_blank_is_refused(xml: str):
    assert "holds no child" in str(read(xml).refused)


@pytest.mark.parametrize(
    ("around", "told"),
    [
        ("<Message><Header><LEA>307</LEA></Header>{}</Message>", "rows of Ealing (4 rows), by the column LEA"),
        ("<Message><Header><Year>2024</Year></Header>{}</Message>", "the return year 2024, by the column YEAR"),
    ],
)
def test_what_the_xml_says_beside_its_children_of_whose_it_is_is_held_against_the_names(around: str, told: str):
    assert told in str(read(around.format(PLAIN)).refused)
    (own,) = loaders.read_parts(around.format(PLAIN).encode(), name="return.xml", borough="Ealing", year=2024)
    assert (own.refused, own.borough, own.return_year) == (None, "Ealing", 2024)
