"""What was worked out is kept by what it is made of, to the last cell: Streamlit's own hash skips a frame's middle."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from time import sleep

import polars as pl
import pytest

from dashboard.charts.chart_style import Look
from dashboard.data.cache import content, forget, kept

LONG = pl.DataFrame({"series": ["Brent"] * 1_000, "value": [float(at) for at in range(1_000)]})
LOOK = Look(focus="Brent")


class Counted:
    """A function that is kept, and how often it worked something out."""

    def __init__(self, most: int = 100, seconds: float | None = None) -> None:
        self.times = 0
        self.asked = kept(most, seconds)(self._made)

    def _made(self, *args: object, **named: object) -> str:
        self.times += 1
        sleep(0.01)
        return repr((args, named))


def is_told_apart(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    counted = Counted()
    counted.asked(*one)
    counted.asked(*other)
    return counted.times == 2


def test_the_same_is_worked_out_once():
    assert not is_told_apart((LONG, LOOK, ["a", "b"]), (LONG.clone(), replace(LOOK), ["a", "b"]))


@pytest.mark.parametrize("at", [0, 1, 11, 500, 989, 999])
def test_one_other_cell_is_another_frame(at: int):
    other = LONG.with_columns(value=pl.when(pl.int_range(pl.len()) == at).then(-1.0).otherwise("value"))
    assert is_told_apart((LONG,), (other,))
    assert is_told_apart(({"points": LONG},), ({"points": other},))


@pytest.mark.parametrize(
    "other",
    [
        LONG.rename({"value": "n"}),
        LONG.with_columns(pl.col("value").cast(pl.Float32)),
        LONG.with_columns(pl.col("series").cast(pl.Enum(["Brent"]))),
        LONG.select("value", "series"),
        LONG.head(999),
    ],
    ids=["name", "type", "labels", "order", "length"],
)
def test_another_name_type_order_or_length_is_another_frame(other: pl.DataFrame):
    assert content(other) != content(LONG)


def test_another_reader_option_or_order_of_options_is_another():
    assert is_told_apart((LONG, LOOK), (LONG, replace(LOOK, mode="dark")))
    assert is_told_apart(({"kept": ["a", "b"]},), ({"kept": ["b", "a"]},))
    assert is_told_apart(({"a": "", "b": ""},), ({"b": "", "a": ""},))  # a chart may draw them in their order


def test_a_frame_gone_takes_its_print_with_it():
    for number in range(50):
        frame = LONG.with_columns(number=pl.lit(number))
        assert content(frame) == content(frame.clone())
        assert content(frame) != content(LONG)


def test_only_the_last_are_kept_and_not_for_ever():
    few, short = Counted(most=1), Counted(seconds=0.05)
    for name in ("a", "b", "a"):
        few.asked(name)
    short.asked("a")
    sleep(0.1)
    short.asked("a")
    assert (few.times, short.times) == (3, 2)


def test_however_many_ask_at_once_one_works_it_out():
    counted, together = Counted(), Barrier(8)

    def ask(_: int) -> str:
        together.wait()
        return counted.asked(LONG)

    with ThreadPoolExecutor(8) as readers:
        assert len(set(readers.map(ask, range(8)))) == 1
    assert counted.times == 1


def test_what_failed_is_asked_again():
    tries: list[str] = []

    @kept(10)
    def fails(name: str) -> str:
        tries.append(name)
        raise PermissionError(name)

    for _ in range(2):
        with pytest.raises(PermissionError):
            fails("a")
    assert tries == ["a", "a"]


def test_all_of_it_can_be_forgotten():
    counted = Counted()
    counted.asked("a")
    forget()
    counted.asked("a")
    assert counted.times == 2


READ_AT_ONCE = """
import sys
from concurrent.futures import ThreadPoolExecutor

import polars as pl
from dashboard.data.cache import content

sys.setswitchinterval(1e-5)
with ThreadPoolExecutor(4) as readers:
    for number in range(200):
        frame = pl.DataFrame({"value": range(20_000)}).with_columns(number=number)
        assert len({*readers.map(content, [frame] * 4)}) == 1
"""


def test_readers_of_one_frame_at_once_do_not_wait_for_each_other_for_ever():
    subprocess.run([sys.executable, "-c", READ_AT_ONCE], timeout=30, check=True)


def test_what_was_asked_is_told_in_order():
    counted = Counted(most=2)
    for asked in ("Brent", "Ealing", "Harrow"):
        counted.asked(asked, 2025)
    assert counted.asked.asked() == [("Ealing", 2025), ("Harrow", 2025)]
