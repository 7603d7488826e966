"""The rows of one file while they are read: those still good, and what was found about each."""

from dataclasses import dataclass, field

import polars as pl

from loaders.findings import Found, Severity, found


@dataclass
class Tray:
    """Rows still good (`row` is the file's own row number), findings so far, and the rows that were repaired."""

    frame: pl.DataFrame
    parts: list[Found] = field(default_factory=list[Found])
    bad: list[pl.Series] = field(default_factory=list[pl.Series])
    repaired: list[pl.Series] = field(default_factory=list[pl.Series])

    def note(self, where: pl.Series, column: str | None, code: str, severity: Severity, message: str) -> None:
        """Record a finding for each row where `where` is true; the rows stay until `set_aside`."""
        if where.any():
            self.note_rows(self.frame["row"].filter(where), column, code, severity, message)

    def note_rows(self, rows: pl.Series, column: str | None, code: str, severity: Severity, message: str) -> None:
        """Record a finding for each of the rows, by their numbers."""
        if len(rows):
            self.parts.append(found(rows, column, code, severity, message))
            if severity == "error":
                self.bad.append(rows)

    def set_aside(self) -> None:
        """Take out the rows that some error names."""
        if self.bad:
            self.frame = self.frame.filter(~pl.col("row").is_in(pl.concat(self.bad).unique().implode()))
            self.bad.clear()

    def repair(self, where: pl.Series, values: dict[str, pl.Expr]) -> None:
        """Give new values to the rows where `where` is true, and remember that they are not as uploaded."""
        when = pl.lit(where)
        self.repaired.append(self.frame["row"].filter(where))
        self.frame = self.frame.with_columns(
            pl.when(when).then(value).otherwise(pl.col(name)).alias(name) for name, value in values.items()
        )

    def repaired_rows(self) -> int:
        """How many of the rows still good were repaired."""
        if not self.repaired:
            return 0
        changed = pl.concat([pl.Series("row", dtype=pl.Int64), *(rows for rows in self.repaired if len(rows))])
        return self.frame.filter(pl.col("row").is_in(changed.unique().implode()))["row"].n_unique()
