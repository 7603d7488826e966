"""What each finding means for its row, and what the person who gets it is to do."""

from typing import Final

import polars as pl

from loaders.consolidate.breaches import zeros
from loaders.consolidate.repairs import REPAIRS
from loaders.costs.advice import ADVICE as COSTS
from loaders.intake.advice import ADVICE as INTAKE
from loaders.kinds.identifiers import REFUSALS
from loaders.reading.foreign_identifiers import ADVICE as OTHERS_CHILDREN
from loaders.reading.ownership import ADVICE as OWNERSHIP
from loaders.reading.repeated_rows import ADVICE as REPEATS
from loaders.rules import RULES

REPAIR: Final = "repair"
"""Severity of a row that was changed or left out when returns were put together."""

DONE: Final = {
    "error": "Row set aside",
    "warning": "Row kept, look at it",
    REPAIR: "Repaired across years",
    "info": "About the file",
}
"""What each severity means for the row, the gravest first."""

TODO: Final = {
    "error": "Correct the cell in your system, export it and upload the file again. Until then no figure has the row.",
    "warning": "Look at the cell. If it is wrong, correct it in your system and upload the file again.",
    "info": "Nothing, if you meant it so.",
}
"""What to do where the kind of finding has no advice of its own."""

ADVICE: Final = (
    {code: repair.todo for code, repair in REPAIRS.items()}
    | {code: rule.todo for code, rule in RULES.items()}
    | {refusal.code: refusal.todo for refusal in REFUSALS}
    | zeros.ADVICE
    | COSTS
    | INTAKE
    | OTHERS_CHILDREN
    | OWNERSHIP
    | REPEATS
)
"""What to do about each kind of finding, by its code, where it is more than its severity says."""

WORDS: Final = (
    {code: f"DfE rule {rule.number}: {rule.text}" for code, rule in RULES.items()}
    | {code: repair.done for code, repair in REPAIRS.items()}
    | {refusal.code: refusal.text for refusal in REFUSALS}
    | zeros.WORDS
)
"""What is wrong, or was done, without what to do."""

KIND: Final = ["file", "severity", "column", "code", "message", "todo"]
"""What makes findings of one kind."""


def with_advice(findings: pl.DataFrame) -> pl.DataFrame:
    """Findings with `todo`: what to do; `message` then only says what is wrong, or what was done."""
    code, otherwise = pl.col("code"), pl.col("severity").replace_strict(TODO, default="", return_dtype=pl.String)
    return findings.with_columns(
        message=code.replace_strict(WORDS, default=pl.col("message"), return_dtype=pl.String),
        todo=code.replace_strict(ADVICE, default=otherwise, return_dtype=pl.String),
    )


def kinds(findings: pl.DataFrame, *also: str, most: int) -> pl.DataFrame:
    """Group findings by kind, the gravest and most frequent first.

    Columns: `also`, those of KIND, rows (how many; none about the file), first (the first `most` row numbers).
    """
    rows = pl.col("row").drop_nulls()
    told = findings.group_by([*also, *KIND], maintain_order=True).agg(rows=rows.len(), first=rows.head(most))
    return told.sort(_gravity(), pl.col("rows"), descending=[False, True], maintain_order=True)


def _gravity() -> pl.Expr:
    return pl.col("severity").replace_strict({name: at for at, name in enumerate(DONE)}, return_dtype=pl.Int8)
