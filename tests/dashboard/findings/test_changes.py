"""What changed: the most unusual first, one sentence for boroughs that move as the consortium does, no change said."""

from datetime import date

from dashboard.data.compared import Figure
from dashboard.data.headlines import Month
from dashboard.findings.changes import changes
from dashboard.findings.evidence import Evidence
from dashboard.findings.variation import variation
from metrics import METRICS

OUTSIDE, MISSING, HOMES, STABLE = (
    METRICS[slug]
    for slug in ("outside_borough", "missing_share", "secure_and_childrens_homes", "three_or_more_placements")
)


def evidence(who: str, before: float | None, now: float | None, half: float = 1.0) -> Evidence:
    """A borough whose figure went evenly from the year before's to now's."""
    values = [before if at < 12 else now for at in range(13)]
    run = [(_month(at), _figure(who, value, half)) for at, value in enumerate(values)]
    return Evidence(who, run, run[-1][1], _figure("a year before", before, half))


def _month(at: int) -> date:
    return date(2025 + (8 + at) // 12, (8 + at) % 12 + 1, 1)


def _figure(who: str, value: float | None, half: float) -> Figure:
    if value is None:
        return Figure(who, None, None, None, None, "[c]")
    return Figure(who, value, value - half, value + half, 296.0, None)


def level(who: str, value: float | None) -> Evidence:
    return evidence(who, value, value)


def words(known: dict[str, list[Evidence]], *cards: str) -> list[str]:
    return [change.words for change in changes([METRICS[slug] for slug in cards], known)]


def test_a_change_beyond_both_intervals_is_claimed_with_its_judgement():
    known = {"missing_share": [evidence("Brent", 17, 13), level("Consortium", 15)]}
    assert words(known, "missing_share") == [
        "**Brent**, children looked after who went missing: 13%, down from 17% a year before, which is better."
    ]


def test_boroughs_that_move_alike_stand_in_the_consortiums_sentence():
    known = {"missing_share": [evidence("Brent", 17, 13), evidence("Ealing", 10, 12), evidence("Consortium", 16, 13)]}
    assert words(known, "missing_share") == [
        "**Consortium**, children looked after who went missing: 13%, down from 16% a year before, which is better."
        " Likewise in Brent.",
        "**Ealing**, children looked after who went missing: 12%, up from 10% a year before, which is worse.",
    ]


def test_where_little_changed_that_is_said():
    known = {slug: [level("Consortium", 20)] for slug in ("missing_share", "three_or_more_placements")}
    assert words(known, "missing_share", "three_or_more_placements") == [
        f"**Consortium**, {name}: 20%, no change beyond usual variation (20% a year before)."
        for name in ("children looked after who went missing", "three or more placements in the year")
    ]


def test_nothing_is_said_of_what_is_hidden():
    found = changes([MISSING], {"missing_share": [level("Consortium", None)]})
    assert found == []


def test_at_most_six_sentences_the_most_unusual_first():
    cards = [OUTSIDE, MISSING, HOMES, STABLE]
    known = {card.slug: [evidence("Brent", 20, 24), evidence("Ealing", 20, 30)] for card in cards}
    found = changes(cards, known)
    assert len(found) == 6
    assert [change.who for change in found[:4]] == ["Ealing"] * 4


def test_where_nothing_changed_three_sentences_say_so():
    cards = [OUTSIDE, MISSING, HOMES, STABLE]
    known = {card.slug: [level("Consortium", 20)] for card in cards}
    found = changes(cards, known)
    assert [change.slug for change in found] == [OUTSIDE.slug, MISSING.slug, HOMES.slug]


def test_a_signal_that_is_older_than_a_year_is_no_news():
    old: list[Month] = [(_month(at), _figure("Brent", 20.0 if at < 4 else 30.0 + at % 2, 1.0)) for at in range(20)]
    assert variation(OUTSIDE, old).way == 1
    found = changes([OUTSIDE], {"outside_borough": [Evidence("Brent", old, old[-1][1], old[-13][1])]})
    assert [change.way for change in found] == [0]
