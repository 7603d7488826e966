"""The bench on which rows are repaired: what is done to them is told row by row."""

from collections.abc import Sequence

import polars as pl

from loaders.consolidate.repairs.catalogue import REPAIRS
from loaders.consolidate.rulings import Rulings
from loaders.consolidated import CONSOLIDATED

TOLD = ["borough", "source", "return_year", "row", "code"]


class Bench:
    """Rows under repair (`rows`), with the repairs that are switched off left undone.

    Rows carry `borough`, `return_year` and `row`, so that `told` can name those changed or left out.
    """

    def __init__(self, rows: pl.DataFrame, rulings: Rulings) -> None:
        self.rows = rows
        self._off = rulings.repairs_off
        self._told: list[pl.DataFrame] = [CONSOLIDATED["repairs"].create_empty()]

    def change(self, code: str, where: pl.Expr, **values: pl.Expr) -> None:
        """Give new values to the rows where `where` is true."""
        flags = self._flags(code, where)
        if flags.any():
            when = pl.when(pl.lit(flags))
            self.rows = self.rows.with_columns(
                when.then(value).otherwise(pl.col(name)).alias(name) for name, value in values.items()
            )

    def is_off(self, code: str) -> bool:
        """Whether the repair is switched off."""
        return code in self._off

    def tell(self, code: str, where: pl.Expr) -> bool:
        """Tell that the rows where `where` is true are repaired; false where none is, or the repair is switched off."""
        return self._flags(code, where).any()

    def leave_out(self, code: str, where: pl.Expr) -> None:
        """Leave out the rows where `where` is true."""
        flags = self._flags(code, where)
        if flags.any():
            self.rows = self.rows.filter(~flags)

    def told(self) -> pl.DataFrame:
        """Rows changed or left out, and by which repair: the table `repairs`."""
        return pl.concat(self._told)

    def _flags(self, code: str, where: pl.Expr) -> pl.Series:
        """Rows that the repair is for, which are told; none where it is switched off."""
        if code in self._off:
            return pl.Series(dtype=pl.Boolean)
        flags = self.rows.select(where.fill_null(value=False).alias("flag"))["flag"]
        if flags.any():
            rows = self.rows.filter(flags).with_columns(source=pl.lit(REPAIRS[code].source), code=pl.lit(code))
            self._told.append(rows.select(TOLD).unique(maintain_order=True))
        return flags


def beside(name: str, places: int, *, within: Sequence[str]) -> pl.Expr:
    """Value of the row before (1) or after (-1) in the same group; rows stand together by group."""
    same = pl.all_horizontal(pl.col(group) == pl.col(group).shift(places) for group in within)
    return pl.when(same).then(pl.col(name).shift(places))
