"""How many children live with a provider that Ofsted does not register?"""

from tests.metrics.asked import figures, same
from tests.metrics.placement_mix.urns import EPISODES


def test_it_is_counted_apart_from_the_others():
    same(figures("urn_not_ofsted", episodes=EPISODES), "numerator | denominator\n2 | 8")
