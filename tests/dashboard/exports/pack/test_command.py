"""The command: what the operator asks for, what is put on record, and what is said where it cannot be done."""

from pathlib import Path

import pytest

from dashboard.auth.current_user import operating, scope
from dashboard.auth.permissions import Scope
from dashboard.exports.pack import history as pack_history
from dashboard.exports.pack.build import pack
from dashboard.exports.pack.command import run
from dashboard.exports.pack.settings import THEMES, PackError, Settings, again, as_record, of_view, period, settings_of
from dashboard.pages.pack_plans import PACK_PLANS
from metrics import Release, Theme
from store.packs import Pack as Made
from tests.conftest import Tables
from tests.dashboard.exports.pack.conftest import OPERATOR, VERSION


@pytest.fixture
def on_record(monkeypatch: pytest.MonkeyPatch, loaded: Tables) -> list[Made]:
    found: list[Made] = []
    monkeypatch.setattr(pack_history, "put", found.append)
    monkeypatch.setattr("dashboard.data.data_source.is_empty", lambda: False)
    return found


def test_a_pack_is_made_and_put_on_record(tmp_path: Path, on_record: list[Made], content: object):
    to = tmp_path / "pack.xlsx"
    assert run(["pack", "--to", str(to), "--themes", "missing", "--by", "A tester"], PACK_PLANS) == 0
    assert to.read_bytes().startswith(b"PK")
    (made,) = on_record
    assert (made.release, made.version, made.format, made.settings["themes"]) == ("board", VERSION, "xlsx", ["missing"])
    assert made.who.endswith("at the command line")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--to", "pack.doc"], "A pack can be pdf, pptx, xlsx; there is no doc."),
        (["--to", "pack.pdf", "--borough", "Nowhere"], "Nowhere is not a borough of this pack."),
        (["--to", "pack.pdf", "--themes", "all"], "There is no theme all. There are children, placement_mix"),
        (["--to", "pack.xlsx", "--by", "Ann \x07"], "Letter 5 of the name of who makes the pack cannot be printed"),
        (["--to", "pack.pptx", "--by", "Ann\nSmith"], "Letter 4 of the name of who makes the pack cannot be printed"),
        (["--to", "pack.pdf", "--by", "\udc80nn"], "Letter 1 of the name of who makes the pack cannot be printed"),
        (["--to", "pack.pdf", "--themes", "missing", "--by", "Ann 🙂"], "a letter that its type cannot print"),
        (["--to", "pack.pdf", "--period", "Jan 1999"], "There is no whole month Jan 1999 in the data."),
    ],
)
def test_what_cannot_be_done_is_said(
    asked: list[str], said: str, on_record: list[Made], capsys: pytest.CaptureFixture[str]
):
    assert run(["pack", *asked], PACK_PLANS) == 1
    assert said in capsys.readouterr().err
    assert on_record == []


def test_the_event_release_gives_no_pack(asked: Settings):
    with operating(OPERATOR.in_event()), pytest.raises(PackError, match="The event release gives no files"):
        settings_of(asked.chosen, [Theme.COST], (), "")


def test_a_pack_of_nobody_is_not_made(asked: Settings):
    nobody = asked.chosen.only("type", "Secure home").only("age", "Under 1")
    working = Scope("Command line", None, Release.WORKING)
    with operating(working), pytest.raises(PackError, match="There are no children of Consortium in this period"):
        pack(settings_of(nobody, [Theme.COST], (), ""), PACK_PLANS)


def test_settings_are_kept_and_asked_again(asked: Settings):
    with operating(OPERATOR):
        assert again(as_record(asked)) == asked


def test_a_saved_view_is_what_a_pack_is_made_of(loaded: Tables):
    with operating(Scope("Command line", None, Release.WORKING)):
        found = of_view("borough=Brent&from=Apr+2024&to=Jun+2024&age=Under+1&themes=Cost&rows=Ealing", "A tester")
    chosen = found.chosen
    assert (found.themes, found.boroughs, chosen.focus) == ((Theme.COST,), ("Ealing",), "Brent")
    assert (f"{chosen.start} {chosen.end}", chosen.kept) == ("2024-04-01 2024-06-30", (("age", ("Under 1",)),))


def test_a_saved_view_is_fitted_to_the_release(loaded: Tables):
    with operating(OPERATOR):
        found = of_view("borough=Brent&from=Apr+2024&to=Jun+2024&borough=Nowhere&themes=Zzz", "")
    assert (found.themes, str(found.chosen.start), str(found.chosen.end)) == (THEMES, "2023-07-01", "2024-06-30")


def test_a_part_of_a_year_is_for_the_working_release(loaded: Tables):
    with operating(Scope("Command line", None, Release.WORKING)):
        start, end = period("Apr 2024 to Jun 2024")
        assert (f"{start} {end}", scope().release) == ("2024-04-01 2024-06-30", Release.WORKING)
    with operating(OPERATOR), pytest.raises(PackError, match="of twelve months: give the last one alone"):
        period("Apr 2024 to Jun 2024")


@pytest.mark.parametrize("ending", ["pptx", "xlsx"])
def test_a_name_with_an_emoji_is_written_where_it_can_be(
    tmp_path: Path, ending: str, on_record: list[Made], capsys: pytest.CaptureFixture[str]
):
    to = tmp_path / f"pack 🙂 of\nMay.{ending}"
    assert run(["pack", "--to", str(to), "--themes", "missing", "--by", "Ann 🙂"], PACK_PLANS) == 0
    assert to.read_bytes().startswith(b"PK")
    assert "pack 🙂 ofMay" in capsys.readouterr().out
    assert len(on_record) == 1
