"""A grid of what is there and what is not: each cell has a shape and a word, so that colour is never needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from dashboard.charts.chart_style import Look

SHAPES: Final = {"all": "full", "some": "half", "none": "hollow"}
"""How a cell is drawn: a full disc, a half one, a ring. Any other state has no shape."""


@dataclass(frozen=True)
class Slot:
    """One cell: its words, its state (`all`, `some`, `none` or none of them), what pointing at it says, and the
    share of the cell (0 to 1) that a bar under the words fills.
    """

    text: str
    state: str = ""
    tip: str = ""
    share: float | None = None


@dataclass(frozen=True)
class Line:
    """One row: its name, a quieter word under it, and its cells."""

    name: str
    slots: Sequence[Slot]
    under: str = ""


def grid(lines: Sequence[Line], columns: Sequence[str], look: Look, *, caption: str, corner: str) -> str:
    """Give the grid as HTML. `corner` heads the names; `caption` is for those who do not see the page."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    top = f'<thead><tr><th scope="col">{escape(corner)}</th>{head}</tr></thead>'
    body = "".join(_row(line, look) for line in lines)
    name = escape(caption)
    table = f'<table class="pcd-grid"><caption>{name}</caption>{top}<tbody>{body}</tbody></table>'
    return f'{_style(look)}<div class="pcd-wide" tabindex="0" role="region" aria-label="{name}">{table}</div>'


def _row(line: Line, look: Look) -> str:
    mine = ' class="pcd-mine"' if line.name == look.focus else ""
    under = f"<small>{escape(line.under)}</small>" if line.under else ""
    return f'<tr{mine}><th scope="row">{escape(line.name)}{under}</th>{"".join(map(_cell, line.slots))}</tr>'


def _cell(slot: Slot) -> str:
    shape = f'<i class="pcd-{SHAPES[slot.state]}"></i>' if slot.state in SHAPES else ""
    bar = "" if slot.share is None else f'<b style="width:{max(0.0, min(1.0, slot.share)):.0%}"></b>'
    tip = f' title="{escape(slot.tip)}"' if slot.tip else ""
    return f'<td class="pcd-is-{escape(slot.state or "plain")}"{tip}>{shape}<span>{escape(slot.text)}</span>{bar}</td>'


def _style(look: Look) -> str:
    colours = look.colours
    disc = "display:block;width:.7rem;height:.7rem;border-radius:50%;margin:0 auto .15rem;box-sizing:border-box"
    rules = [
        ".pcd-wide{overflow-x:auto}",
        ".pcd-grid{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.2}",
        ".pcd-grid caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}",
        f".pcd-grid th,.pcd-grid td{{padding:.35rem .3rem;text-align:center;border-bottom:1px solid {colours.grid}}}",
        ".pcd-grid th{font-weight:600}.pcd-grid th:first-child{text-align:left;padding-left:.5rem}",
        f".pcd-grid small{{display:block;font-weight:400;font-size:.75rem;color:{colours.muted}}}",
        f".pcd-grid tr.pcd-mine th{{box-shadow:inset 4px 0 0 {colours.focus}}}",
        f".pcd-full,.pcd-half,.pcd-hollow{{{disc};border:2px solid {colours.focus}}}",
        f".pcd-full{{background:{colours.focus}}}",
        f".pcd-half{{background:linear-gradient(90deg,{colours.attention} 50%,transparent 50%)}}",
        f".pcd-half,.pcd-hollow{{border-color:{colours.attention}}}",
        f".pcd-is-some span,.pcd-is-none span,.pcd-is-low span{{color:{colours.attention};font-weight:600}}",
        f".pcd-is-idle span{{color:{colours.muted}}}",
        f".pcd-grid td b{{display:block;height:4px;margin:.2rem auto 0 0;background:{colours.focus}}}",
        "@media (max-width:640px){.pcd-grid{font-size:.75rem}.pcd-grid th,.pcd-grid td{padding:.3rem .1rem}}",
        "@media (max-width:640px){.pcd-grid th:first-child{padding-left:.25rem;max-width:6.5rem}}",
    ]
    return f"<style>{''.join(rules)}</style>"
