"""What changed: the consortium first, then boroughs, the clearest first; where nothing did, one calm sentence."""

from datetime import date

from dashboard.data.comparisons import Estimate
from dashboard.data.headlines import Month
from dashboard.insights.changes import changes
from dashboard.insights.evidence import Evidence
from dashboard.insights.variation import variation
from metrics import METRICS

OUTSIDE, MISSING, HOMES, STABLE, INCIDENTS = (
    METRICS[slug]
    for slug in (
        "outside_borough",
        "missing_share",
        "secure_and_childrens_homes",
        "three_or_more_placements",
        "incidents",
    )
)


def evidence(
    who: str, before: float | None, now: float | None, chance: float | None = 0.5, due_to: tuple[str, ...] = ()
) -> Evidence:
    """A borough whose figure went evenly from the year before's to now's; claimed where chance seldom gives as much."""
    values = [before if at < 12 else now for at in range(13)]
    run = [(_month(at), _figure(who, value)) for at, value in enumerate(values)]
    is_claimed = chance is not None and chance < 0.01 and now is not None and before is not None
    way = ((now or 0) > (before or 0)) - ((now or 0) < (before or 0)) if is_claimed else 0
    return Evidence(who, run, run[-1][1], _figure("a year before", before), way, chance, due_to)


def _month(at: int) -> date:
    return date(2025 + (8 + at) // 12, (8 + at) % 12 + 1, 1)


def _figure(who: str, value: float | None) -> Estimate:
    if value is None:
        return Estimate(who, None, None, None, None, "[c]")
    return Estimate(who, value, value - 1, value + 1, 296.0, None)


def level(who: str, value: float | None) -> Evidence:
    return evidence(who, value, value)


def words(known: dict[str, list[Evidence]], *cards: str) -> list[str]:
    return [change.words for change in changes([METRICS[slug] for slug in cards], known)]


def test_a_change_is_claimed_with_its_judgement_and_how_sure_it_is():
    known = {"missing_share": [evidence("Brent", 17, 13, 0.0001), level("Consortium", 15)]}
    assert words(known, "missing_share") == [
        "**Brent**, children looked after who went missing: 13%, clearly down from 17% a year before, which is better."
    ]
    known = {"missing_share": [evidence("Brent", 17, 13, 0.004), level("Consortium", 15)]}
    assert words(known, "missing_share") == [
        "**Brent**, children looked after who went missing: 13%, probably down from 17% a year before, which is better."
    ]


def test_boroughs_of_which_the_consortiums_change_holds_too_stand_in_its_sentence():
    known = {
        "missing_share": [
            evidence("Brent", 17, 13, 0.0001),
            evidence("Ealing", 10, 12, 0.002),
            evidence("Consortium", 16, 13, 0.0001),
        ]
    }
    assert words(known, "missing_share") == [
        "**Consortium**, children looked after who went missing: 13%, clearly down from 16% a year before, which is"
        " better. Seen in Brent alone, too.",
        "**Ealing**, children looked after who went missing: 12%, probably up from 10% a year before, which is worse.",
    ]


def test_where_every_borough_changed_that_is_said():
    boroughs = [evidence(name, 17, 13, 0.0001) for name in ("Brent", "Ealing", "Harrow")]
    known = {"missing_share": [*boroughs, evidence("Consortium", 16, 13, 0.0001)]}
    assert words(known, "missing_share")[0].endswith("which is better. So in all three boroughs.")


def test_the_one_borough_that_moved_the_consortium_is_named_in_its_place():
    known = {
        "weekly_cost": [
            evidence("Brent", 1500, 2250, 0.0001),
            evidence("Ealing", 1500, 1500),
            evidence("Consortium", 1500, 1600, 0.004, due_to=("Brent",)),
        ],
        "missing_share": [evidence("Ealing", 17, 13, 0.00001), level("Consortium", 15)],
    }
    assert words(known, "missing_share", "weekly_cost") == [
        "**Brent**, weekly cost: £2,250, clearly up from £1,500 a year before, which is worse."
        " The other boroughs together did not clearly change.",
        "**Ealing**, children looked after who went missing: 13%, clearly down from 17% a year before, which is"
        " better.",
    ]


def test_the_consortium_comes_first_however_clear_a_boroughs_change_is():
    known = {
        "outside_borough": [evidence("Brent", 20, 40, 1e-9), level("Consortium", 20)],
        "missing_share": [level("Brent", 20), evidence("Consortium", 20, 15, 0.004)],
    }
    assert [change.who for change in changes([OUTSIDE, MISSING], known)] == ["Consortium", "Brent"]


def test_what_no_borough_or_consortium_is_claimed_to_have_done_is_not_told():
    known = {"missing_share": [evidence("Brent", 17, 10, 0.03), level("Consortium", 15)]}
    assert words(known, "missing_share") == [
        "**Consortium**, children looked after who went missing: 15%, no clear change from 15% a year before."
    ]


def test_where_nothing_stands_out_one_calm_sentence_says_so():
    cards = [OUTSIDE, MISSING, HOMES, STABLE]
    known = {card.slug: [level("Consortium", 20)] for card in cards}
    assert words(known, *(card.slug for card in cards)) == [
        "**Consortium**: none of four measures has clearly changed in a year."
    ]


def test_nothing_is_said_of_what_is_hidden():
    found = changes([MISSING], {"missing_share": [level("Consortium", None)]})
    assert found == []


def test_at_most_six_sentences_the_clearest_first():
    cards = [OUTSIDE, MISSING, HOMES, STABLE]
    known = {card.slug: [evidence("Brent", 20, 24, 0.005), evidence("Ealing", 20, 30, 0.0001)] for card in cards}
    found = changes(cards, known)
    assert len(found) == 6
    assert [change.who for change in found[:4]] == ["Ealing"] * 4


def test_a_signal_that_is_older_than_a_year_is_no_news():
    old: list[Month] = [(_month(at), _figure("Brent", 20.0 if at < 4 else 30.0 + at % 2)) for at in range(20)]
    assert variation(INCIDENTS, old).way == 1
    found = changes([INCIDENTS], {"incidents": [Evidence("Brent", old, old[-1][1], old[-13][1])]})
    assert [change.way for change in found] == [0]
