"""The clean tables: what each source becomes, before boroughs and years are put together.

One class a table, one line a column. Every table that a borough hands in carries `borough` (its name as the
DfE writes it) and `return_year` (the year that ends on 31 March). Validation, empty frames, stored files and
test samples all come from here.
"""

from typing import Final

import dataframely as dy

from loaders import labels


class Handed(dy.Schema):
    """What every row of a borough's return carries."""

    borough = dy.String(nullable=False)
    return_year = dy.Int16(nullable=False)


class OfChild(Handed):
    """A row about one child; `child` is the borough's own identifier with the borough's code before it."""

    child = dy.String(nullable=False)


class Children(OfChild):
    """SSDA903 header: who the child is, cut to what the figures need."""

    sex = dy.Enum(labels.SEX, nullable=False)
    birth_month = dy.Date(nullable=False)
    ethnicity = dy.Enum(list(labels.ETHNICITY.values()), nullable=True)


class Episodes(OfChild):
    """SSDA903 episodes: one spell under one legal status in one placement. Open while `ended` is null."""

    started = dy.Date(nullable=False)
    ended = dy.Date(nullable=True)
    reason_started = dy.Enum(list(labels.REASON_STARTED.values()), nullable=False)
    reason_ended = dy.Enum(list(labels.REASON_ENDED.values()), nullable=True)
    reason_moved = dy.Enum(list(labels.REASON_MOVED.values()), nullable=True)
    legal_status = dy.Enum(list(labels.LEGAL_STATUS.values()), nullable=False)
    category_of_need = dy.Enum(list(labels.CATEGORY_OF_NEED.values()), nullable=False)
    placement_group = dy.Enum(labels.PLACEMENT_GROUPS, nullable=False)
    placement_type = dy.Enum(labels.PLACEMENT_TYPES, nullable=False)
    provider_sector = dy.Enum(labels.SECTORS, nullable=False)
    urn = dy.String(nullable=True)
    home_postcode_sector = dy.String(nullable=True)
    placement_postcode_sector = dy.String(nullable=True)
    host_authority = dy.String(nullable=True)
    host_region = dy.String(nullable=True)
    distance_miles = dy.Float32(nullable=True)
    is_out_of_area = dy.Bool(nullable=True)
    is_short_break = dy.Bool(nullable=False)
    is_adoption_by_carer = dy.Bool(nullable=False)


class Missing(OfChild):
    """SSDA903 missing: an incident of a child looked after. Missing (whereabouts unknown) or away."""

    started = dy.Date(nullable=False)
    ended = dy.Date(nullable=True)
    is_missing = dy.Bool(nullable=False)
    is_away = dy.Bool(nullable=False)


class Asylum(OfChild):
    """SSDA903 UASC: an unaccompanied asylum-seeking child, until `ceased`."""

    ceased = dy.Date(nullable=True)


class Wellbeing(OfChild):
    """SSDA903 OC2, cut to the strengths and difficulties score (0 to 40); null when none was made."""

    sdq_score = dy.Int8(nullable=True, min=0, max=40)


class Reviews(OfChild):
    """SSDA903 reviews: the date of each and whether the child took part."""

    reviewed = dy.Date(nullable=False)
    took_part = dy.Bool(nullable=True)


class Costs(OfChild):
    """Placement cost pro forma: what one placement costs a week (GBP), and who pays, from a date to a date."""

    started = dy.Date(nullable=False)
    ended = dy.Date(nullable=True)
    provider_name = dy.String(nullable=True)
    urn = dy.String(nullable=True)
    provision = dy.String(nullable=True)
    weekly_cost = dy.Float64(nullable=False, min=0)
    social_care = dy.Float64(nullable=False)
    education = dy.Float64(nullable=False)
    health = dy.Float64(nullable=False)
    sourcing = dy.Enum(labels.SOURCING, nullable=False)
    arrangement = dy.Enum(labels.ARRANGEMENT, nullable=False)
    distance_reason = dy.Enum(labels.DISTANCE_REASON, nullable=False)
    includes_packages = dy.Bool(nullable=True)
    is_solo = dy.Bool(nullable=True)
    is_deprived_of_liberty = dy.Bool(nullable=True)
    has_ehc_plan = dy.Bool(nullable=True)


class Needs(OfChild):
    """Needs assessments: one indicator of one assessment a row; score 0 none, 1 some, 2 high, 3 very high."""

    assessed = dy.Date(nullable=False)
    indicator = dy.Enum(labels.INDICATORS, nullable=False)
    domain = dy.Enum(labels.DOMAINS, nullable=False)
    score = dy.Int8(nullable=False, min=0, max=3)


class Incidents(Handed):
    """Missing-from-home incidents, any child; `child` is null where no detail was recorded."""

    child = dy.String(nullable=True)
    cohort = dy.Enum(labels.COHORTS, nullable=False)
    started = dy.Date(nullable=False)
    hour = dy.Int8(nullable=True, min=0, max=23)
    ended = dy.Date(nullable=True)
    sex = dy.Enum(labels.SEX, nullable=True)
    birth_month = dy.Date(nullable=True)


class Contracts(Handed):
    """Commissioned services and what they cost a year (GBP), for instance a missing-from-home service."""

    service = dy.String(nullable=False)
    provider_name = dy.String(nullable=False)
    category = dy.String(nullable=False)
    started = dy.Date(nullable=False)
    ended = dy.Date(nullable=True)
    annual_price = dy.Float64(nullable=False, min=0)


class Providers(dy.Schema):
    """Provider register: one setting or agency a row, by Ofsted URN."""

    urn = dy.String(nullable=False, primary_key=True)
    setting = dy.String(nullable=False)
    provider = dy.String(nullable=False)
    owner_group = dy.String(nullable=True)
    provision = dy.String(nullable=True)
    sector = dy.Enum(labels.SECTORS, nullable=False)
    authority = dy.String(nullable=True)
    region = dy.String(nullable=True)
    judgement = dy.Enum(labels.JUDGEMENTS, nullable=False)
    inspected = dy.Date(nullable=True)
    registered = dy.Date(nullable=True)
    places = dy.Int32(nullable=True)


class Population(dy.Schema):
    """Children aged 0 to 17 by authority and mid-year (ONS)."""

    authority = dy.String(nullable=False, primary_key=True)
    mid_year = dy.Int16(nullable=False, primary_key=True)
    children = dy.Int64(nullable=False, min=0)


class Published(dy.Schema):
    """A published figure: who, what, when, the number, or the symbol that stands for it."""

    authority = dy.String(nullable=False)
    measure = dy.String(nullable=False)
    period = dy.String(nullable=False)
    value = dy.Float64(nullable=True)
    symbol = dy.String(nullable=True)
    note = dy.String(nullable=True)
    publication = dy.String(nullable=False)


class Adoptions(OfChild):
    """SSDA903 AD1: the dates of the decision and the match."""

    decided = dy.Date(nullable=True)
    matched = dy.Date(nullable=True)
    by_foster_carer = dy.Bool(nullable=True)


class AdoptivePlacements(OfChild):
    """SSDA903 placed for adoption: when placed and, where it broke down, when it ceased."""

    placed = dy.Date(nullable=True)
    ceased = dy.Date(nullable=True)


class CareLeavers(OfChild):
    """SSDA903 OC3: whether the authority is in touch with the care leaver."""

    is_in_touch = dy.Bool(nullable=True)


class EarlierPermanence(OfChild):
    """SSDA903 previous permanence: whether the child had left care before for a permanent home."""

    had_permanence = dy.Bool(nullable=False)


class SocialWorkers(OfChild):
    """SSDA903 social worker episodes; the worker's own identifier is replaced by its order for the child."""

    worker = dy.Int16(nullable=False)
    started = dy.Date(nullable=False)
    ended = dy.Date(nullable=True)


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
    "adoptions": Adoptions,
    "adoptive_placements": AdoptivePlacements,
    "care_leavers": CareLeavers,
    "earlier_permanence": EarlierPermanence,
    "social_workers": SocialWorkers,
}
