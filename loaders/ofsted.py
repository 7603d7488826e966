"""Ofsted's register as authorities receive it and as Ofsted publishes it, in the layouts of its releases since 2014.

Headings change from release to release and are found by what they contain. Contact details and addresses are not
kept. A published list leaves out the names of children's homes, and of some owners: the organisation's name then
stands for the setting, and where that is left out too, what it provides and its number.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

import polars as pl

from loaders import findings, kinds, labels
from loaders.areas import ANYWHERE
from loaders.findings import Found
from loaders.provider_codes import JUDGEMENT, REGISTRATION, SECTOR
from loaders.providers import CHECKS, CLOSED, FILLED, INSPECTED, PLACES, STATUS, URN, listed, optional, unjudged
from loaders.source import Check, Column, Handed, Source

REDACTED: Final = (
    r"(?i)\b(redacted|withheld)\b|^\W*(not (published|disclosed|available|provided)|confidential|n/?a|[cxz])\W*$"
)
"""What Ofsted publishes in place of a name that it does not give."""
OWNER: Final = ("Owner name", "Organisation which owns the provider", "Organisation name")
JUDGED: Final = (
    "Overall effectiveness",
    "Overall experiences and progress of children and young people",
    "Latest overall effectiveness grade from last full inspection",
)
NAMES: Final = ("Provider name", "Setting name", "Establishment", "Name")
AUTHORITY: Final = ("Local authority", "Setting local authority", "Provider local authority")
OTHER_REGION: Final = ("Ofsted region",)
"""Ofsted's own regions, eight, beside the nine of everybody else."""
REGION: Final = ("Region", "Government Office Region", *OTHER_REGION)

OTHER: Final = r"^(?!.*(previous|prior|interim|monitor|assurance|visit|school|education|linked|next))"
"""What a heading may not contain that is of the last full inspection of the setting itself."""
NO_DAY: Final = OTHER + r"(?!.*(publi|report|number|date))"
DAY: Final = OTHER + r"(?!.*(publi|report|number|end))"
LIKE: Final = {
    "setting": (r"^(setting|provider|establishment|home|service)name$",),
    "provider": (r"organisation(which|that)owns", r"^(owner|(owning)?organisation|registeredprovider)(name)?$"),
    "provision": (r"^(provision|provider|setting|service)type$",),
    "registered": (r"^(dateof)?registration(date)?$", r"^(date)?registered(date|on)?$", r"became(active|registered)"),
    "owner_group": (r"topcompany", r"^(parent|group)(company|name|owner)?$"),
    "authority": (r"^(setting|provider)?(localauthority|la)(name)?$",),
    "region": (r"^(governmentoffice|ofsted)?region(name)?$", r"^gor$"),
    "judgement": (
        NO_DAY + r".*(latest|last|current|full).*overall.*(effectiveness|experiences|judgement|grade|outcome|rating)",
        NO_DAY + r".*overall.*(effectiveness|experiences|judgement|grade|outcome|rating)",
        NO_DAY + r".*(latest|last|full).*(judgement|grade|outcome|rating)$",
        NO_DAY + r"(inspection)?(judgement|grade|outcome|rating)s?$",
    ),
    "inspected": (
        DAY + r".*(latest|last|full).*inspection.*date",
        DAY + r".*date.*(latest|last|full).*inspection",
        DAY + r".*(latest|last)(full)?inspect(ion|ed)$",
        DAY + r".*(inspection.*date|date.*inspection)",
        r"^eventdate$",
    ),
    "event": (OTHER + r".*(event|inspection)type(group)?$",),
    "registration": (
        r"^(registration|reg)status.*(enddate|31march)",
        r"^(current)?(registration|reg|provider|setting)status(?!.*(startdate|1april|statusdate))",
    ),
    "closed": (
        r"^(date)?closed?(date)?$|^deregist|closeddate",
        r"providerclosed",
        r"(cancelled|resigned|deregistered).*date|date.*(cancelled|resigned|deregistered)",
    ),
    "places": (r"^(max|registered|numberof).*(places|users|capacity)", r"^(total)?(places|capacity)$"),
}
"""How headings of a release are told, without case, spaces and marks; the likeliest first."""

_given = {name: pl.when(~pl.col(name).str.contains(REDACTED)).then(name) for name in ("setting", "provider")}
_unnamed = pl.coalesce("provision", pl.lit("Setting")) + pl.lit(" ") + pl.col("urn")
"""The plain name of a setting of which nothing but its number is known: Children's home SC012345."""


def _columns(*beside: Column) -> tuple[Column, ...]:
    columns = (
        replace(URN, also=("Provider URN", "Setting URN", "Unique reference number", "URN number")),
        optional("setting", kinds.text, "Name of the setting", "The Laurels", *NAMES),
        optional("provider", kinds.text, "Organisation that runs it", "Bright Homes Ltd", *OWNER),
        Column(
            "Provider type", "provision", kinds.text, "What it provides", "Children's home", also=("Provision type",)
        ),
        Column("Sector", "sector", SECTOR, "Private, voluntary or public", "Private"),
        optional("registered", kinds.date, "Day of registration", "01/02/2015", "Registration date"),
        optional("owner_group", kinds.text, "Group that owns the organisation", "Bright Group", "top_company"),
        optional("authority", ANYWHERE, "Authority it lies in", "Ealing", *AUTHORITY),
        optional("region", kinds.text, "Region it lies in", "London", *REGION),
        replace(
            optional("judgement", JUDGEMENT, "Ofsted's last full judgement", "Good", *JUDGED),
            absent=labels.NOT_KNOWN,
            unread=labels.NOT_KNOWN,
        ),
        optional("inspected", kinds.date, "Day of it", "12/03/2024", *INSPECTED),
        optional("event", kinds.text, "What it was; blank for a full one", "Full inspection", "Event type"),
        optional("registration", REGISTRATION, "Where it stands with Ofsted", "Registered", *STATUS),
        optional("closed", kinds.date, "Day it closed; blank while it is open", "", *CLOSED),
        *beside,
    )
    return tuple(replace(column, like=LIKE.get(column.name, ())) for column in columns)


_is_full = pl.col("event").str.contains("(?i)full").fill_null(value=True)


def latest_full(frame: pl.DataFrame, _: Handed) -> pl.DataFrame:
    """One row a URN: a list of the inspections of a year has a row each, of which the latest full one counts."""
    in_order = [_is_full, pl.col("inspected").is_not_null(), pl.col("inspected")]
    return frame.sort(in_order, maintain_order=True).unique("urn", keep="last").sort("row")


def told(rows: pl.DataFrame) -> Iterable[Found]:
    """Say what of the list as a whole is not as it seems: no judgements, or a row an inspection."""
    yield from unjudged(rows)
    if rows["urn"].n_unique() < rows.height:
        message = "The list has a row an inspection: the latest full one of each setting was taken."
        yield findings.about_file("row-an-inspection", "info", message)


OFSTED: Final = Source(
    slug="providers",
    title="Ofsted register",
    about="Ofsted's list of settings as authorities receive it, or as published; without addresses.",
    table="providers",
    columns=_columns(optional("places", kinds.whole(), "Children it may look after", "4", *PLACES)),
    key=("urn", "inspection"),
    complete=listed,
    derive=FILLED
    | {
        "inspected": pl.when(_is_full).then("inspected"),
        "inspection": pl.concat_str(pl.col("inspected").cast(pl.String), "event", separator=" ", ignore_nulls=True),
        "setting": pl.coalesce(*_given.values(), _unnamed),
        "provider": pl.coalesce(*reversed(_given.values()), _unnamed),
        "is_named": pl.any_horizontal(given.is_not_null() for given in _given.values()),
    },
    checks=(
        *CHECKS,
        Check(
            "no-name",
            "Provider name",
            "Neither the setting nor its organisation is named. It is kept under its number.",
            pl.col("is_named"),
            "info",
        ),
    ),
    reshape=latest_full,
    remarks=told,
    left_out=OTHER_REGION,
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
    remarks=unjudged,
    left_out=OTHER_REGION,
    dashes_are_blank=True,
    of_borough=False,
)
