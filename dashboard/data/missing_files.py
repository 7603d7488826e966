"""Which files a measure lacks for the focus, by the names that files have."""

from dataclasses import dataclass

from dashboard.data.data_source import loaded_boroughs, tables, version
from dashboard.data.figures import applied, metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.filters.selection import Selection
from loaders.catalogue import TITLES
from metrics import When
from metrics.engine.missing_files import Lack, lacking
from metrics.engine.sources import WHOLE_RETURN


@dataclass(frozen=True)
class Lacks:
    """Titles of files that were never uploaded, and of those that do not speak of all the days asked about."""

    absent: tuple[str, ...] = ()
    elsewhen: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.absent or self.elsewhen)

    def __add__(self, other: "Lacks") -> "Lacks":
        absent = dict.fromkeys((*self.absent, *other.absent))
        elsewhen = dict.fromkeys(name for name in (*self.elsewhen, *other.elsewhen) if name not in absent)
        return Lacks(tuple(absent), tuple(elsewhen))


@kept_for_reader(1_000)
def lacks(slug: str, chosen: Selection, by: tuple[str, ...] = (), when: When | None = None) -> Lacks:
    """Name the files without which nothing is known of a measure, by some dimensions, of the focus or of anybody."""
    where = applied(slug, chosen.where(focused=True))
    if (focus := where.pop("borough", None)) and focus[0] in loaded_boroughs(version()):
        where["borough"] = focus
    found = lacking(metric(slug), tables(), by=by, where=where, when=when or chosen.when)
    return Lacks(_titles(found, is_loaded=False), _titles(found, is_loaded=True))


def _titles(found: list[Lack], *, is_loaded: bool) -> tuple[str, ...]:
    return tuple(
        next(TITLES[source] for source in each.sources if source != WHOLE_RETURN)
        for each in found
        if each.is_loaded == is_loaded
    )
