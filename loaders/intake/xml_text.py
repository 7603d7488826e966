"""An XML file as text: in which letters it is written, and where and why it cannot be read."""

import re
from typing import Final
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import errors

from loaders.intake.encoding import UTF_16
from loaders.intake.letters import guessed

DECLARED: Final = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']""")
UNICODE: Final = (b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii")
"""Encodings that a file is said to be in whether it is or not."""

CODES: Final = errors.codes
AND_SIGN: Final = "an & stands alone: write &amp; for it"
WHY: Final = {
    CODES[errors.XML_ERROR_NO_ELEMENTS]: "the file ends before it is whole",
    CODES[errors.XML_ERROR_UNCLOSED_TOKEN]: "the file ends before it is whole",
    CODES[errors.XML_ERROR_INVALID_TOKEN]: "a mark stands where none may: write &lt; for <, and &amp; for &",
    CODES[errors.XML_ERROR_TAG_MISMATCH]: "an element is closed that is not the last one opened",
    CODES[errors.XML_ERROR_DUPLICATE_ATTRIBUTE]: "an element says the same twice",
    CODES[errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]: "something follows after the end of the return",
    CODES[errors.XML_ERROR_UNDEFINED_ENTITY]: AND_SIGN,
    CODES[errors.XML_ERROR_UNBOUND_PREFIX]: "an element's prefix is not declared",
    CODES[errors.XML_ERROR_BAD_CHAR_REF]: "a mark stands where none may",
}
"""By the parser's number of what is wrong, in words."""
AT_AND_SIGNS: Final = (CODES[errors.XML_ERROR_INVALID_TOKEN], CODES[errors.XML_ERROR_UNDEFINED_ENTITY])
SOMETHING: Final = "it is damaged"


def as_xml(content: bytes) -> tuple[bytes, str | None]:
    """Give the file, and the encoding to read it in whatever it says of itself; None where it is to be believed.

    Systems say UTF-16 of what they then write as UTF-8, and UTF-8 of what Windows wrote in its own letters.
    """
    if content.startswith(UTF_16) or b"\0" in content[:4]:
        return content, None
    try:
        content.decode()
    except UnicodeDecodeError:
        declared = DECLARED.match(content)
        if declared and declared[1].lower() not in UNICODE:
            return content, None
        return content.decode(guessed(content), "replace").encode(), "utf-8"
    return content.lstrip() if content[:1].isspace() else content, "utf-8"


def why_not(error: ParseError, content: bytes) -> str:
    """Say in which line the XML cannot be read and why, without a word of what stands there."""
    line, at = error.position
    why = WHY.get(error.code, SOMETHING)
    if error.code in AT_AND_SIGNS and (sign := _and_sign(content, line, at)):
        at, why = sign.start(), AND_SIGN
    return (
        f"The XML cannot be read at line {line:,}, character {at + 1:,}: {why}. Correct it, or export the return again."
    )


def _and_sign(content: bytes, line: int, at: int) -> re.Match[bytes] | None:
    """The & at which the parser stopped, or just before."""
    lines = content.split(b"\n", line)
    return re.search(rb"&[\w#]*.?$", lines[line - 1][: at + 1]) if line <= len(lines) else None
