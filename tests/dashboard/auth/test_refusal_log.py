"""Refusals: the first of a kind is a line at once, the rest a number each hour."""

from dashboard.auth.refusal_log import HOUR, Refusals

NOBODY = ("nobody", "refused", (("why", "not signed in"),))
ANN = ("ann@brent.example", "refused", (("why", "a file of somebody else"),))


def test_two_thousand_are_one_line_now_and_one_line_later():
    seen = Refusals()
    assert [seen.count(NOBODY, now=float(second)) for second in range(2000)] == [1, *[0] * 1999]
    assert seen.overdue(now=2000.0) == []
    assert seen.overdue(now=HOUR) == [(NOBODY, 1999)]
    assert seen.overdue(now=HOUR * 3) == []


def test_kinds_are_told_apart():
    seen = Refusals()
    assert [seen.count(kind, now=0.0) for kind in (NOBODY, ANN, NOBODY)] == [1, 1, 0]


def test_the_next_after_an_hour_is_told_with_those_before_it():
    seen = Refusals()
    seen.count(NOBODY, now=0.0)
    seen.count(NOBODY, now=1.0)
    assert seen.count(NOBODY, now=HOUR) == 2


def test_what_is_long_past_is_forgotten():
    seen = Refusals()
    seen.count(ANN, now=0.0)
    seen.overdue(now=HOUR + 1)
    assert seen.last == {}
