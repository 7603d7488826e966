"""The pool's postcodes are real: each lies where the ONS Postcode Directory has it."""

from sample_data import pool
from tests.sample_data import raw


def test_postcodes_lie_in_their_authority():
    directory = {f"{c[:-3].strip()} {c[-3:]}": (area, e, n) for letter in "HU" for c, area, e, n in pool.read(letter)}
    known = {postcode: where for postcode, where in raw.postcodes().items() if postcode[0] in "HU" and " " in postcode}
    assert len(known) > 50
    assert {postcode: directory.get(postcode) for postcode in known} == known
