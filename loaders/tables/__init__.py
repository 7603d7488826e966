"""The clean tables: what each source becomes, before boroughs and years are put together.

One class a table, one line a column. Every table that a borough uploads carries `borough` (its name as the
DfE writes it) and `return_year` (the year that ends on 31 March). Validation, empty frames, stored files and
test samples all come from here.
"""

from typing import Final

import dataframely as dy

from loaders.tables.own_sources import Contracts, Costs, Incidents, Needs, Providers
from loaders.tables.published import Indicators, Neighbours, Population, Published
from loaders.tables.ssda903 import (
    Adoptions,
    AdoptivePlacements,
    Asylum,
    CareLeavers,
    Children,
    DeprivationsOfLiberty,
    EarlierPermanence,
    Episodes,
    Missing,
    Reviews,
    SocialWorkers,
    Wellbeing,
)

__all__ = [
    "CLEAN",
    "Adoptions",
    "AdoptivePlacements",
    "Asylum",
    "CareLeavers",
    "Children",
    "Contracts",
    "Costs",
    "DeprivationsOfLiberty",
    "EarlierPermanence",
    "Episodes",
    "Incidents",
    "Indicators",
    "Missing",
    "Needs",
    "Neighbours",
    "Population",
    "Providers",
    "Published",
    "Reviews",
    "SocialWorkers",
    "Wellbeing",
]

CLEAN: Final[dict[str, type[dy.Schema]]] = {
    "children": Children,
    "episodes": Episodes,
    "missing": Missing,
    "asylum": Asylum,
    "wellbeing": Wellbeing,
    "reviews": Reviews,
    "costs": Costs,
    "needs": Needs,
    "incidents": Incidents,
    "contracts": Contracts,
    "providers": Providers,
    "population": Population,
    "published": Published,
    "neighbours": Neighbours,
    "indicators": Indicators,
    "adoptions": Adoptions,
    "adoptive_placements": AdoptivePlacements,
    "care_leavers": CareLeavers,
    "earlier_permanence": EarlierPermanence,
    "social_workers": SocialWorkers,
    "deprivations_of_liberty": DeprivationsOfLiberty,
}
