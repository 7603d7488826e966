"""Bytes of unknown encoding in, UTF-8 with plain line ends out: a little at a time, so that memory stays bounded."""

import codecs
import io
from typing import Final

from loaders.intake import limits
from loaders.intake.letters import guessed
from loaders.reading.result import RefusedError

UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
NOT_TEXT: Final = "The file is not text. Export it as CSV (UTF-8) or as an Excel workbook (.xlsx)."


def decoded(content: bytes) -> str:
    """The text of the head of a file of unknown encoding. Raises `RefusedError` where it is no text."""
    return recoded(content[: limits.LONGEST_LINE]).decode()


def recoded(content: bytes) -> bytes:
    """A file as UTF-8 without a byte-order mark, its lines ended by a line feed.

    Raises `RefusedError` where it is no text or has a line that is too long for one of a table.
    """
    if _is_simple(content):
        return content.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in content else content
    try:
        return _recoded(content, _encoding(content), "strict")
    except UnicodeDecodeError:
        return _recoded(content, guessed(content), "replace")


def _is_simple(content: bytes) -> bool:
    """Whether a file is one piece of plain letters, which every encoding that is read writes alike."""
    return len(content) <= limits.LONGEST_LINE and content.isascii() and b"\0" not in content


def _encoding(content: bytes) -> str:
    if content.startswith(UTF_16):
        return "utf-16"
    if content[1:2] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if content[:1] == b"\0" else "utf-8-sig"


def _recoded(content: bytes, encoding: str, errors: str) -> bytes:
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)(errors), translate=True)
    text = bytearray()
    for start in range(0, len(content), limits.LONGEST_LINE):
        end = start + limits.LONGEST_LINE
        text += _checked(decoder.decode(content[start:end], final=end >= len(content)), is_last=end >= len(content))
    return bytes(text)


def _checked(piece: str, *, is_last: bool) -> bytes:
    if "\0" in piece:
        raise RefusedError(NOT_TEXT)
    if not is_last and "\n" not in piece:
        raise RefusedError(
            f"A line of the file is longer than {limits.LONGEST_LINE // limits.MEGABYTE} MB, which no table's is. "
            "Export it again as CSV (UTF-8) with a line for each row."
        )
    return piece.encode()
