"""Headings of columns that say whose rows are and of which return year, by the words that they are made of."""

import re
from typing import Final

from loaders.reading.headings import bare, plain

AUTHORITY: Final = ("localauthority", "authority", "borough", "council", "lea", "la")
WHOSE: Final = (
    "placing",
    "responsible",
    "responsibility",
    "submitting",
    "reporting",
    "commissioning",
    "funding",
    "home",
    "owning",
    "lead",
    "holding",
    "case",
    "caring",
    "accountable",
    "originating",
    "managing",
    "corporate",
    "parent",
    "local",
    "london",
    "unitary",
    "child",
    "childs",
    "children",
    "cla",
    "lac",
    "cic",
)
"""What may stand beside the word for an authority where the one that looks after the child is meant."""
LABELS: Final = (
    "name",
    "code",
    "number",
    "no",
    "num",
    "id",
    "title",
    "description",
    "desc",
    "short",
    "full",
    "dfe",
    "ons",
    "gss",
    "old",
    "new",
    "of",
    "for",
    "the",
    "by",
    "ssda",
    "903",
)
"""What may stand beside both and changes nothing."""
PHRASES: Final = frozenset(
    ("lookedafterby", "incareof", "inthecareof", "corporateparent", "onscode", "dfenumber", "dfeno", "dfecode")
)
_BESIDE: Final = "|".join((*WHOSE, *LABELS))
AUTHORITIES: Final = re.compile(rf"(?:{_BESIDE})*(?:{'|'.join(AUTHORITY)})(?:{_BESIDE})*")
"""A heading, as it is compared, of a column that names the authority that looks after the child."""
MAYBE: Final = re.compile(rf"(?:{_BESIDE})*(?:organi[sz]ation|org)(?:{_BESIDE})*")
"""What the authority is called where a column may as well hold providers: it counts if every cell is an authority."""

FINANCIAL: Final = ("financial", "fin", "fiscal")
_OF: Final = rf"(?:return|collection|census|reporting|submission|ssda|903|data|cla|lac|cohort|{'|'.join(FINANCIAL)})"
YEARS: Final = re.compile(
    rf"{_OF}*(?:year|yr|fy)(?:end|ended|ending|to|of{_OF})?(?:date)?"
    rf"|(?:{_OF}|time)*period(?:end|ending|to)?|{_OF}*returnname|(?:ssda|903)+return"
)
"""A heading, as it is compared, of a column that names the return year."""
DAYS: Final = re.compile(r"(?:census|snapshot)(?:date|day)|(?:data|position)?as(?:at|of)(?:date)?")
"""A heading, as it is compared, of a column that names the last day of which the rows speak."""


def names_authority(heading: str) -> bool:
    """Whether a column of this heading names the authority that looks after the child."""
    return any(name in PHRASES or AUTHORITIES.fullmatch(name) for name in (plain(heading), bare(heading)))


def may_name_authority(heading: str) -> bool:
    """Whether a column of this heading names that authority if each of its cells names one."""
    return any(MAYBE.fullmatch(name) for name in (plain(heading), bare(heading)))


def names_year(heading: str) -> bool:
    """Whether a column of this heading names the return year, or a day of it."""
    return any(YEARS.fullmatch(name) or DAYS.fullmatch(name) for name in (plain(heading), bare(heading)))


def names_last_day(heading: str) -> bool:
    """Whether a column of this heading names the last day of which its rows speak."""
    return any(DAYS.fullmatch(name) for name in (plain(heading), bare(heading)))


ELSEWHERE: Final = re.compile(
    r"plac|\bpl\b|host|locat|liv(?:es|ing)|resid|address|setting|provider|school|educ|\bsen|health|\bicb|\bccg"
    r"|hospital|birth|born|origin|arriv|found|polic|court|\bgp\b|regist|carer|foster|prev|former|next|destin"
    r"|mov(?:e|ing)|transf|\bto\b|\bfrom\b|stay|area|neighb|distance|post ?code|ward|worker|team|office"
)
"""What makes another authority than the one that looks after the child of any heading."""


def is_of_elsewhere(heading: str) -> bool:
    """Whether a column of this heading names where a child or a home is, or was, and not who looks after the child."""
    return ELSEWHERE.search(re.sub(r"[^a-z]+", " ", heading.lower())) is not None


def is_held_against(heading: str) -> bool:
    """Whether a column of this heading says whose its rows are, or of which year, whatever is in it."""
    return names_authority(heading) or names_year(heading)


def is_claim(heading: str) -> bool:
    """Whether a column of this heading may say whose its rows are, or of which year."""
    return is_held_against(heading) or may_name_authority(heading)
