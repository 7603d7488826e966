"""What changed, in sentences: each opens its page with the filters that show it; then what moved it."""

from collections.abc import Mapping, Sequence
from typing import Final

from dashboard.data.headlines import HEADLINES, Headline
from dashboard.faults import in_words, tried_each
from dashboard.figure import Changes, Sentence, figure_part
from dashboard.filters.selection import Selection
from dashboard.insights.changes import Change, changes, unchanged
from dashboard.insights.evidence import Evidence, evidence
from dashboard.insights.narrative import more, told
from dashboard.markdown import STRESS

ABOUT: Final = "against the same a year before, and claimed only where chance is an unlikely reason."

Known = Mapping[Headline, Sequence[Evidence]]


@figure_part("What changed", is_wide=True)
def what_changed(selection: Selection) -> Changes:
    """Say what changed in the headline measures, the most unusual first, and of which nothing is claimed."""
    names = {headline: _name(headline) for headline in HEADLINES}
    known, faults = tried_each(names, lambda headline: evidence(headline.slug, selection))
    found = changes([each.metric for each in known], {each.slug: rows for each, rows in known.items()})
    return Changes(
        sentences=[_sentence(change, selection, known) for change in found],
        others=_others(found, selection, known),
        title="What changed",
        caption=f"{selection.name}: {ABOUT}",
        faults=faults,
    )


def _name(headline: Headline) -> str:
    title = headline.metric.title
    return f"What changed in {title[:1].lower()}{title[1:]}"


def _sentence(change: Change, selection: Selection, known: Known) -> Sentence:
    headline = next(each for each in known if each.slug == change.slug)
    borough = {"borough": change.who} if change.who in selection.boroughs else {}
    return Sentence(
        words=change.words,
        way=change.way,
        opens=(headline.page, borough | headline.chooses),
        rest=_rest(change, headline, selection, known),
    )


def _rest(change: Change, headline: Headline, selection: Selection, known: Known) -> str:
    """What follows a sentence about the focus or the consortium; a borough's own opens its own view."""
    if change.who != selection.name:
        return ""
    return in_words("What moved it", lambda: " ".join(more(headline, selection, known[headline])))


def _others(found: Sequence[Change], selection: Selection, known: Known) -> dict[str, list[Sentence]]:
    """The measures of which nothing is claimed: that nothing changed, or that it is not judged, and why."""
    claimed = {change.slug for change in found if change.who == selection.name}
    left = [headline for headline in known if known[headline] and headline.slug not in claimed]
    still = [headline for headline in left if unchanged(headline.metric, known[headline])]
    groups = {
        "No clear change in a year": still,
        "Not shown or not judged": [each for each in left if each not in still],
    }
    said = {change.words.replace(STRESS, "") for change in found}
    return {
        f"{name}: {'; '.join(each.metric.title for each in headlines)}": [
            _calm(headline, selection, known, said) for headline in headlines
        ]
        for name, headlines in groups.items()
        if headlines
    }


def _calm(headline: Headline, selection: Selection, known: Known, said: set[str]) -> Sentence:
    """What is said of a measure of which nothing is claimed, without what is said above already."""

    def words() -> str:
        sentences = told(headline, selection, known[headline])
        return " ".join(sentence for sentence in sentences if sentence not in said)

    return Sentence(words=in_words(_name(headline), words), way=0, opens=(headline.page, headline.chooses))
