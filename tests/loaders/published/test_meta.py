"""What the DfE's `.meta.csv` says of columns goes before what their cells look like."""

from pathlib import Path
from typing import Final

import pytest

import loaders
from loaders.reading.files import File, files, passed_over, unpacked, with_meta
from loaders.reading.result import Reading
from tests.loaders.files import csv_of, rows_of, zip_of

DATA: Final = csv_of(
    rows_of("""
        time_period|geographic_level|la_name|moves|carers
        2024|Local authority|Brent|1|7
        2024|Local authority|Brent|2|8
        2024|Local authority|Ealing|1|8
        2024|Local authority|Ealing|2|7
    """)
)
META: Final = csv_of(
    rows_of("""
        col_name|col_type|label|indicator_grouping|indicator_unit|indicator_dp|filter_hint|filter_grouping_column
        moves|Filter|Moves|||||
        carers|Indicator|Carers|||0||
    """)
)
EXPECTED: Final = [("1", 7.0), ("2", 8.0), ("1", 8.0), ("2", 7.0)]


def figures(reading: Reading) -> list[tuple[object, ...]]:
    assert reading.refused is None
    return reading.tables["published"].select("breakdown", "value").rows()


def test_without_it_there_is_no_telling_and_the_file_says_what_to_do():
    reading = loaders.read(DATA, name="carers.csv")
    assert reading.refused is not None
    assert "Load it together with its .meta.csv" in reading.refused


def test_given_outright():
    assert figures(loaders.read(DATA, name="carers.csv", meta=META)) == EXPECTED


def test_beside_the_file_in_a_folder(tmp_path: Path):
    (tmp_path / "carers.csv").write_bytes(DATA)
    (tmp_path / "carers.meta.csv").write_bytes(META)
    (reading,) = loaders.read_all([tmp_path])
    assert figures(reading) == EXPECTED
    assert [file.name for file, _ in passed_over([tmp_path])] == ["carers.meta.csv"]
    (reading,) = loaders.read_all([tmp_path / "carers.csv", tmp_path / "carers.meta.csv"])
    assert figures(reading) == EXPECTED


@pytest.mark.parametrize("folder", ["", "data/"])
def test_in_the_zip_of_a_release(tmp_path: Path, folder: str):
    parts = {f"{folder}carers.csv": DATA, f"{folder}CARERS.meta.csv": META, "data-guidance/data-guidance.txt": b"x"}
    path = tmp_path / "release.zip"
    path.write_bytes(zip_of(parts))
    (reading,) = loaders.read_all([path])
    assert figures(reading) == EXPECTED
    (file,) = unpacked("release.zip", path.read_bytes())
    assert (file.name, file.meta) == (f"release.zip/{folder}carers.csv", META)


def test_two_files_of_one_upload():
    given = {"a": File("carers.csv", DATA), "b": File("Carers.meta.csv", META), "c": File("other.csv", DATA)}
    assert with_meta(given) == {"a": File("carers.csv", DATA, META), "c": File("other.csv", DATA)}


def test_alone_it_says_what_it_is(tmp_path: Path):
    assert with_meta({"a": File("carers.meta.csv", META)}) == {"a": File("carers.meta.csv", META)}
    reading = loaders.read(META, name="carers.meta.csv")
    assert reading.refused is not None
    assert reading.refused.startswith("The file says what the columns of another file mean, carers.csv: it holds no")
    (tmp_path / "carers.meta.csv").write_bytes(META)
    assert [file.name for file in files([tmp_path / "carers.meta.csv"])] == [str(tmp_path / "carers.meta.csv")]


@pytest.mark.parametrize("meta", [b"", b"\xff\xfe\x00", b"a,b\n1,2\n", b"col_name\nmoves\n", b"col_name,col_type\n"])
def test_one_that_says_nothing_changes_nothing(meta: bytes):
    text = DATA.replace(b"moves", b"moved").replace(b"carers", b"children_count")
    assert figures(loaders.read(text, name="carers.csv", meta=meta)) == EXPECTED


def test_a_column_of_numbers_that_it_calls_a_filter_is_one_though_rows_differ_without():
    text = csv_of(rows_of("time_period|geographic_level|la_name|age|number\n2024|Local authority|Brent|16|7"))
    meta = b"col_name,col_type\nage,Filter\nnumber,Indicator\n"
    assert figures(loaders.read(text, name="ages.csv", meta=meta)) == [("16", 7.0)]
