"""Identifiers, and what stands in their place and is none."""

from typing import Final

import polars as pl

from loaders.kinds.kind import Refusal, usually
from loaders.kinds.text import ERROR

LONGEST: Final = 40
USUAL: Final = r"^(?:0|(?:[A-Z]{1,8}[0-9]|0*[1-9])[0-9A-Z]{0,35})$"
"""How nearly all are written: a cell of this style is taken as it stands. Several zeros alone are none."""

USUAL_URN: Final = r"^(?:[A-Z]{0,4}[0-9][0-9A-Z]{0,35}|XXXXXXX)$"
"""The same, and what is written for a placement that Ofsted does not inspect."""

NOTHING: Final = (
    r"(?i)^(none|null|nil|na|n\.?/?a\.?|n/?k|<na>|nan|nat|tb[ac]|unknown( child| person)?"
    r"|not (yet )?(known|recorded|given|applicable|stated|available|allocated)"
    r"|no id|anon(ymous)?|blank|\(blank\)|[?.\-–—_*]+|x{3,}|\[?(redacted|removed|withheld|suppressed)\]?)$"
)
"""What is written for no identifier: the cell counts as blank."""

_CUT: Final = r"(?i)^[-+]?(\d+[.,]\d*\s*e\s*[-+]?\d+|\d+\s*e\s*[-+]\d+|\d+([.,]\d+)?\s*[x×*]\s*10\s*\^?\s*[-+]?\d+)$"
_TOTAL: Final = (
    r"(?i)^((grand|sub|overall|running|borough|sheet|page|column)?[\s-]*totals?\b.*|.*\s(sub-?)?totals?:?"
    r"|(sum|count|average|mean|median|max|min|number)( of\b.*)?:?|\S*\d\S* (count|average|sum|max|min)|row labels?)$"
)
_NOTE: Final = (
    r"(?i)^((end|eof|source|sources|printed|page|report|run|generated|produced|created|extract|extracted|exported"
    r"|prepared|downloaded|refreshed|notes?|official|official-sensitive|confidential|restricted|sensitive|copyright"
    r"|filters?|applied filters?|records?|rows?|date|as at|data as|disclaimer|contact)([\s:.\-–—].*)?"
    r"|data (extracted|refreshed|run|sourced|source|correct|from|to)\b.*|\W+end( of\b.*)?\W*"
    r"|[©*†].*|=+|\(?\d+ (rows?|records?|children|incidents|items)\b.*|(\S+\s+){3,}\S+)$"
)
_DATE: Final = r"^(\d{1,2}/\d{1,2}/(\d{4}|\d{2})|\d{4}-\d{2}-\d{2})([T ]\d{1,2}:\d{2}.*)?$"

_MONTH: Final = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_MADE_DATE: Final = rf"(?i)^(\d{{1,2}}-{_MONTH}(-\d{{2,4}})?|{_MONTH}-\d{{2}})$"
"""What Excel makes of 1-3 and of MAR01."""
_DITTO: Final = r"(?i)^([\"'“”〃]{1,2}|ditto|do\.|idem|(same )?as above|same)$"
_WORDS: Final = r"(?i)^[^\d]*\b[a-z'’.-]{2,},?\s+[a-z'’.-]{2,}[^\d]*$"

_PLACEHOLDER: Final = r"(?i)^\W*(00+|test|dummy|deleted|duplicate|unborn|true|false|various|multiple|do not use)\W*$"

_HEADING: Final = (
    r"(?i)^(child([\s_-]?(id|ids|ref|reference|number|no|identifier|unique id))?|identifier|id"
    r"|(person|client|case|pupil|service user)[\s_-]?(id|ref|reference|number|no))[:.*]?$"
)

REFUSALS: Final = (
    Refusal(
        "cut-identifier",
        _CUT,
        "The identifier is a number that Excel cut to a few digits, as 1.23E+11 is: children cannot be told apart.",
        "Format the column as text, give the whole numbers and export again.",
    ),
    Refusal(
        "formula-error",
        ERROR,
        "An error of a spreadsheet, such as #REF! or #N/A, stands in the place of the identifier.",
        "Correct the formula, paste the identifiers as values and export again.",
    ),
    Refusal(
        "total",
        _TOTAL,
        "The row is a total, not a child.",
        "Take totals out of the export. No child is lost by it.",
    ),
    Refusal(
        "note",
        _NOTE,
        "The row is a note of the report, such as its end, its source or a page number, not a child.",
        "Take notes out of the export. No child is lost by it.",
    ),
    Refusal(
        "heading-again",
        _HEADING,
        "The headings stand again in this row, as where two files were put one beneath the other.",
        "Take the row out. The rows beneath it were read under the first headings: check that these are the same.",
    ),
    Refusal(
        "placeholder",
        _PLACEHOLDER,
        "A word such as test, deleted or unborn, or zeros, stand in the place of the identifier.",
        "Take the row out, or give the identifier and export again.",
    ),
    Refusal(
        "ditto",
        _DITTO,
        'A mark or word for "the same as above" stands in the place of the identifier.',
        "Give each row its child's own identifier and export again.",
    ),
    Refusal(
        "words-for-identifier",
        _WORDS,
        "Words, such as a name, stand in the place of the identifier.",
        "Give the system's identifier of the child, never its name, and export again.",
    ),
    Refusal(
        "date-for-identifier",
        f"{_DATE}|{_MADE_DATE}",
        "A date stands in the place of the identifier: columns are shifted, or a spreadsheet made a date of a number.",
        "Format the column as text, give the identifiers and export again.",
    ),
)
"""What stands in a column of children and is no child."""
_NO_CHILD: Final = "|".join(f"(?:{pattern})" for pattern in (NOTHING, *(refusal.pattern for refusal in REFUSALS)))


def _undressed(cell: pl.Expr) -> pl.Expr:
    """Undo what a spreadsheet does to a number that is a name: 1042.0, 1,042, '1042 and ="1042" are 1042."""
    bare = cell.str.replace(r"^=?[\"']?([^\"']*)[\"']?$", "$1").str.strip_chars()
    plain = bare.str.replace_all(r"\s+", " ").str.replace_all(r"[–—]", "-").str.replace(r"^(\d+)\.0+$", "$1")
    grouped = plain.str.contains(r"^\d{1,3}(,\d{3})+$")
    return pl.when(grouped).then(plain.str.replace_all(",", "", literal=True)).otherwise(plain).str.to_uppercase()


def _child(cell: pl.Expr) -> pl.Expr:
    read = _undressed(cell)
    return pl.when(read.str.len_chars().is_between(1, LONGEST) & ~cell.str.contains(_NO_CHILD)).then(read)


def _urn(cell: pl.Expr) -> pl.Expr:
    read = _undressed(cell)
    return pl.when(read.str.len_chars().is_between(1, LONGEST)).then(read)


_WANTED: Final = f"the child's identifier, at most {LONGEST} letters"
child: Final = usually("child", _WANTED, USUAL, _child, refusals=REFUSALS, nothing=NOTHING)
urn: Final = usually("URN", "an Ofsted URN such as SC012345 or 1234567", USUAL_URN, _urn)
