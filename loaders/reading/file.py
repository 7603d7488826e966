"""One file in, one `Reading` out: open, tell what it is and whose, read its rows, account for all of them."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath
from typing import Final, TypedDict, Unpack

import polars as pl

from loaders import findings
from loaders.catalogue import SOURCES
from loaders.findings import Found
from loaders.intake import Opened, limits, open_file
from loaders.published import layouts
from loaders.published.meta import beside as meta_beside
from loaders.published.meta import meta_of
from loaders.reading import file_names
from loaders.reading.division import Part, parts
from loaders.reading.file_names import Whose
from loaders.reading.files import shown
from loaders.reading.header_match import Match, matched
from loaders.reading.nearest_source import nearest
from loaders.reading.ownership import dated, notes
from loaders.reading.result import Reading, RefusedError
from loaders.reading.rival_layouts import once, refuse_rivals
from loaders.reading.sheet_names import told_together
from loaders.reading.sheet_stacks import Stack, stacks
from loaders.reading.unread_sheets import left_out, unknown
from loaders.source import Handed
from loaders.ssda903 import SSDA903, WHOLE_RETURN
from loaders.template import BESIDE

UNFORESEEN: Final = (
    "The file could not be read, by a fault of the dashboard's own ({}). Nothing of it was taken. "
    "Save it again as CSV (UTF-8), and tell those who look after the dashboard."
)
"""Said where reading failed as nobody foresaw; the fault's own words may hold what a cell holds, and are not told."""


class Said(TypedDict, total=False):
    """What a person says of a file, as `read` takes it."""

    borough: str | None
    year: int | None
    as_at: date | None
    only_fill_in: bool
    today: date | None


def read(content: Path | bytes, *, name: str | None = None, meta: bytes | None = None, **said: Unpack[Said]) -> Reading:
    """Read one file of one borough and return year, as `read_parts` does; one of several is refused."""
    first, *others = read_parts(content, name=name, meta=meta, **said)
    if not others:
        return first
    held = ", ".join(f"{each.borough} {each.return_year} ({each.rows:,})" for each in (first, *others))
    return Reading(first.file, sha256=first.sha256, refused=f"The file holds rows of several: {held}. Divide it.")


def read_parts(
    content: Path | bytes, *, name: str | None = None, meta: bytes | None = None, **said: Unpack[Said]
) -> list[Reading]:
    """Read one file: a reading for each borough and return year that its columns or sheets tell apart.

    It never raises for what is in the file: `Reading.refused` says what is wrong.

    `name` is the file's name, with its folders where they tell borough and year; `borough` (name, code or DfE
    number) and `year` (a return year) overrule what the names say, as does `as_at`, the last day of an extract;
    with `only_fill_in` they count where the names do not say. `today` is the day by which a return year has ended.
    `meta` is the `.meta.csv` of a published file, where it does not lie beside it.
    """
    path = name or (str(content.absolute()) if isinstance(content, Path) else "upload")
    blank = Reading(file=shown(PurePath(path.replace("\\", "/")).name) or "upload")
    try:
        body = _bytes(content)
        day = said.get("today") or date.today()
        whose = _whose(path, said, day)
        opened = replace(open_file(body), meta=meta or _beside(content))
        return _read(replace(blank, sha256=hashlib.sha256(body).hexdigest()), opened, whose, day)
    except RefusedError as problem:
        return [replace(blank, refused=str(problem))]
    except BaseException as fault:
        if not _is_of_reading(fault):
            raise
        return [replace(blank, refused=UNFORESEEN.format(type(fault).__name__))]


def _whose(path: str, said: Said, today: date) -> Whose:
    try:
        return file_names.whose(path, **(said | Said(today=today)))
    except ValueError as problem:
        raise RefusedError(str(problem)) from problem


def _is_of_reading(fault: BaseException) -> bool:
    """Whether it came of reading. A panic of the libraries that read is no `Exception`, and has no importable name."""
    return isinstance(fault, Exception) or type(fault).__name__ == "PanicException"


def _bytes(content: Path | bytes) -> bytes:
    if isinstance(content, bytes):
        return content
    try:
        if content.stat().st_size > limits.LARGEST_FILE:
            raise RefusedError(f"The file is larger than {limits.LARGEST_FILE // limits.MEGABYTE} MB.")
        return content.read_bytes()
    except OSError as error:
        raise RefusedError(f"The file cannot be opened: {error.strerror}.") from error


def _beside(content: Path | bytes) -> bytes | None:
    """What lies beside a file and says what its columns mean, if anything."""
    try:
        return Path(meta_beside(str(content))).read_bytes() if isinstance(content, Path) else None
    except OSError:
        return None


def _read(blank: Reading, opened: Opened, whose: Whose, today: date) -> list[Reading]:
    sheets = [sheet for sheet in opened.sheets if sheet.name not in BESIDE]
    meta = meta_of(opened.meta)
    nears = [nearest(sheet, (*SOURCES, *layouts(sheet, blank.file, meta)), blank.file) for sheet in sheets]
    told = list(zip(sheets, nears, strict=True))
    matches = [matched(sheet, near) for sheet, near in told if near and not near.lacks and not sheet.is_hidden]
    if not matches:
        raise RefusedError(unknown(told))
    blank = replace(blank, source=_slug(matches))
    about = [*opened.notes, *left_out(told), *told_together(matches)]
    return [_of_part(blank, part, about, today) for part in parts(matches, whose, today)]


def _of_part(blank: Reading, part: Part, about: list[Found], today: date) -> Reading:
    read = stacks(part.matches, part.handed)
    refuse_rivals(read)
    handed = dated(part.handed, (stack.rows.table for stack in read))
    return _reading(blank, read, [*notes(part.whose, handed, today), *part.notes, *about], handed)


def _slug(matches: list[Match]) -> str:
    slugs = {match.source.slug for match in matches}
    if len(slugs) == 1:
        return slugs.pop()
    if slugs <= {source.slug for source in SSDA903}:
        return WHOLE_RETURN
    raise RefusedError(
        f"The workbook holds several sources ({', '.join(sorted(slugs))}). Save each as a file of its own."
    )


def _reading(blank: Reading, read: list[Stack], notes: list[Found], handed: Handed) -> Reading:
    is_alone = len(read) == 1 and len(read[0].matches) == 1
    parts = [part for stack in read for part in stack.findings(blank.file, is_alone=is_alone)]
    rows = [stack.rows for stack in read]
    return replace(
        blank,
        borough=handed.borough.name if handed.borough else None,
        return_year=handed.return_year,
        as_at=handed.as_at if handed.borough else None,
        rows=sum(each.rows for each in rows),
        accepted=sum(each.accepted for each in rows),
        repaired=sum(each.repaired for each in rows),
        set_aside=sum(each.set_aside for each in rows),
        blank=sum(each.blank for each in rows),
        findings=_as_one([*parts, findings.stacked(blank.file, notes)], findings.none()),
        tables=_tables(read),
    )


def _tables(read: list[Stack]) -> dict[str, pl.DataFrame]:
    """Clean tables by name; layouts of one table become one."""
    names = dict.fromkeys(stack.source.table for stack in read)
    of = {name: [each.rows.table for each in read if each.source.table == name] for name in names}
    return {name: once(name, _as_one(rows)) if len(rows) > 1 else rows[0] for name, rows in of.items()}


def _as_one(frames: list[pl.DataFrame], nothing: pl.DataFrame | None = None) -> pl.DataFrame:
    """Frames beneath one another; putting together what is one frame already would take its time too."""
    filled = [frame for frame in frames if frame.height] or [frames[0] if nothing is None else nothing]
    return pl.concat(filled) if len(filled) > 1 else filled[0]
