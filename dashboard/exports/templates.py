"""The workbooks that boroughs fill in: one for each source of ours."""

from io import BytesIO
from typing import Final

from loaders.catalogue import SOURCES
from loaders.source import Source
from loaders.template import write_template

THEIRS: Final = ("ssda903", "indicators", "neighbours")
"""How sources begin whose layout is the Department for Education's: systems export them, nobody fills them in."""


def ours() -> list[Source]:
    """Give the sources with a layout of our own, one a slug."""
    first = {source.slug: source for source in reversed(SOURCES)}
    return [source for slug, source in reversed(first.items()) if not slug.startswith(THEIRS)]


def template(source: Source) -> bytes:
    """Give the workbook of a source: headings, drop-downs, an example row, and what each column means."""
    file = BytesIO()
    write_template(source, file)
    return file.getvalue()
