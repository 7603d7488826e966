"""A short run of what `make fuzz` does at length."""

from tests.loaders.fuzz.run import run

INPUTS = 600


def test_no_damage_makes_reading_fail_or_lose_a_row():
    account = run(range(INPUTS))
    assert account.inputs == INPUTS
    assert account.read > INPUTS // 4
    assert account.faults == []
