"""The sample comes out the same, byte for byte, and stays small."""

from pathlib import Path

from sample_data import generate
from tests.sample_data.raw import FOLDER

MOST_BYTES = 6_000_000


def generated(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.csv"))}


def test_a_fresh_run_writes_what_is_committed(tmp_path: Path):
    size = generate.write(tmp_path)
    fresh, committed = generated(tmp_path), generated(FOLDER)
    assert list(fresh) == list(committed)
    assert [name for name, content in fresh.items() if content != committed[name]] == []
    assert size == sum(map(len, committed.values()))


def test_the_files_are_small_enough():
    assert sum(map(len, generated(FOLDER).values())) < MOST_BYTES


def test_lines_end_with_a_line_feed_alone():
    assert [name for name, content in generated(FOLDER).items() if b"\r" in content] == []
