"""The register of providers and settings: our own simple layout, and Ofsted's as authorities receive it.

Ofsted's headings drift from one release to the next; each column lists the headings it has had.
"""

from typing import Final

import polars as pl

from loaders import kinds, labels
from loaders.source import Column, Source

SECTOR: Final = kinds.code(
    {label: label for label in labels.SECTORS},
    also={
        "local authority": "Own provision",
        "health authority": "Other public",
        "public": "Other public",
        "voluntary organisation": "Voluntary",
        "third sector": "Voluntary",
        "charity": "Voluntary",
        "in-house": "Own provision",
    },
)
"""Ofsted's "local authority" is a setting that an authority runs itself: the own provision of that authority."""
JUDGEMENT: Final = kinds.listed(
    labels.JUDGEMENTS,
    also={
        "requires improvement to be good": "Requires improvement",
        "ri": "Requires improvement",
        "not judged": "Not yet inspected",
    },
)

_URN: Final = Column("URN", "urn", kinds.urn, "Ofsted's unique reference number", "SC012345", required=True)
_SETTING: Final = ("Setting name", "Provider name", "Establishment")
_AUTHORITY: Final = ("Local authority", "Setting local authority", "Provider local authority")
_PLACES: Final = ("Number of registered places", "Max users", "Places", "Capacity")
_INSPECTED: Final = ("Date of last full inspection", "Full inspection start date", "Last full inspection")

_FILLED: Final = {
    "sector": pl.col("sector").fill_null(labels.SECTOR_NOT_REPORTED),
    "judgement": pl.col("judgement").fill_null("Not yet inspected"),
}

PROVIDERS: Final = Source(
    slug="providers",
    title="Provider register",
    about="One row a setting or agency, by Ofsted URN: who runs it, where, and how it was last judged.",
    table="providers",
    columns=(
        _URN,
        Column("Setting", "setting", kinds.text, "Name of the home, agency or service", "The Laurels", required=True),
        Column("Provider", "provider", kinds.text, "Organisation that runs it", "Bright Homes Ltd", required=True),
        Column("Owner", "owner_group", kinds.text, "Group that owns the organisation", "Bright Group", optional=True),
        Column("Provision type", "provision", kinds.text, "What it provides", "Children's home"),
        Column("Sector", "sector", SECTOR, "Private, voluntary or public", "Private"),
        Column("Local authority", "authority", kinds.text, "Authority it lies in", "Ealing", optional=True),
        Column("Region", "region", kinds.text, "Region it lies in", "London", optional=True),
        Column("Overall effectiveness", "judgement", JUDGEMENT, "Ofsted's last full judgement", "Good"),
        Column(
            "Last full inspection", "inspected", kinds.date, "Day of it", "12/03/2024", optional=True, also=_INSPECTED
        ),
        Column(
            "Registered",
            "registered",
            kinds.date,
            "Day of registration",
            "01/02/2015",
            optional=True,
            also=("Registration date",),
        ),
        Column("Places", "places", kinds.whole(), "Children it may look after", "4", optional=True, also=_PLACES),
    ),
    key=("urn",),
    derive=_FILLED,
    dashes_are_blank=True,
    of_borough=False,
)

OFSTED: Final = Source(
    slug="providers",
    title="Ofsted register",
    about="Ofsted's list of settings as authorities receive it; contact details and addresses are not kept.",
    table="providers",
    columns=(
        _URN,
        Column(
            "Provider name", "setting", kinds.text, "Name of the setting", "The Laurels", required=True, also=_SETTING
        ),
        Column("Owner name", "provider", kinds.text, "Organisation that runs it", "Bright Homes Ltd"),
        Column("Provider type", "provision", kinds.text, "What it provides", "Children's home"),
        Column("Sector", "sector", SECTOR, "Private, voluntary or public", "Private"),
        Column("Registration date", "registered", kinds.date, "Day of registration", "01/02/2015"),
        Column(
            "top_company", "owner_group", kinds.text, "Group that owns the organisation", "Bright Group", optional=True
        ),
        Column(
            "Local authority",
            "authority",
            kinds.text,
            "Authority it lies in",
            "Ealing",
            optional=True,
            also=_AUTHORITY[1:],
        ),
        Column("Region", "region", kinds.text, "Region it lies in", "London", optional=True),
        Column("Overall effectiveness", "judgement", JUDGEMENT, "Ofsted's last full judgement", "Good", optional=True),
        Column(
            "Date of last full inspection",
            "inspected",
            kinds.date,
            "Day of it",
            "12/03/2024",
            optional=True,
            also=_INSPECTED,
        ),
        Column(
            "Number of registered places",
            "places",
            kinds.whole(),
            "Children it may look after",
            "4",
            optional=True,
            also=_PLACES,
        ),
    ),
    key=("urn",),
    derive=_FILLED | {"provider": pl.coalesce("provider", "setting")},
    dashes_are_blank=True,
    of_borough=False,
)
