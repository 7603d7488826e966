"""Upload files: drop them, read the preview, accept or discard. Nothing is stored before Accept."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.data import data_source, uploads
from dashboard.data import loaded as data_loaded
from dashboard.data.uploads import Looked, Said
from dashboard.faults import is_fault, report
from dashboard.filters.selection import Selection
from dashboard.markdown import plain
from dashboard.pages.data.preview import preview
from dashboard.panels.flash_message import not_done
from dashboard.panels.page_part import part, worked_out
from loaders.authorities import authorities
from loaders.intake.limits import MEGABYTE
from loaders.reading.named_periods import return_year, year_end
from loaders.reading.result import Reading
from store.errors import StoreError

AS_NAMED: Final = "As each file's name says"
ANOTHER_DAY: Final = "An extract up to another day"
FIRST_YEAR: Final = 2017
TURN: Final = "upload-turn"
"""Session key: counts up to give an emptied uploader."""
BEGUN: Final = "upload-begun"
"""Session key: the last turn in which storing began; a second click may end the first's run before it could tell."""
MAY_EMPTY: Final = "upload-may-empty"
"""Session key: whether files may leave nothing of a table of which rows are loaded."""
TOLD: Final = "upload-told"
"""Session key: what became of the last files, to be said once more after the rerun."""


def upload(chosen: Selection) -> None:
    """Draw the section."""
    del chosen
    key = f"files-{st.session_state.get(TURN, 0)}"
    _tell(is_new=bool(st.session_state.get(key)))
    said = _ask()
    files = st.file_uploader(
        "Files to upload",
        accept_multiple_files=True,
        key=key,
        help="CSV, XLSX, the SSDA903 return as XML, or a ZIP of them. Several at once if you like.",
    )
    if not files:
        st.caption("CSV, XLSX, XML or a ZIP of them. You see what each file holds before anything is stored.")
        return
    looked = _looked(files, said)
    preview(looked)
    _ask_of_emptied(looked)
    _decide(looked)


def _tell(*, is_new: bool) -> None:
    """Say what became of the last files, until there are new ones."""
    kind, sentences = st.session_state.get(TOLD, ("", []))
    if is_new:
        st.session_state.pop(TOLD, None)
        kind = kind if kind == "failed" else ""
    if kind == "stored":
        st.success(f"Stored: {len(sentences)} file{'s' * (len(sentences) != 1)}. Every figure is made with them now.")
        for sentence in sentences:
            st.markdown(f"- {plain(sentence)}")
        with part("The data version"):
            st.caption(plain(f"Data version {data_source.version()}. History can take each back."))
    elif kind == "unchanged":
        st.info(
            plain(f"Somebody has stored these files since you looked. Nothing was stored twice. {' '.join(sentences)}")
        )
    elif kind == "discarded":
        st.info("Discarded. Nothing was stored.")
    elif kind == "failed":
        st.error(plain(" ".join(sentences)))


def _ask() -> Said:
    """Ask whose files they are, for those whose names do not tell."""
    left, right = st.columns(2)
    loaded = worked_out("Which boroughs are loaded", data_loaded.named_boroughs, ())
    boroughs = list(dict.fromkeys([*loaded, *sorted(each.name for each in authorities())]))
    borough = left.selectbox("Borough", [AS_NAMED, *boroughs], key="upload-borough")
    day = _day(right)
    whose = None if borough == AS_NAMED else borough
    instead = bool(whose or day) and st.checkbox("Also for files whose names say otherwise", key="upload-instead")
    return Said(whose, day, instead)


def _day(place: DeltaGenerator) -> date | None:
    today = date.today()
    ended = [year_end(year) for year in range(return_year(today) - 1, FIRST_YEAR - 1, -1)]
    days = {f"Return year {day.year} (to 31 March {day.year})": day for day in ended}
    picked = place.selectbox("Return year", [AS_NAMED, ANOTHER_DAY, *days], key="upload-year")
    if picked == ANOTHER_DAY:
        return place.date_input("Up to", today, max_value=today, format="DD/MM/YYYY", key="upload-day")
    return days.get(str(picked))


def _looked(files: Sequence[uploads.Handed], said: Said) -> list[Looked]:
    """Read each file once, with a bar while it takes time, and look through them together."""
    found = uploads.opened(files)
    bar = st.progress(0.0, "Reading")
    readings: list[Reading] = []
    for at, (key, file) in enumerate(found):
        size = len(file.content) / MEGABYTE if isinstance(file.content, bytes) else 0
        bar.progress(at / len(found), f"Reading file {at + 1} of {len(found)} ({size:,.1f} MB)")
        readings += uploads.readings(key, file, said)
    bar.empty()
    readings += uploads.left_in_zips(files)
    return uploads.looked_through(readings, may_empty=bool(st.session_state.get(MAY_EMPTY)))


def _ask_of_emptied(looked: Sequence[Looked]) -> None:
    """Ask whether files that leave nothing of a table are meant so."""
    count = sum(each.status == "empties" for each in looked)
    if count:
        whose = "One file leaves" if count == 1 else f"{count} files leave"
        told = f"{whose} nothing of a table of which rows are loaded. There are none any more"
        st.checkbox(plain(told), key=MAY_EMPTY)


def _decide(looked: Sequence[Looked]) -> None:
    ready, turn = sum(each.is_ready for each in looked), st.session_state.get(TURN, 0)
    with st.container(horizontal=True, key="decide"):
        words = f"Accept {ready} file{'s' * (ready != 1)}" if ready else "Accept"
        st.button(plain(words), type="primary", disabled=not ready, on_click=_accept, args=(looked, turn), key="accept")
        st.button("Discard", on_click=_discard, key="discard")
    if not ready:
        is_any_read = any(not each.reading.refused for each in looked)
        why = "None of these files would change anything" if is_any_read else "None of these files could be read"
        st.caption(plain(f"{why}, so there is nothing to accept."))


def _accept(looked: Sequence[Looked], turn: int) -> None:
    """Store, once; where that fails the files stay in the list, so that nothing is lost."""
    if turn != st.session_state.get(TURN, 0):
        return  # a second click, on its way while the first was at work
    is_second = st.session_state.get(BEGUN) == turn
    st.session_state[BEGUN] = turn
    try:
        saved = uploads.accept(looked)
    except (StoreError, PermissionError) as problem:
        del st.session_state[BEGUN]
        st.session_state[TOLD] = ("failed", [str(problem)])
        return
    except BaseException as problem:
        if not is_fault(problem):
            raise
        del st.session_state[BEGUN]
        st.session_state[TOLD] = ("failed", [not_done(report("Files that were accepted", problem))])
        return
    is_new = is_second or any(each.status != "unchanged" for each in saved)
    _turn("stored" if is_new else "unchanged", [each.sentence for each in saved])


def _discard() -> None:
    _turn("discarded", [])


def _turn(kind: str, sentences: list[str]) -> None:
    uploads.forget()
    st.session_state[TOLD] = (kind, sentences)
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
