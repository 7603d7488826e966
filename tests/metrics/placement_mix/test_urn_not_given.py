"""How many children live with a provider whose number nobody gave?"""

from tests.metrics.asked import figures, same
from tests.metrics.placement_mix.urns import EPISODES


def test_it_is_counted_apart_from_the_others():
    same(figures("urn_not_given", episodes=EPISODES), "numerator | denominator\n1 | 8")
