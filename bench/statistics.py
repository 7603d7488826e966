"""`python -m bench.statistics --write docs/statistics.md`: put what is measured into the document, and nothing else.

A measured part stands between `<!-- measured: NAME -->` and `<!-- end -->`.
"""

import argparse
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Final

from bench.alarms import Alarms, alarms
from bench.backtest import (
    CALLED,
    HORIZONS,
    LENGTHS,
    TOGETHER,
    Miss,
    Series,
    all_series,
    backtest,
    called,
    covered,
    mean_ratio,
)
from bench.candidates import CANDIDATES, against
from bench.claims import false_claims, planted
from bench.coverage import coverage
from bench.pooling import pooling
from bench.sample import consortium
from metrics import METRICS, Metric, Unit

MEASURED: Final = re.compile(r"(?<=<!-- measured: )([a-z ]+)( -->\n).*?(?=<!-- end -->)", re.DOTALL)

HEADINGS: Final = "".join(f" {ahead} month{'s' if ahead > 1 else ''} |" for ahead in HORIZONS)
RULE: Final = "|---" * (len(HORIZONS) + 1) + "|"


def written(document: str, parts: Mapping[str, str]) -> str:
    """Give the document with its measured parts put in."""
    return MEASURED.sub(lambda found: f"{found[1]}{found[2]}\n{parts[found[1]]}\n", document)


def false_alarms(found: Sequence[Alarms]) -> str:
    """Give a table of alarms beside what is promised."""
    rows = [f"| {each.what} | {each.promised:.2%} | {each.found:.2%} |" for each in found]
    return "\n".join(["| of stable figures | promised | found |", "|---|---|---|", *rows, ""])


def back_test(tested: Sequence[Miss]) -> str:
    """Give a table of all series together: error against the last value's, how often as good, share inside."""
    lines = [f"| all metrics |{HEADINGS}", RULE]
    for who, of in (("consortium", _consortium(tested)), ("single boroughs", _boroughs(tested))):
        lines += [
            _row(f"{who}: miss against the last value's", of, lambda some: f"{mean_ratio(some):.2f}"),
            _row(f"{who}: series forecast as well or better", of, _as_good),
            _row(f"{who}: truth inside the 95% interval", of, lambda some: f"{fmean(t.inside for t in some):.1%}"),
        ]
    return "\n".join([*lines, ""])


def _consortium(tested: Sequence[Miss]) -> list[Miss]:
    return [each for each in tested if each.who == TOGETHER]


def _boroughs(tested: Sequence[Miss]) -> list[Miss]:
    return [each for each in tested if each.who != TOGETHER]


def _row(name: str, of: Sequence[Miss], told: Callable[[Sequence[Miss]], str]) -> str:
    cells = [told([each for each in of if each.ahead == ahead]) for ahead in HORIZONS]
    return f"| {name} | {' | '.join(cells)} |"


def _as_good(some: Sequence[Miss]) -> str:
    return f"{fmean(each.ratio <= 1 for each in some):.0%}"


def by_metric(tested: Sequence[Miss]) -> str:
    """Give a table of the consortium's metrics: the mean miss of the forecast, then that of the last value."""
    lines = [f"| metric |{HEADINGS}", RULE]
    for metric in METRICS.values():
        of = {each.ahead: each for each in _consortium(tested) if each.slug == metric.slug}
        if of:
            cells = " | ".join(_cell(metric, of[ahead]) if ahead in of else "no change" for ahead in HORIZONS)
            lines.append(f"| {metric.title} ({metric.unit}) | {cells} |")
    return "\n".join([*lines, ""])


def _cell(metric: Metric, each: Miss) -> str:
    decimals = 0 if metric.unit in (Unit.POUNDS, Unit.POUNDS_A_WEEK) else 2
    return f"{each.ours:,.{decimals}f} / {each.naive:,.{decimals}f}"


def tried(series: Sequence[Series]) -> str:
    """Give a table of the methods that were tried, each method's misses against the last value's."""
    lines = [f"| method |{HEADINGS}", RULE]
    for name, method in CANDIDATES.items():
        ratios = against(method, series)
        lines.append(f"| {name} | {' | '.join(f'{ratios[ahead]:.2f}' for ahead in HORIZONS)} |")
    return "\n".join([*lines, ""])


def short(series: Sequence[Series]) -> str:
    """Give a table of how often the truth came inside, by how many months were known."""
    lines = [f"| months known: truth inside the 95% interval |{HEADINGS}", RULE]
    for months in LENGTHS:
        shares = covered(series, months)
        lines.append(f"| {months} | {' | '.join(f'{shares[ahead]:.1%}' for ahead in HORIZONS)} |")
    return "\n".join([*lines, ""])


def targets(told: Mapping[str, Sequence[bool]]) -> str:
    """Give a table of how many targets were met a year on, by what they were called."""
    rows = [f"| {word} | {len(told[word]):,} | {_met(told[word])} |" for word in CALLED]
    return "\n".join(["| called | targets | met a year on |", "|---|---|---|", *rows, ""])


def _met(of: Sequence[bool]) -> str:
    return f"{fmean(of):.1%}" if of else "none"


def main() -> None:
    """Measure everything, and write the document."""
    asked = argparse.ArgumentParser(prog="python -m bench.statistics")
    asked.add_argument("--write", type=Path, required=True)
    path: Path = asked.parse_args().write
    series = all_series(consortium())
    tested = backtest(series)
    parts = {
        "methods tried": tried(series),
        "false alarms": false_alarms(alarms()),
        "back test": back_test(tested),
        "short histories": short(series),
        "targets": targets(called(series)),
        "by metric": by_metric(tested),
        "false claims": false_claims(),
        "planted changes": planted(),
        "pooling": pooling(),
        "coverage": coverage(),
    }
    path.write_text(written(path.read_text(encoding="utf-8"), parts), encoding="utf-8")


if __name__ == "__main__":
    main()
