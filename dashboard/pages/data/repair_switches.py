"""What is repaired when returns are put together: how many rows of which borough, and whether it is switched on."""

from dataclasses import dataclass
from datetime import datetime

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.data.data_source import changed, database, tables
from loaders.catalogue import TITLES
from loaders.consolidate.repairs import REPAIRS, Repair
from store import rulings
from store.utc_time import LONDON


@dataclass(frozen=True)
class Switch:
    """One repair: its code and meaning, rows changed or left out by borough, and who switched it last, when."""

    code: str
    repair: Repair
    rows: dict[str, int]
    is_on: bool = True
    who: str = ""
    at: datetime | None = None

    @property
    def source(self) -> str:
        """Name the source whose rows it corrects."""
        return TITLES.get(self.repair.source, self.repair.source)


def switches(borough: str | None) -> list[Switch]:
    """Give every repair, those of one source together, with rows of a borough (None: of all)."""
    rows = tables()["repairs"].group_by("code", "borough").len().sort("borough").collect()
    seen = rows.filter(pl.col("borough").map_elements(scope().names, return_dtype=pl.Boolean))
    mine = seen if borough is None else seen.filter(borough=borough)
    off = rulings.in_force(database()).repairs_off
    by_whom = rulings.switched(database())
    return [_switch(code, mine, code not in off, by_whom.get(code)) for code in REPAIRS]


def _switch(code: str, rows: pl.DataFrame, is_on: bool, last: rulings.Switched | None) -> Switch:
    counts = dict(rows.filter(code=code).select("borough", "len").iter_rows())
    if last is None:
        return Switch(code, REPAIRS[code], counts, is_on)
    when = pl.Series([last.at]).dt.convert_time_zone(LONDON).item()
    return Switch(code, REPAIRS[code], counts, is_on, last.who, when)


def may_switch() -> bool:
    """Say whether the reader may switch repairs: they bear on every borough's figures."""
    return scope().may_rule()


def switch(code: str, *, on: bool) -> None:
    """Have a repair done or left undone. Raises StoreError or PermissionError."""
    if not may_switch():
        raise PermissionError("Repairs are switched only in the working release, by those who see every borough.")
    rulings.switch_repair(database(), code, on=on, who=scope().who)
    changed()
