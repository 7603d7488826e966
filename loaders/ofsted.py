"""Ofsted's register as authorities receive it and as Ofsted publishes it, in the layouts of its releases.

Contact details and addresses are not kept. A published list leaves out the names of children's homes; the
organisation's name then stands for the setting.
"""

from typing import Final

import polars as pl

from loaders import kinds
from loaders.areas import ANYWHERE
from loaders.provider_codes import JUDGEMENT, REGISTRATION, SECTOR
from loaders.providers import CHECKS, CLOSED, FILLED, INSPECTED, PLACES, STATUS, URN, listed, optional
from loaders.source import Check, Column, Handed, Source

REDACTED: Final = "REDACTED"
"""What Ofsted publishes in place of the name of a children's home."""
OWNER: Final = ("Organisation which owns the provider", "Organisation name")
JUDGED: Final = (
    "Overall effectiveness",
    "Overall experiences and progress of children and young people",
    "Latest overall effectiveness grade from last full inspection",
)
NAMES: Final = ("Provider name", "Setting name", "Establishment", "Name")
AUTHORITY: Final = ("Local authority", "Setting local authority", "Provider local authority")
REGION: Final = ("Region", "Government Office Region", "Ofsted region")

_named = pl.when(pl.col("setting").str.to_uppercase() != REDACTED).then("setting")


def _columns(*beside: Column) -> tuple[Column, ...]:
    return (
        URN,
        optional("setting", kinds.text, "Name of the setting", "The Laurels", *NAMES),
        Column("Owner name", "provider", kinds.text, "Organisation that runs it", "Bright Homes Ltd", also=OWNER),
        Column(
            "Provider type", "provision", kinds.text, "What it provides", "Children's home", also=("Provision type",)
        ),
        Column("Sector", "sector", SECTOR, "Private, voluntary or public", "Private"),
        Column("Registration date", "registered", kinds.date, "Day of registration", "01/02/2015"),
        optional("owner_group", kinds.text, "Group that owns the organisation", "Bright Group", "top_company"),
        optional("authority", ANYWHERE, "Authority it lies in", "Ealing", *AUTHORITY),
        optional("region", kinds.text, "Region it lies in", "London", *REGION),
        optional("judgement", JUDGEMENT, "Ofsted's last full judgement", "Good", *JUDGED),
        optional("inspected", kinds.date, "Day of it", "12/03/2024", *INSPECTED),
        optional("registration", REGISTRATION, "Where it stands with Ofsted", "Registered", *STATUS),
        optional("closed", kinds.date, "Day it closed; blank while it is open", "", *CLOSED),
        *beside,
    )


OFSTED: Final = Source(
    slug="providers",
    title="Ofsted register",
    about="Ofsted's list of settings as authorities receive it, or as published; without addresses.",
    table="providers",
    columns=_columns(optional("places", kinds.whole(), "Children it may look after", "4", *PLACES)),
    key=("urn",),
    complete=listed,
    derive=FILLED | {"setting": pl.coalesce(_named, "provider"), "provider": pl.coalesce("provider", _named)},
    checks=(
        *CHECKS,
        Check(
            "no-name",
            "Provider name",
            "Neither the setting nor the organisation is named. Give one.",
            pl.col("provider").is_not_null(),
        ),
    ),
    dashes_are_blank=True,
    of_borough=False,
)


def one_a_provider(frame: pl.DataFrame, _: Handed) -> pl.DataFrame:
    """One row a URN: supported accommodation is registered by provider, and each of its settings is a row.

    Places are those of the settings that are open; the provider has closed when all of them have.
    """
    is_open = pl.col("registration").ne_missing("Closed")
    counts = is_open | ~is_open.any().over("urn")
    places = pl.col("places").filter(counts)
    summed = pl.when(places.count() > 0).then(places.sum()).over("urn")
    return frame.with_columns(places=summed).sort(is_open, maintain_order=True).unique("urn", keep="last")


SUPPORTED: Final = Source(
    slug="providers",
    title="Ofsted register: supported accommodation",
    about="Ofsted's list of supported accommodation, a row a setting; the register has one row a provider.",
    table="providers",
    columns=_columns(
        Column("Capacity", "places", kinds.whole(), "Young people it may accommodate", "4"),
        Column("Setting local authority", "setting_authority", kinds.text, "Authority the setting lies in", "Ealing"),
        optional(
            "address", kinds.text, "First line; only tells settings apart", "1 Elm Road", "Setting address line 1"
        ),
        optional("postcode", kinds.text, "Only tells settings apart", "W3 8AB", "Setting address postcode"),
    ),
    complete=listed,
    derive=OFSTED.derive,
    checks=OFSTED.checks,
    reshape=one_a_provider,
    dashes_are_blank=True,
    of_borough=False,
)
