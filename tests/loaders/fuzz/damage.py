"""Ways to damage a file: its bytes, its cells, its rows, its headings, and what is inside a workbook or ZIP."""

import io
import zipfile
import zlib
from collections.abc import Callable
from random import Random
from typing import Final

from tests.loaders.files import zip_of

NASTY: Final = (
    *(
        b"",
        b" ",
        b'"',
        b'""',
        b"'",
        b",",
        b";",
        b"\t",
        b"\r",
        b"\0",
        b"\xff",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\\",
        b"/",
    ),
    *(b"-1", b"0", b"1e308", b"-1e308", b"NaN", b"inf", b"1" * 400, b"99999999999999999999", b"0.1", b"1,2", b"(5)"),
    *(b"31/02/2024", b"00/00/0000", b"29/02/2023", b"01/01/0001", b"31/12/9999", b"2958466", b"-2", b"24:00", b"25:61"),
    *(b"=1+1", b"@SUM(A1)", b"<script>", b"&lol;", b"%s%n", b"${x}", b"../../etc/passwd", b"x" * 70_000, b"NULL"),
    *(
        "\u202e\u200b\u0000\ufeff".encode(),
        "70\u00ad01\u2060\u00a0\u3000\x85".encode(),
        b"04/13/2024",
        b"2024-03-31T23:30:00Z",
        b"4.0213E+11",
        b"#REF!",
        b"Grand total",
        "İıſß".encode(),
        "٣".encode(),
        "１２".encode(),
        "é".encode("cp1252"),
        b"U4\n",
    ),
)
Damage = Callable[[bytes, Random], bytes]


def flip(content: bytes, dice: Random) -> bytes:
    """A few bytes become any others."""
    changed = bytearray(content)
    for _ in range(dice.choice([1, 1, 3, 20]) if content else 0):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def cut(content: bytes, dice: Random) -> bytes:
    """The file ends early, begins late, or lacks a piece."""
    start, end = sorted(dice.randrange(len(content) + 1) for _ in range(2))
    return dice.choice([content[:end], content[start:], content[:start] + content[end:]])


def splice(content: bytes, dice: Random) -> bytes:
    """A piece of the file stands in another place again."""
    start, end, to = (dice.randrange(len(content) + 1) for _ in range(3))
    return content[:to] + content[min(start, end) : max(start, end)][:5_000] + content[to:]


def insert(content: bytes, dice: Random) -> bytes:
    """Something nasty stands anywhere."""
    at = dice.randrange(len(content) + 1)
    return content[:at] + dice.choice(NASTY) + content[at:]


def cells(content: bytes, dice: Random) -> bytes:
    """Some cells hold something nasty."""
    lines = [line.split(b",") for line in content.split(b"\n")]
    for _ in range(dice.choice([1, 5, 50])):
        line = dice.choice(lines)
        line[dice.randrange(len(line))] = dice.choice(NASTY)
    return b"\n".join(map(b",".join, lines))


def rows(content: bytes, dice: Random) -> bytes:
    """Rows are repeated, left out, short, long or in another order."""
    first, *others = content.split(b"\n")
    for _ in range(dice.choice([1, 5, 20]) if others else 0):
        at = dice.randrange(len(others))
        line = others[at]
        others[at : at + 1] = dice.choice([[line, line], [], [b""], [line + b",x"], [line[: len(line) // 2]], [first]])
        others = others or [b""]
    return b"\n".join([first, *dice.sample(others, len(others))])


def headings(content: bytes, dice: Random) -> bytes:
    """Headings are shuffled, repeated, renamed or left out."""
    first, _, others = content.partition(b"\n")
    names = first.split(b",")
    at = dice.randrange(len(names))
    names = dice.choice(
        [
            dice.sample(names, len(names)),
            [*names, names[at]],
            names[:at] + names[at + 1 :],
            [*names[:at], dice.choice(NASTY), *names[at + 1 :]],
            [],
        ]
    )
    return b",".join(names) + b"\n" + others


def encoding(content: bytes, dice: Random) -> bytes:
    """The text is said to be of another encoding than it is."""
    text = content.decode(dice.choice(["utf-8", "cp1252", "latin-1"]), errors="replace")
    return text.encode(dice.choice(["utf-16", "utf-16-be", "utf-32", "cp1252", "utf-8-sig"]), errors="replace")


def inside(content: bytes, dice: Random) -> bytes:
    """A part of a workbook or ZIP is damaged, left out or empty, and all is packed again."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as bundle:
            parts = {name: bundle.read(name) for name in bundle.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError, zlib.error):
        return flip(content, dice)
    name = dice.choice(
        [name for name in parts if "sheet" in name or "hared" in name or dice.random() < 0.2] or [*parts]
    )
    parts[name] = dice.choice([flip, cut, splice, insert, insert])(parts[name], dice)
    return zip_of(parts)


OF_TEXT: Final[tuple[Damage, ...]] = (flip, cut, splice, insert, cells, cells, rows, rows, headings, encoding)
OF_ZIP: Final[tuple[Damage, ...]] = (flip, cut, splice, inside, inside, inside, inside)


def damaged(content: bytes, dice: Random) -> bytes:
    """A file damaged in one to three ways."""
    for _ in range(dice.choice([1, 1, 2, 3])):
        content = dice.choice(OF_ZIP if content.startswith(b"PK") else OF_TEXT)(content, dice)
    return content
