"""Figures of several measures as one table, with subtotals and a total, for those who read down a column."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, Literal

from dashboard.charts.look import Look

Kind = Literal["row", "subtotal", "total"]

WEIGHT: Final = {"row": "normal", "subtotal": "600", "total": "600"}


@dataclass(frozen=True)
class Line:
    """One line: its name, a cell a column, and whether it sums those above."""

    name: str
    cells: tuple[str, ...]
    kind: Kind = "row"


def ledger(lines: Sequence[Line], columns: Sequence[str], look: Look, *, caption: str, corner: str = "") -> str:
    """Give the table as HTML; it scrolls within itself where the page is narrow."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    top = f'<thead><tr><th scope="col">{escape(corner)}</th>{head}</tr></thead>'
    body = "".join(_line(line) for line in lines)
    name = escape(caption)
    table = f'<table class="pcd-ledger"><caption>{name}</caption>{top}<tbody>{body}</tbody></table>'
    return f'{_style(look)}<div class="pcd-ledger-scroll" tabindex="0" role="region" aria-label="{name}">{table}</div>'


def _line(line: Line) -> str:
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in line.cells)
    return f'<tr class="pcd-{line.kind}"><th scope="row">{escape(line.name)}</th>{cells}</tr>'


def _style(look: Look) -> str:
    colours = look.colours
    rules = [
        ".pcd-ledger-scroll{overflow-x:auto}",
        ".pcd-ledger{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.3}",
        f".pcd-ledger caption{{text-align:left;color:{colours.muted};font-size:.875rem;padding-bottom:.5rem}}",
        ".pcd-ledger th,.pcd-ledger td{padding:.45rem .6rem;text-align:right;vertical-align:bottom;border:0}",
        f".pcd-ledger th,.pcd-ledger td{{border-bottom:1px solid {colours.grid}}}",
        ".pcd-ledger td{white-space:nowrap;font-variant-numeric:tabular-nums}",
        f".pcd-ledger th{{font-weight:normal;text-align:left;background:{colours.background}}}",
        f".pcd-ledger thead th{{text-align:right;color:{colours.muted}}}",
        ".pcd-ledger tbody th{position:sticky;left:0;min-width:8.5rem}",
        ".pcd-ledger thead th:first-child{text-align:left;position:sticky;left:0}",
        *(f".pcd-{kind}>*{{font-weight:{weight}!important}}" for kind, weight in WEIGHT.items()),
        f".pcd-total>*{{border-top:2px solid {colours.text}!important}}",
    ]
    return f"<style>{''.join(rules)}</style>"
