"""Areas go by the DfE's names, however a publication writes them."""

import pytest

from loaders.published.areas import name_of


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Bedford Borough", "Bedford"),
        ("Bristol", "Bristol, City of"),
        ("Durham", "County Durham"),
        ("Herefordshire", "Herefordshire, County of"),
        ("Kingston Upon Hull, City of", "Kingston upon Hull, City of"),
        ("St Helens", "St. Helens"),
        ("Hammersmith & Fulham", "Hammersmith and Fulham"),
        ("Yorkshire and the Humber", "Yorkshire and The Humber"),
        ("London (Outer)", "Outer London"),
        ("LONDON", "London"),
        ("england", "England"),
        ("Poole (Pre LG)", "Poole (Pre LG)"),
        ("Cumbria", "Cumbria"),
        ("Somewhere else", "Somewhere else"),
        ("304", "304"),
    ],
)
def test_a_name_is_brought_to_the_dfes_or_kept_as_given(written: str, name: str):
    assert name_of(written) == name
