"""What others publish: population, figures, neighbours, and what the measures mean."""

import dataframely as dy

from loaders import labels


class Population(dy.Schema):
    """Children aged 0 to 17 by authority and mid-year (ONS)."""

    authority = dy.String(nullable=False, primary_key=True)
    mid_year = dy.Int16(nullable=False, primary_key=True)
    children = dy.Int64(nullable=False, min=0)


class Published(dy.Schema):
    """A published figure: who, what, when, the number, or the symbol that stands for it.

    `level` says what `authority` is (an authority, a region, England), where the publication says it. `breakdown`
    is the part of the measure, as "Placement: Foster placements"; null for the whole.
    """

    authority = dy.String(nullable=False)
    level = dy.Enum(labels.LEVELS, nullable=True)
    measure = dy.String(nullable=False)
    breakdown = dy.String(nullable=True)
    period = dy.String(nullable=False)
    value = dy.Float64(nullable=True)
    symbol = dy.String(nullable=True)
    note = dy.String(nullable=True)
    publication = dy.String(nullable=False)


class Neighbours(dy.Schema):
    """Statistical neighbours (DfE): the ten authorities most like each one, the nearest first."""

    authority = dy.String(nullable=False, primary_key=True)
    place = dy.Int8(nullable=False, primary_key=True)
    neighbour = dy.String(nullable=False)
    closeness = dy.String(nullable=True)


class Indicators(dy.Schema):
    """What a published measure means (the Local Authority Interactive Tool's dictionary)."""

    measure = dy.String(nullable=False, primary_key=True)
    title = dy.String(nullable=False)
    topic = dy.String(nullable=True)
    polarity = dy.String(nullable=True)
    description = dy.String(nullable=True)
    methodology = dy.String(nullable=True)
    source = dy.String(nullable=True)
    decimals = dy.Int8(nullable=True)
