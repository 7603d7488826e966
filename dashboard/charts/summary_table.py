"""Figures of several measures as one table, with subtotals and a total, for those who read down a column."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, Literal

from dashboard.charts.chart_style import Look

Kind = Literal["row", "subtotal", "total"]

WEIGHT: Final = {"row": "normal", "subtotal": "600", "total": "600"}


@dataclass(frozen=True)
class Line:
    """One line: its name, a cell a column, and whether it sums those above."""

    name: str
    cells: tuple[str, ...]
    kind: Kind = "row"


def ledger(lines: Sequence[Line], columns: Sequence[str], look: Look, *, caption: str, corner: str) -> str:
    """Give the table as HTML; it scrolls within itself where the page is narrow."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    top = f'<thead><tr><th scope="col">{escape(corner)}</th>{head}</tr></thead>'
    body = "".join(_line(line) for line in lines)
    name = escape(caption)
    table = f'<table class="pcd-ledger" aria-label="{name}">{top}<tbody>{body}</tbody></table>'
    return f'{_style(look)}<div class="pcd-ledger-scroll" tabindex="0" role="region" aria-label="{name}">{table}</div>'


def _line(line: Line) -> str:
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in line.cells)
    return f'<tr class="pcd-{line.kind}"><th scope="row">{escape(line.name)}</th>{cells}</tr>'


def _style(look: Look) -> str:
    colours = look.colours
    rules = [
        f".pcd-ledger-scroll{{overflow-x:auto;background:{_edge(look)};background-attachment:local,scroll}}",
        ".pcd-ledger{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.3}",
        ".pcd-ledger th,.pcd-ledger td{padding:.45rem .6rem;text-align:right;vertical-align:baseline;border:0}",
        f".pcd-ledger th,.pcd-ledger td{{border-bottom:1px solid {colours.grid}}}",
        ".pcd-ledger td{white-space:nowrap;font-variant-numeric:tabular-nums}",
        ".pcd-ledger th{font-weight:normal;text-align:left}",
        f".pcd-ledger th:first-child{{background:{colours.background}}}",
        f".pcd-ledger thead th{{text-align:right;vertical-align:bottom;color:{colours.muted}}}",
        ".pcd-ledger tbody th{position:sticky;left:0;min-width:8.5rem}",
        ".pcd-ledger thead th:first-child{text-align:left;position:sticky;left:0}",
        "@media (max-width:640px){.pcd-ledger{font-size:.875rem}.pcd-ledger th,.pcd-ledger td{padding:.4rem .35rem}"
        ".pcd-ledger tbody th{min-width:7.5rem}}",
        *(f".pcd-{kind}>*{{font-weight:{weight}!important}}" for kind, weight in WEIGHT.items()),
        f".pcd-total>*{{border-top:2px solid {colours.text}!important}}",
    ]
    return f"<style>{''.join(rules)}</style>"


def _edge(look: Look) -> str:
    """A shade at the right edge that goes once the last column is in sight: there is more to the right."""
    page, shade = look.colours.background, look.colours.others
    cover = f"linear-gradient(to left,{page} 60%,{page}00) right/2.5rem 100% no-repeat"
    return f"{cover},linear-gradient(to left,{shade}66,{shade}00) right/1rem 100% no-repeat"
