"""A list of records as a table that folds into blocks on a phone. Every cell is text: nothing in it can be markup."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from dashboard.charts.chart_style import Look

TONES: Final = {"good": "benchmark_ink", "bad": "attention", "quiet": "muted"}
"""The role of the colour of a cell's words; the words say it too."""


@dataclass(frozen=True)
class Item:
    """One cell: its words, quieter words under them, and its tone (`good`, `bad`, `quiet` or none)."""

    text: str
    under: str = ""
    tone: str = ""


Row = Sequence[Item | str | int]

_NUMBER: Final = ' class="pcd-number"'


def listing(columns: Sequence[str], rows: Sequence[Row], look: Look, *, caption: str) -> str:
    """Give the table as HTML; whole numbers stand to the right. `caption` is for those who do not see the page."""
    numbers = {name for row in rows for name, cell in zip(columns, row, strict=True) if isinstance(cell, int)}
    head = "".join(_heading(name, name in numbers) for name in columns)
    body = "".join(f"<tr>{''.join(map(_cell, columns, row))}</tr>" for row in rows)
    name = escape(caption)
    return (
        f'{_style(look)}<table class="pcd-list"><caption>{name}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _heading(name: str, is_number: bool) -> str:
    return f'<th scope="col"{_NUMBER if is_number else ""}>{escape(name)}</th>'


def _cell(column: str, given: Item | str | int) -> str:
    number = _NUMBER if isinstance(given, int) else ""
    item = given if isinstance(given, Item) else Item(f"{given:,}" if isinstance(given, int) else given)
    tone = f' class="pcd-{item.tone}"' if item.tone in TONES else ""
    if not item.text:
        return '<td class="pcd-nothing"></td>'
    under = f"<small>{escape(item.under)}</small>" if item.under else ""
    return f'<td{number} data-label="{escape(column)}"><span{tone}>{escape(item.text)}</span>{under}</td>'


def _style(look: Look) -> str:
    colours = look.colours
    phone = [
        ".pcd-list thead{position:absolute;clip-path:inset(50%)}",
        f".pcd-list tr{{display:block;padding:.5rem 0;border-bottom:1px solid {colours.grid}}}",
        ".pcd-list td{display:grid;grid-template-columns:7.5rem 1fr;gap:.5rem;border:0;padding:.1rem 0}",
        f".pcd-list td::before{{content:attr(data-label);color:{colours.muted}}}",
        ".pcd-list .pcd-nothing{display:none}",
        ".pcd-list td small{grid-column:2}.pcd-list tr td.pcd-number{text-align:left}",
    ]
    rules = [
        ".pcd-list{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.35}",
        ".pcd-list td{overflow-wrap:anywhere}",
        ".pcd-list caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}",
        ".pcd-list th,.pcd-list td{padding:.4rem .6rem .4rem 0;text-align:left;vertical-align:top}",
        f".pcd-list th,.pcd-list td{{border-bottom:1px solid {colours.grid}}}.pcd-list th{{font-weight:600}}",
        ".pcd-list tr .pcd-number{text-align:right;font-variant-numeric:tabular-nums}",
        f".pcd-list small{{display:block;font-size:.8125rem;color:{colours.muted}}}",
        *(f".pcd-list .pcd-{tone}{{color:{getattr(colours, role)};font-weight:600}}" for tone, role in TONES.items()),
        ".pcd-list .pcd-quiet{font-weight:400}",
        f"@media (max-width:640px){{{''.join(phone)}}}",
    ]
    return f"<style>{''.join(rules)}</style>"
