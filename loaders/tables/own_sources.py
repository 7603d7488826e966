"""The sources of ours: costs, needs, incidents, contracts, the register of providers."""

import dataframely as dy

from loaders import labels
from loaders.tables.base import Handed, OfChild


class Costs(OfChild):
    """Placement cost pro forma: what one placement costs a week (GBP), and who pays, from a date to a date.

    `packages` is the part of `weekly_cost` that pays for additional packages; null where it is not told apart.
    `is_by_year` is true of an amount that was agreed by the month or the year.
    """

    started = dy.Date(nullable=False)
    ended = dy.Date(nullable=True)
    provider_name = dy.String(nullable=True)
    urn = dy.String(nullable=True)
    provision = dy.String(nullable=True)
    weekly_cost = dy.Float64(nullable=False, min=0)
    social_care = dy.Float64(nullable=False)
    education = dy.Float64(nullable=False)
    health = dy.Float64(nullable=False)
    packages = dy.Float64(nullable=True)
    sourcing = dy.Enum(labels.SOURCING, nullable=False)
    arrangement = dy.Enum(labels.ARRANGEMENT, nullable=False)
    distance_reason = dy.Enum(labels.DISTANCE_REASON, nullable=False)
    includes_packages = dy.Bool(nullable=True)
    is_solo = dy.Bool(nullable=True)
    is_deprived_of_liberty = dy.Bool(nullable=True)
    has_ehc_plan = dy.Bool(nullable=True)
    is_by_year = dy.Bool(nullable=True)


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
    """Provider register: one setting or agency a row, by Ofsted URN.

    A setting that has closed stays, so that past placements find their provider. `listed` is the day that the
    release speaks of, where its file's name says so.
    """

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
    registration = dy.Enum(labels.REGISTRATION, nullable=True)
    closed = dy.Date(nullable=True)
    listed = dy.Date(nullable=True)
