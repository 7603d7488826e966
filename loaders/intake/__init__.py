"""Bytes in, sheets of text out. What the file is called does not matter; what it starts with does."""

import re
from typing import Final

from loaders.intake import limits
from loaders.intake.delimited import open_delimited
from loaders.intake.encoding import decoded
from loaders.intake.kinds_of_file import refuse_no_table, refuse_other_text
from loaders.intake.parquet import PARQUET, open_parquet
from loaders.intake.return_xml import open_return_xml
from loaders.intake.sheet import Opened, Sheet
from loaders.intake.workbook import ZIP, open_workbook
from loaders.reading.result import RefusedError

__all__ = ["Opened", "Sheet", "open_file"]

MARKUP: Final = re.compile(r"\s*<")


def open_file(content: bytes) -> Opened:
    """Open a file as its sheets of text, with what is to be told of them.

    Raises `RefusedError` where it is empty, too big, or no table.
    """
    if len(content) > limits.LARGEST_FILE:
        size = len(content) // limits.MEGABYTE
        raise RefusedError(f"The file is {size:,} MB; the most is {limits.LARGEST_FILE // limits.MEGABYTE} MB.")
    refuse_no_table(content)
    if content.startswith(ZIP):
        return open_workbook(content)
    if content.startswith(PARQUET):
        return open_parquet(content)
    return _open_text(content)


def _open_text(content: bytes) -> Opened:
    text = decoded(content)
    if not text or text.isspace():
        raise RefusedError("The file is empty.")
    refuse_other_text(text)
    return open_return_xml(content) if MARKUP.match(text) else open_delimited(content)
