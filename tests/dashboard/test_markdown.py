"""Names from files pass one function before Streamlit reads Markdown in them, wherever they stand on a page."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.markdown import plain, plain_cells, stressed
from tests.conftest import ROOT, Tables
from tests.dashboard.hostile import NAMES

Open = Callable[..., AppTest]

READS: Final = {
    *("title", "header", "subheader", "caption", "markdown", "write", "info", "warning", "error", "success", "badge"),
    *("button", "download_button", "form_submit_button", "checkbox", "toggle", "radio", "selectbox", "multiselect"),
    *("pills", "segmented_control", "text_input", "text_area", "number_input", "date_input", "expander", "popover"),
    *("metric", "toast", "link_button", "table", "spinner", "dialog", "status", "file_uploader"),
}
"""What of Streamlit's reads Markdown in its first argument; `help` is read everywhere."""

ESCAPES: Final = {"plain", "stressed", "plain_cells"}
CARDS: Final = {
    *("metric.definition", "card.definition", "metric.title", "card.title", "metric.source", "metric.unit.value"),
    *("metric.polarity.value", "theme.heading", "field.label", "area.ASKED", "_facts(card)", "mark"),
    *("upload.status.capitalize()", "_score(each)"),
}
"""Our own words that are Markdown, or hold none: the cards of measures and of filters, and badges."""

NUMBERS: Final = {"len", "count", "rows.height"}


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Acorn Care (North) Ltd.", "Acorn Care (North) Ltd."),
        ("EAL_2026_episodes.csv: 3 rows [c], 5% up", "EAL_2026_episodes.csv: 3 rows [c], 5% up"),
        ("*Star* _Under_", r"\*Star\* \_Under\_"),
        ("[Click me](http://x.org/)", r"[Click me\](http:small[]://x.org/)"),
        (":red[Alert] Care", r"\:red[Alert] Care"),
        ("$cost$ Care $100", r"\$cost\$ Care \$100"),
        ("<b>", r"\<b>"),
        ("# Head", r"\# Head"),
        ("- item", r"\- item"),
        ("1. One", r"1\. One"),
        ("A\nB\r\n# C", "A B # C"),
    ],
)
def test_text_is_written_so_that_it_reads_as_it_is(words: str, written: str):
    assert plain(words) == written


def test_what_our_sentences_stress_stays_stressed_and_nothing_else():
    assert stressed("**Brent**, *Star* Care: 5%") == r"**Brent**, \*Star\* Care: 5%"
    assert stressed("a ** b") == r"a \*\* b"


def test_a_table_has_its_headings_and_words_escaped_and_its_numbers_left():
    table = pl.DataFrame({"*A*": ["_x_", None], "n": [1, 2]})
    assert plain_cells(table).to_dict(as_series=False) == {r"\*A\*": [r"\_x\_", None], "n": [1, 2]}


def calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in sorted((ROOT / "dashboard").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_drawn(node.func):
                yield path, node


def _is_drawn(function: ast.Attribute) -> bool:
    """Whether it is Streamlit's: `st.caption`, or a column's."""
    places = {"st", "left", "right", "middle", "place", "first", "second", "third", "fourth"}
    return isinstance(function.value, ast.Name) and function.value.id in places


def test_whatever_is_not_our_own_passes_the_function_before_streamlit_reads_it():
    loose = [
        f"{path.relative_to(ROOT)}:{call.lineno} {ast.unparse(read)}"
        for path, call in calls()
        for read in _read(call)
        if not _is_safe(read)
    ]
    assert loose == [], "wrap these in dashboard.markdown.plain"


def _read(call: ast.Call) -> list[ast.expr]:
    assert isinstance(call.func, ast.Attribute)
    first = call.args[:1] if call.func.attr in READS else []
    return [*first, *(named.value for named in call.keywords if named.arg == "help")]


def _is_safe(node: ast.expr) -> bool:
    """Whether it is written in the code, escaped, a number, or on a card."""
    if isinstance(node, ast.JoinedStr):
        holes = [part for part in node.values if isinstance(part, ast.FormattedValue)]
        return all(hole.format_spec is not None or _is_safe(hole.value) for hole in holes)
    if isinstance(node, ast.IfExp):
        return _is_safe(node.body) and _is_safe(node.orelse)
    if isinstance(node, ast.BinOp):
        return _is_safe(node.left) and _is_safe(node.right)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_safe(node.func.value):
        return all(map(_is_safe, node.args))
    if isinstance(node, ast.Call) and ast.unparse(node.func) in ESCAPES | NUMBERS:
        return True
    if isinstance(node, ast.GeneratorExp):
        return _is_safe(node.elt)
    told = ast.unparse(node)
    return isinstance(node, ast.Constant | ast.Compare) or told in CARDS | NUMBERS or told.isupper()


@pytest.fixture(scope="module")
def hostile_tables(made_up_tables: Tables) -> Tables:
    """The random tables with providers that have hostile names."""
    names = dict(zip(_providers(made_up_tables), NAMES, strict=False))
    given = pl.col("provider").cast(pl.String).replace(names)
    return {
        name: table.with_columns(provider=given) if "provider" in table.collect_schema() else table
        for name, table in made_up_tables.items()
    }


def _providers(tables: Tables) -> list[str]:
    return sorted(
        tables["episodes"].select(pl.col("provider").cast(pl.String).unique().drop_nulls()).collect()["provider"]
    )


def test_no_page_hands_a_providers_name_to_streamlit_unescaped(app: Callable[..., Open], hostile_tables: Tables):
    opened = app(hostile_tables)
    hostile = [name for name in _providers(hostile_tables) if plain(name) != name]
    assert hostile
    for address, parameters in (
        ("providers", {"provider_page": hostile[0]}),
        ("providers", {}),
        ("needs", {"provider": hostile[0]}),
        ("cost", {"provider": hostile[1]}),
    ):
        page = opened(address, **parameters)
        assert not page.exception
        read = [each.value for kind in (page.header, page.caption, page.markdown, page.info) for each in kind]
        read += [each.label for kind in (page.button, page.expander, page.checkbox) for each in kind]
        assert [words for words in read for name in hostile if name in words.replace(plain(name), "")] == []
    assert any(plain(hostile[0]) in each.value for each in opened("providers", provider_page=hostile[0]).header)
