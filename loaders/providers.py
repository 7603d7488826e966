"""The register of providers and settings in our own simple layout; `loaders.ofsted` reads Ofsted's."""

from collections.abc import Iterable
from typing import Final

import polars as pl

from loaders import findings, kinds, labels
from loaders.areas import ANYWHERE
from loaders.findings import Found
from loaders.provider_codes import JUDGEMENT, REGISTRATION, SECTOR
from loaders.source import Check, Column, Handed, Source
from loaders.urns import well_formed

URN: Final = Column("URN", "urn", kinds.urn, "Ofsted's unique reference number", "SC012345", required=True)
INSPECTED: Final = (
    "Date of last full inspection",
    "Full inspection start date",
    "Last full inspection",
    "Latest full inspection date",
)
PLACES: Final = ("Number of registered places", "Max users", "Places", "Capacity")
STATUS: Final = ("Registration status", "Provider status", "Setting status")
CLOSED: Final = ("Deregistration date", "Closed date", "Date closed")
"""Ofsted's headings for the same thing, release by release."""

_open = pl.col("registration").ne_missing("Closed")
_is_judged = ~pl.col("judgement").is_in([labels.NOT_INSPECTED, labels.NOT_KNOWN])
_unsaid = pl.when(pl.col("inspected").is_null()).then(pl.lit(labels.NOT_INSPECTED)).otherwise(pl.lit(labels.NOT_KNOWN))

FILLED: Final = {
    "sector": pl.col("sector").fill_null(labels.SECTOR_NOT_REPORTED),
    "judgement": pl.when(_is_judged | (pl.col("judgement") == labels.NOT_KNOWN)).then("judgement").otherwise(_unsaid),
    "registration": pl.when(pl.col("closed").is_not_null()).then(pl.lit("Closed")).otherwise("registration"),
}
CHECKS: Final = (
    well_formed("URN"),
    Check(
        "closed-setting",
        "Registration status",
        "The setting has closed. It is kept so that past placements find their provider, and is not on offer.",
        _open,
        "info",
    ),
    Check(
        "not-registered",
        "Registration status",
        "The setting is not registered yet, or its registration is suspended. It is kept.",
        ~pl.col("registration").is_in(["Not yet registered", "Suspended"]),
        "info",
    ),
)


def unjudged(rows: pl.DataFrame) -> Iterable[Found]:
    """Say where the file tells of no setting how it was judged."""
    if rows.height and (rows["judgement"] == labels.NOT_KNOWN).all():
        message = "The file holds no judgement that can be read: how its settings were judged is not known."
        yield findings.about_file("no-judgements", "info", message)


def listed(frame: pl.DataFrame, handed: Handed) -> pl.DataFrame:
    """Add the day that the release speaks of, where its file's name says so."""
    return frame.with_columns(listed=pl.lit(handed.as_at, pl.Date))


def optional(name: str, kind: kinds.Kind, meaning: str, example: str, *headers: str) -> Column:
    """Column that a file may lack, by its headings, the present one first."""
    return Column(headers[0], name, kind, meaning, example, optional=True, also=headers[1:])


PROVIDERS: Final = Source(
    slug="providers",
    title="Provider register",
    about="One row a setting or agency, by Ofsted URN: who runs it, where, and how it was last judged.",
    table="providers",
    columns=(
        URN,
        Column("Setting", "setting", kinds.text, "Name of the home, agency or service", "The Laurels", required=True),
        Column("Provider", "provider", kinds.text, "Organisation that runs it", "Bright Homes Ltd", required=True),
        optional("owner_group", kinds.text, "Group that owns the organisation", "Bright Group", "Owner"),
        Column("Provision type", "provision", kinds.text, "What it provides", "Children's home"),
        Column("Sector", "sector", SECTOR, "Private, voluntary or public", "Private"),
        optional("authority", ANYWHERE, "Authority it lies in", "Ealing", "Local authority"),
        optional("region", kinds.text, "Region it lies in", "London", "Region"),
        Column(
            "Overall effectiveness",
            "judgement",
            JUDGEMENT,
            "Ofsted's last full judgement",
            "Good",
            unread=labels.NOT_KNOWN,
        ),
        optional("inspected", kinds.date, "Day of it", "12/03/2024", "Last full inspection", *INSPECTED),
        optional("registered", kinds.date, "Day of registration", "01/02/2015", "Registered", "Registration date"),
        optional("places", kinds.whole(), "Children it may look after", "4", "Places", *PLACES),
        optional("registration", REGISTRATION, "Where it stands with Ofsted", "Registered", *STATUS),
        optional("closed", kinds.date, "Day it closed; blank while it is open", "", "Closed", *CLOSED),
    ),
    key=("urn",),
    complete=listed,
    derive=FILLED,
    checks=CHECKS,
    remarks=unjudged,
    dashes_are_blank=True,
    of_borough=False,
)
