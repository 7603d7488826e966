"""The SSDA903 return, table by table, cut to what the figures need."""

import dataframely as dy

from loaders import labels
from loaders.tables.base import OfChild


class Children(OfChild):
    """SSDA903 header: who the child is, cut to what the figures need.

    `birth_month` is the first of the month, or 29 February of who was born on it.
    """

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
    placement_group = dy.Enum(list(labels.PLACEMENT_GROUP), nullable=False)
    placement_type = dy.Enum(list(labels.PLACEMENT_TYPE), nullable=False)
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


class DeprivationsOfLiberty(OfChild):
    """SSDA903 DoLo (2026-27 on): a deprivation of liberty order of the High Court, from a day until another."""

    started = dy.Date(nullable=False)
    ended = dy.Date(nullable=True)
