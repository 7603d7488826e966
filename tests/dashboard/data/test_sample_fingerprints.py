"""Fictional data is known by its content, whoever loaded it and whatever it is called."""

from hashlib import sha256
from pathlib import Path

from dashboard.data.sample_fingerprints import SAMPLE, of_sample


def fingerprint(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def test_every_return_of_the_sample_is_known():
    assert {fingerprint(file) for file in SAMPLE.glob("*/*/episodes.csv")} <= of_sample()


def test_published_population_is_not_fictional():
    assert fingerprint(SAMPLE / "population.csv") not in of_sample()


def test_headings_without_rows_may_be_anybodys():
    empty = sha256(b"CHILD,SEX,DOB,DUC\n").hexdigest()
    assert empty not in of_sample()
