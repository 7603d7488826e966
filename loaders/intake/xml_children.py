"""The children of an XML return, one at a time: no more than one child's elements are ever kept."""

from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from loaders.intake import limits
from loaders.intake.xml_text import as_xml, why_not
from loaders.reading.files import shown
from loaders.reading.ownership_headings import is_held_against
from loaders.reading.result import RefusedError

ROOT: Final = "EXPSSDA903"
CHILD: Final = "CHILD"
DAMAGED: Final = "The XML cannot be read: it is damaged, or defines entities, which a return never does."
MOST_SAID: Final = 20
LONGEST_SAID: Final = 100
"""Elements outside of any child that are kept because they say whose the file is, and letters of each."""
NO_RETURN: Final = (
    f"The XML is not an SSDA903 return: its first element is <{{}}>, and none is <{ROOT}>. Export the return as the "
    "DfE's XML, or upload its tables as CSV."
)
NO_CHILD: Final = (
    f"The XML holds no child. Inside <{ROOT}> there should be a <{CHILD}> for each, with its <HEADER> and <EPISODE>. "
    "Export the return again."
)


class ChildReader:
    """What to do with each child; subclasses of this are what `each_child` calls."""

    def child(self, element: Element) -> None:
        """Take what is wanted of a child: the element is thrown away afterwards. Names of elements are in capitals."""
        raise NotImplementedError


def each_child(content: bytes, reader: ChildReader) -> dict[str, str]:
    """Hand every child of a return to `reader`; give what the file says of whose it is and of which year, by heading.

    Raises `RefusedError` where the file is no return or has no child.

    Elements are known by their names alone, whatever their case and namespace, and however deep they stand. The file
    is fed as one piece: fed bit by bit, a long comment is searched again for its end with every bit.
    """
    _refuse_large(content)
    text, encoding = as_xml(content)
    target = _Target(reader)
    parser = XMLParser(target=target, encoding=encoding, forbid_dtd=True)
    try:
        parser.feed(text)
        parser.close()
    except ParseError as error:
        raise RefusedError(why_not(error, text)) from error
    except (DefusedXmlException, ValueError, LookupError) as error:
        raise RefusedError(DAMAGED) from error
    target.refuse_empty()
    return {name: text.strip() for name, text in target.said.items() if text.strip()}


def _refuse_large(content: bytes) -> None:
    """A tag of many megabytes would take many times its size before it is told of."""
    if len(content) > limits.LARGEST_XML:
        size, most = (each // limits.MEGABYTE for each in (len(content), limits.LARGEST_XML))
        raise RefusedError(f"The XML is {size:,} MB; the most is {most} MB. Upload the return's tables as CSV.")
    for start in range(0, len(content) - limits.LONGEST_LINE + 1, limits.LONGEST_LINE):
        if content.find(b"<", start, start + limits.LONGEST_LINE) < 0:
            raise RefusedError(DAMAGED)


class _Target:
    """Told by the parser of each start and end, it builds the tree of one child and refuses what is too big."""

    def __init__(self, reader: ChildReader) -> None:
        self._reader = reader
        self._depth = self._all = self._of_child = self._children = 0
        self._root = self._began = 0
        self._first = ""
        self._child: TreeBuilder | None = None
        self._saying = ""
        self.said: dict[str, str] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Count an element, and begin a child where it is one."""
        self._depth += 1
        self._all += 1
        self._of_child += 1
        self._refuse_big()
        name = tag.rpartition("}")[2]
        self._first = self._first or name
        name = name.upper()
        if name == ROOT and not self._root:
            self._root = self._depth
        if name == CHILD and self._root and not self._child:
            self._child, self._began, self._of_child = TreeBuilder(), self._depth, 1
        if self._child:
            self._child.start(name, {})
        elif len(self.said) < MOST_SAID:
            self._saying = name if is_held_against(name) else ""
            own = {each.rpartition("}")[2].upper(): text for each, text in attributes.items()}
            self.said |= {each: text[:LONGEST_SAID] for each, text in own.items() if is_held_against(each)}

    def end(self, tag: str) -> None:
        """Hand a child over once it is whole."""
        self._depth -= 1
        self._saying = ""
        if self._child:
            element = self._child.end(tag.rpartition("}")[2].upper())
            if self._depth < self._began:
                self._reader.child(element)
                self._children += 1
                self._child = None

    def data(self, text: str) -> None:
        """Keep the text within a child, and what says whose the file is."""
        if self._child:
            self._child.data(text)
        elif self._saying:
            self.said[self._saying] = (self.said.get(self._saying, "") + text)[:LONGEST_SAID]

    def close(self) -> None:
        """Nothing is left to do."""

    def refuse_empty(self) -> None:
        """Raise `RefusedError` where it was no return, or one of nobody."""
        if not self._root:
            raise RefusedError(NO_RETURN.format(shown(self._first)))
        if not self._children:
            raise RefusedError(NO_CHILD)

    def _refuse_big(self) -> None:
        in_child = self._of_child if self._child else 0
        if self._all > limits.MOST_ELEMENTS or in_child > limits.MOST_IN_A_CHILD or self._depth > limits.DEEPEST:
            raise RefusedError(
                f"The XML holds more than a return does: over {limits.MOST_ELEMENTS:,} elements, "
                f"{limits.MOST_IN_A_CHILD:,} of one child or {limits.DEEPEST} within one another."
            )
