"""Boroughs by measures as a table: a cell is shaded only when its interval says that it differs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from dashboard.charts.chart_style import Look

SHADES: Final[Mapping[str, str]] = {
    "better": "benchmark",
    "worse": "attention",
    "higher": "highlight",
    "lower": "focus",
}
"""The role of the colour behind each word; a cell that is similar has none."""


@dataclass(frozen=True)
class Cell:
    """One figure in words; better, worse, higher, lower or similar beside the consortium; and which way (1, -1)."""

    text: str
    verdict: str = "similar"
    way: int = 0


def matrix(
    rows: Mapping[str, Sequence[Cell]],
    columns: Sequence[str],
    look: Look,
    *,
    caption: str,
    addresses: Mapping[str, str] | None = None,
) -> str:
    """Give the table as HTML. `rows` holds a list of cells, one a column, for each borough, in the order to show.

    `caption` is for those who do not see the page; `addresses` are what the names of rows and columns open.
    """
    opens = addresses or {}
    head = "".join(f'<th scope="col">{_name(name, opens)}</th>' for name in columns)
    body = "".join(_row(name, cells, look, opens) for name, cells in rows.items())
    name = escape(caption)
    top = f'<caption>{name}</caption><thead><tr><th scope="col">Borough</th>{head}</tr></thead>'
    table = f'<table class="pcd-matrix">{top}<tbody>{body}</tbody></table>'
    return f'{_style(look)}<div class="pcd-scroll" tabindex="0" role="region" aria-label="{name}">{table}</div>'


def _row(name: str, cells: Sequence[Cell], look: Look, opens: Mapping[str, str]) -> str:
    role = look.role(name)
    mine = f' class="pcd-{role}"' if role in ("focus", "consortium") else ""
    return f'<tr{mine}><th scope="row">{_name(name, opens)}</th>{"".join(_cell(cell) for cell in cells)}</tr>'


def _name(name: str, opens: Mapping[str, str]) -> str:
    return f'<a href="{escape(opens[name])}" target="_self">{escape(name)}</a>' if name in opens else escape(name)


def _cell(cell: Cell) -> str:
    arrow = {1: "▲ ", -1: "▼ "}.get(cell.way, "")
    word = "" if cell.verdict == "similar" else f"<small>{arrow}{escape(cell.verdict)}</small>"
    return f'<td class="pcd-{escape(cell.verdict)}">{escape(cell.text)}{word}</td>'


def _style(look: Look) -> str:
    colours = look.colours
    rules = [
        ".pcd-scroll{overflow-x:auto}",
        ".pcd-matrix{border-collapse:collapse;width:100%;font-size:0.875rem;line-height:1.25}",
        ".pcd-matrix caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}",
        ".pcd-matrix th,.pcd-matrix td{padding:.4rem .5rem;text-align:right;vertical-align:top}",
        f".pcd-matrix th,.pcd-matrix td{{border-bottom:1px solid {colours.grid}}}",
        ".pcd-matrix th{font-weight:600;text-align:left}.pcd-matrix thead th{text-align:right;vertical-align:bottom}",
        ".pcd-matrix thead th:first-child{text-align:left}.pcd-matrix thead th+th{min-width:5.25rem}",
        f".pcd-matrix tbody th{{position:sticky;left:0;background:{colours.background}}}",
        f".pcd-matrix tr.pcd-focus th{{box-shadow:inset 4px 0 0 {colours.focus}}}",
        f".pcd-matrix tr.pcd-consortium>*{{border-top:2px solid {colours.consortium};font-weight:600}}",
        ".pcd-matrix th a{color:inherit}.pcd-matrix td{white-space:nowrap}",
        ".pcd-matrix small{display:block;font-size:.75rem}",
        *(_shade(verdict, str(getattr(colours, role))) for verdict, role in SHADES.items()),
    ]
    return f"<style>{''.join(rules)}</style>"


def _shade(verdict: str, colour: str) -> str:
    return f".pcd-{verdict}{{background:{colour}24;box-shadow:inset 0 -3px 0 {colour}}}"
