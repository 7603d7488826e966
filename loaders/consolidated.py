"""The consolidated tables: every borough and year put together, as the metrics read them.

Later returns win over earlier ones, children carry who they are, and events carry where the child lived then.
One class a table, one line a column; `loaders.consolidate` makes them, `store.snapshot` keeps them.
"""

from typing import Final

import dataframely as dy

from loaders import labels
from loaders.tables import Indicators, Neighbours, Population, Providers, Published


class Who(dy.Schema):
    """Whose row it is. A row about a child who is not known (an incident without detail) has null `child`.

    `is_uasc` is as at the row's date or start: an unaccompanied asylum-seeking child then. `uasc_until` is the day on
    which that ceases, null while it lasts.

    `key` is the child's fixed number between 0 and 2^32, as good as drawn at random: what the releases change
    counts by (the cell-key method).
    """

    borough = dy.String(nullable=False)
    child = dy.String(nullable=True)
    key = dy.UInt32(nullable=False)
    sex = dy.Enum(labels.SEX, nullable=True)
    birth_month = dy.Date(nullable=True)
    ethnicity = dy.Enum(list(labels.ETHNICITY.values()), nullable=True)
    is_uasc = dy.Bool(nullable=False)
    uasc_until = dy.Date(nullable=True)


class Where(Who):
    """Where the child lived at the time of the row; null where the child was not looked after then."""

    legal_status = dy.Enum(list(labels.LEGAL_STATUS.values()), nullable=True)
    category_of_need = dy.Enum(list(labels.CATEGORY_OF_NEED.values()), nullable=True)
    placement_group = dy.Enum(labels.PLACEMENT_GROUPS, nullable=True)
    placement_type = dy.Enum(labels.PLACEMENT_TYPES, nullable=True)
    provider_sector = dy.Enum(labels.SECTORS, nullable=True)
    provider = dy.String(nullable=True)
    host_authority = dy.String(nullable=True)
    host_region = dy.String(nullable=True)
    distance_miles = dy.Float32(nullable=True)
    is_out_of_area = dy.Bool(nullable=True)
    sourcing = dy.Enum(labels.SOURCING, nullable=True)
    arrangement = dy.Enum(labels.ARRANGEMENT, nullable=True)
    distance_reason = dy.Enum(labels.DISTANCE_REASON, nullable=True)
    has_ehc_plan = dy.Bool(nullable=True)


class CareEpisodes(Where):
    """One spell of one child under one legal status in one placement, short breaks included and flagged.

    `care_started` is the start of the unbroken period of care, `placement_started` of the placement and
    `carer_started` of the time with the same carer. `is_care_older` and `is_carer_older`: it began before that day,
    in a return that is not on record. `opens_care` and `closes_care` mark the episodes with which a child started and
    ceased to be looked after, `opens_placement` the first of a placement.
    """

    started = dy.Date(nullable=False)
    ended = dy.Date(nullable=True)
    care_started = dy.Date(nullable=False)
    placement_started = dy.Date(nullable=False)
    carer_started = dy.Date(nullable=False)
    is_care_older = dy.Bool(nullable=False)
    is_carer_older = dy.Bool(nullable=False)
    opens_care = dy.Bool(nullable=False)
    closes_care = dy.Bool(nullable=False)
    opens_placement = dy.Bool(nullable=False)
    is_short_break = dy.Bool(nullable=False)
    is_temporary = dy.Bool(nullable=False)
    is_cost_known = dy.Bool(nullable=False)
    urn = dy.String(nullable=True)
    urn_status = dy.Enum(labels.URN_STATUS, nullable=False)
    known_by = dy.Enum(labels.KNOWN_BY, nullable=False)
    reason_ended = dy.Enum(list(labels.REASON_ENDED.values()), nullable=True)
    reason_moved = dy.Enum(list(labels.REASON_MOVED.values()), nullable=True)
    home_postcode_sector = dy.String(nullable=True)
    placement_postcode_sector = dy.String(nullable=True)


class PricedPlacements(Where):
    """What one placement costs a week (GBP) from `started` until before `ended`, one row for each stretch of a price.

    A price has a stretch for each placement that the child lived in while it lasted, on days of care alone, and for
    each need level of the latest assessment by then. One of short breaks alone has an episode, but no placement.
    `is_of_leap_year`: an amount agreed by the month or year, in a return year of 366 days. `packages` is the part that
    pays for additional packages, where told apart; `provider_name` is the provider as the file writes it;
    `is_episode_known` is false of a price for which the child has no episode.
    """

    started = dy.Date(nullable=False)
    ended = dy.Date(nullable=True)
    weekly_cost = dy.Float64(nullable=False)
    social_care = dy.Float64(nullable=False)
    education = dy.Float64(nullable=False)
    health = dy.Float64(nullable=False)
    packages = dy.Float64(nullable=True)
    provider_name = dy.String(nullable=True)
    known_by = dy.Enum(labels.KNOWN_BY, nullable=False)
    is_episode_known = dy.Bool(nullable=False)
    is_of_leap_year = dy.Bool(nullable=False)
    need_score = dy.Int16(nullable=True)
    need_level = dy.Enum(labels.NEED_LEVELS, nullable=False)


class Assessments(Where):
    """One needs assessment: its weighted total, and the total of the child's first and previous one."""

    date = dy.Date(nullable=False)
    need_score = dy.Int16(nullable=False)
    need_level = dy.Enum(labels.NEED_LEVELS, nullable=False)
    first_score = dy.Int16(nullable=False)
    first_assessed = dy.Date(nullable=False)
    next_assessed = dy.Date(nullable=True)


class IndicatorScores(Where):
    """One indicator of one assessment; in force from `date` until before `next_assessed`."""

    date = dy.Date(nullable=False)
    next_assessed = dy.Date(nullable=True)
    need_level = dy.Enum(labels.NEED_LEVELS, nullable=False)
    indicator = dy.Enum(labels.INDICATORS, nullable=False)
    domain = dy.Enum(labels.DOMAINS, nullable=False)
    score = dy.Int8(nullable=False)
    first_score = dy.Int8(nullable=False)


class MissingIncidents(Where):
    """One local missing-from-home incident, by cohort."""

    date = dy.Date(nullable=False)
    hour = dy.Int8(nullable=True)
    cohort = dy.Enum(labels.COHORTS, nullable=False)
    need_level = dy.Enum(labels.NEED_LEVELS, nullable=False)


class MissingReturns(Where):
    """One SSDA903 missing or away incident; `is_in_care` where the child was looked after on a day of it."""

    date = dy.Date(nullable=False)
    ended = dy.Date(nullable=True)
    is_missing = dy.Bool(nullable=False)
    is_away = dy.Bool(nullable=False)
    is_in_care = dy.Bool(nullable=False)
    need_level = dy.Enum(labels.NEED_LEVELS, nullable=False)


class Strengths(Where):
    """One strengths and difficulties score, dated 31 March of its return year (or the extract's date).

    `is_year_in_care` is null where the returns on record cannot say.
    """

    date = dy.Date(nullable=False)
    sdq_score = dy.Int8(nullable=False)
    sdq_band = dy.Enum(labels.SDQ_BANDS, nullable=False)
    is_year_in_care = dy.Bool(nullable=True)
    need_level = dy.Enum(labels.NEED_LEVELS, nullable=False)


class Services(dy.Schema):
    """Commissioned services and their annual price (GBP); `provider_name` is the provider as the file writes it."""

    borough = dy.String(nullable=False)
    service = dy.String(nullable=False)
    provider = dy.String(nullable=False)
    provider_name = dy.String(nullable=False)
    category = dy.String(nullable=False)
    started = dy.Date(nullable=False)
    ended = dy.Date(nullable=True)
    annual_price = dy.Float64(nullable=False)


class Loaded(dy.Schema):
    """What is loaded: one row a borough, source and return year; `as_at` is the last day it speaks of."""

    borough = dy.String(nullable=False)
    source = dy.String(nullable=False)
    file = dy.String(nullable=True)
    return_year = dy.Int16(nullable=True)
    as_at = dy.Date(nullable=True)
    rows = dy.Int64(nullable=False)
    set_aside = dy.Int64(nullable=False)
    loaded_at = dy.Datetime(nullable=False)


class Repairs(dy.Schema):
    """A row that consolidation changed or left out, and by which repair; `row` is its number in the file."""

    borough = dy.String(nullable=False)
    source = dy.String(nullable=False)
    return_year = dy.Int16(nullable=False)
    row = dy.Int32(nullable=True)
    code = dy.String(nullable=False)


class Breaches(dy.Schema):
    """A row that breaks one of the DfE's rules across rows and tables, by `loaders.rules.RULES`' code."""

    borough = dy.String(nullable=False)
    source = dy.String(nullable=False)
    return_year = dy.Int16(nullable=False)
    row = dy.Int32(nullable=True)
    code = dy.String(nullable=False)


CONSOLIDATED: Final[dict[str, type[dy.Schema]]] = {
    "episodes": CareEpisodes,
    "costs": PricedPlacements,
    "assessments": Assessments,
    "needs": IndicatorScores,
    "incidents": MissingIncidents,
    "missing": MissingReturns,
    "strengths": Strengths,
    "services": Services,
    "providers": Providers,
    "population": Population,
    "published": Published,
    "neighbours": Neighbours,
    "indicators": Indicators,
    "repairs": Repairs,
    "breaches": Breaches,
    "loaded": Loaded,
}
