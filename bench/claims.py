"""What the Overview and the pack claim of made-up consortia: false claims where nothing changed, and what is seen."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

import polars as pl

from bench.still import END, PUBLISHED, Change, name_of, still
from dashboard.charts.chart_style import CONSORTIUM
from dashboard.data.claims import OF_A_PACK
from dashboard.data.comparisons import Estimate
from dashboard.data.headlines import HEADLINES
from dashboard.insights.changes import changes as sentences
from dashboard.insights.evidence import MOST_TO_BLAME, STILL, Evidence
from metrics import METRICS, Metric, Theme, When
from metrics.chance.false_discovery import RATE, found, found_in
from metrics.chance.judgements import WHOLE, Asked, apart, changes
from metrics.engine.table_cache import Held

YEAR: Final = When.year_to(END)
MONEY: Final = frozenset({"weekly_cost", "annualised_spend"})

SIZES: Final[dict[str, tuple[int, ...]]] = {
    "eight boroughs of the published sizes": PUBLISHED,
    "three boroughs of 60": (60,) * 3,
    "five boroughs of 100": (100,) * 5,
    "eight boroughs of 15": (15,) * 8,
    "fourteen boroughs of 30 to 420": tuple(range(30, 450, 30)),
}
TIMES: Final = {"eight boroughs of the published sizes": 80}
FEWER: Final = 40
"""Consortia of each size, of either kind of prices."""

PLANTED: Final = ("price", "mix", "entries", "provider")
SHARES: Final = (0.05, 0.10, 0.20, 0.50)
MONTHS: Final = (1, 3, 12)
SEEN_OF: Final = 10
"""Consortia in which each change is planted."""


@dataclass(frozen=True)
class Page:
    """What an Overview says: each claim's measure, who, and way, in the order of its sentences; cells shaded of all."""

    claims: tuple[tuple[str, str, int], ...]
    shaded: int
    cells: int
    verdicts: int


def page(tables: Held) -> Page:
    """Give what the Overview claims of some tables, and how many verdicts a pack gives of other measures."""
    judged = {each.slug: changes(_asked(each.slug, tables), YEAR, YEAR.before()) for each in HEADLINES}
    known = {slug: _evidence(slug, rows, found_in(_families(judged)), tables) for slug, rows in judged.items()}
    told = sentences([METRICS[slug] for slug in known], known)
    beside = {
        (slug, row["by"]): row["chance"]
        for slug in (each.judged_by for each in HEADLINES)
        for row in apart(_asked(slug, tables), YEAR).iter_rows(named=True)
    }
    claims = tuple((each.slug, each.who, each.way) for each in told if each.way)
    return Page(claims, len(found(beside)), len(beside), _verdicts(tables))


def _asked(slug: str, tables: Held) -> Asked:
    return Asked(METRICS[slug], tables, {})


def _families(judged: dict[str, pl.DataFrame]) -> dict[str, tuple[float | None, dict[str, float]]]:
    chances = {slug: dict(rows.select("by", "chance").iter_rows()) for slug, rows in judged.items()}
    return {slug: (of.pop(WHOLE, None), of) for slug, of in chances.items()}


def _evidence(slug: str, rows: pl.DataFrame, stand_out: dict[str, frozenset[str]], tables: Held) -> list[Evidence]:
    named = stand_out.get(slug, frozenset())
    return [_known(row, named, _due_to(slug, rows, named, tables)) for row in _whole_last(rows)]


def _whole_last(rows: pl.DataFrame) -> Iterator[dict[str, float | str]]:
    yield from rows.filter(pl.col("by") != WHOLE).iter_rows(named=True)
    yield from rows.filter(pl.col("by") == WHOLE).iter_rows(named=True)


def _known(row: dict[str, float | str], named: frozenset[str], due_to: tuple[str, ...]) -> Evidence:
    who, change = str(row["by"]) or CONSORTIUM, float(row["change"])
    now, before = (Estimate(who, float(row[name]), None, None, 100.0, None) for name in ("value", "before"))
    way = ((change > 0) - (change < 0)) if str(row["by"]) in named else 0
    return Evidence(who, [], now, before, way, float(row["chance"]), due_to if who == CONSORTIUM else ())


def _due_to(slug: str, rows: pl.DataFrame, named: frozenset[str], tables: Held) -> tuple[str, ...]:
    moved = dict(rows.select("by", "change").iter_rows())
    alike = [who for who in named - {WHOLE} if moved[who] * moved[WHOLE] > 0]
    if WHOLE not in named or not 0 < len(alike) <= MOST_TO_BLAME:
        return ()
    rest = changes(_asked(slug, tables), YEAR, YEAR.before(), without=frozenset(alike)).filter(pl.col("by") == WHOLE)
    return tuple(sorted(alike)) if rest["chance"].item() > STILL else ()


def _verdicts(tables: Held) -> int:
    """Count the boroughs that a pack would call different on measures that are no headline."""
    return sum(len(found(_beside(card, tables), RATE / OF_A_PACK)) for card in _others())


def _others() -> list[Metric]:
    own = {each.judged_by for each in HEADLINES}
    of = {Theme.PLACEMENT_MIX, Theme.OUT_OF_AREA, Theme.CHILDREN}
    return [card for card in METRICS.values() if card.theme in of and card.slug not in own and not card.only_by]


def _beside(card: Metric, tables: Held) -> dict[str, float]:
    return dict(apart(Asked(card, tables, {}), YEAR).select("by", "chance").iter_rows())


def is_false(claim: tuple[str, str, int], *, april: bool) -> bool:
    """Say whether a claim about a still consortium is false: that prices rose is true where they do each April."""
    slug, _, way = claim
    return not (april and slug in MONEY and way > 0)


def still_pages(boroughs: str, *, april: bool) -> list[Page]:
    """Give the pages of consortia in which nothing changed."""
    times = TIMES.get(boroughs, FEWER) // 2 if april else TIMES.get(boroughs, FEWER)
    return [page(_held(seed, SIZES[boroughs], april, None)) for seed in range(times)]


def _held(seed: int, sizes: Sequence[int], april: bool, change: Change | None) -> Held:
    return Held({name: rows.lazy() for name, rows in still(seed, sizes, april=april, change=change).items()})


def false_claims() -> str:
    """Give a table of what is claimed of still consortia."""
    lines = [
        "| consortium | prices | pages | with a false sentence | false sentences a page | cells shaded | packs with a "
        "false verdict |",
        "|---|---|---|---|---|---|---|",
    ]
    for name in SIZES:
        for april in (False, True):
            lines.append(_false_row(name, still_pages(name, april=april), april=april))
    return "\n".join([*lines, ""])


def _false_row(name: str, pages: Sequence[Page], *, april: bool) -> str:
    false = [[claim for claim in each.claims if is_false(claim, april=april)] for each in pages]
    shaded = sum(each.shaded for each in pages) / sum(each.cells for each in pages)
    verdicts = fmean(each.verdicts > 0 for each in pages)
    prices = "rise each April" if april else "stay"
    return (
        f"| {name} | {prices} | {len(pages)} | {fmean(bool(of) for of in false):.0%} | "
        f"{fmean(map(len, false)):.2f} | {shaded:.1%} | {verdicts:.0%} |"
    )


@dataclass(frozen=True)
class Seen:
    """How often a planted change was told, and how often the first sentence named it rightly."""

    told: float
    first: float


HOMES: Final = MONEY | {"secure_and_childrens_homes"}
CHILDREN: Final = frozenset({"children_looked_after", "annualised_spend"})

ABOUT: Final = {
    "price": ("prices in one borough", MONEY, 1),
    "mix": (
        "of new foster placements in one borough become children's homes",
        frozenset({"secure_and_childrens_homes", *MONEY}),
        1,
    ),
    "entries": (
        "more children come into care in one borough",
        frozenset({"children_looked_after", "annualised_spend"}),
        1,
    ),
    "provider": ("prices of three of 25 providers", MONEY, 1),
}
"""What is planted, which measures tell it, and which way."""


def seen(what: str, by: float, months: int) -> Seen:
    """Plant a change in the largest of eight boroughs (of a provider: everywhere) and see whether the page says so."""
    borough = None if what == "provider" else PUBLISHED.index(max(PUBLISHED))
    pages = [
        page(_held(1_000 + seed, PUBLISHED, False, Change(what, by, borough, months)))  # pyright: ignore[reportArgumentType]
        for seed in range(SEEN_OF)
    ]
    who = CONSORTIUM if borough is None else name_of(borough)
    _, slugs, way = ABOUT[what]
    told = [any(slug in slugs and name == who and to == way for slug, name, to in each.claims) for each in pages]
    first = [bool(each.claims) and each.claims[0][1] == who and each.claims[0][0] in slugs for each in pages]
    return Seen(fmean(told), fmean(first))


def planted() -> str:
    """Give a table of planted changes: told by the Overview, and named in the first sentence."""
    heads = "".join(f" after {months} month{'s' if months > 1 else ''}: told, first |" for months in MONTHS)
    lines = [f"| planted |{heads}", f"|---|{'---|' * len(MONTHS)}"]
    for what in PLANTED:
        for by in SHARES:
            lines.append(_row(f"{by:.0%} {ABOUT[what][0]}", lambda months, w=what, b=by: seen(w, b, months)))
    return "\n".join([*lines, ""])


def _row(name: str, see: Callable[[int], Seen]) -> str:
    cells = [see(months) for months in MONTHS]
    return f"| {name} | " + " | ".join(f"{each.told:.0%}, {each.first:.0%}" for each in cells) + " |"
