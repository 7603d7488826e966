"""What one borough uploads: the files of one return, cut from the children's lives."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from sample_data import costs, episodes, scores
from sample_data.absences import Absence, happen
from sample_data.aims import Aims
from sample_data.boroughs import Borough
from sample_data.contracts import of_borough
from sample_data.incidents import record
from sample_data.people import Child

REVIEWS_OF: Final = timedelta(days=10)
"""Only the reviews of the last ten days of a return are in the sample, to keep it small."""

NAMED_SEX: Final = 2025
"""First return year that writes sex as M and F instead of 1 and 2."""

WITHOUT_SPACE: Final = ("BRE", "EAL", "HAF", "HIL", "HOU", "WES")
"""Boroughs whose system writes postcodes without the space."""

Rows = list[list[object]]


@dataclass
class Return:
    """One borough's return: the year that ends on 31 March, or the year so far."""

    borough: Borough
    aims: Aims
    everyone: list[Child]

    @property
    def last(self) -> date:
        """The day up to which the return tells."""
        return self.aims.last

    @property
    def year(self) -> int:
        """The return year: it ends on 31 March of the year it is named by."""
        return self.aims.year

    @cached_property
    def children(self) -> list[Child]:
        """Those looked after at any time in the return year."""
        return [c for c in self.everyone if any(care.touches(self.aims.first, self.last) for care in c.care)]

    @cached_property
    def absences(self) -> list[Absence]:
        """Missing and away incidents of the year."""
        return happen(self.borough.code, self.aims, self.children)

    def files(self) -> dict[str, Rows]:
        """The rows of each file, by its name."""
        found = {
            "header": self.header(),
            "episodes": self.episodes(),
            "missing": self.missing(),
            "uasc": self.uasc(),
            "oc2": self.oc2(),
            "reviews": self.reviews(),
            "costs": self.costs(),
            "needs": self.needs(),
            "incidents": self.incidents(),
            "contracts": of_borough(self.borough, self.aims.first, self.last),
        }
        return {name: rows for name, rows in found.items() if rows}

    def sex(self, child: Child) -> str:
        """Sex as this return year writes it."""
        return child.sex if self.year >= NAMED_SEX else {"M": "1", "F": "2"}[child.sex]

    def header(self) -> Rows:
        """One row a child."""
        return [self._header(child) for child in self.children]

    def _header(self, child: Child) -> list[object]:
        baby = child.baby_born if child.baby_born and child.baby_born <= self.last else None
        is_mother = "" if child.sex == "M" or child.age(self.last) < 12 else int(baby is not None)
        return [child.number, self.sex(child), child.born, child.ethnic, "", is_mother, baby]

    def episodes(self) -> Rows:
        """Every episode open at some time in the year."""
        found: Rows = []
        space = "" if self.borough.code in WITHOUT_SPACE else " "
        for child in self.children:
            spells = [spell for care in child.care for spell in episodes.of(care)]
            for spell in spells:
                if spell.start <= self.last and (spell.end is None or spell.end >= self.aims.first):
                    found.append(episodes.row(child, spell, self.year, self.last, space))
        return found

    def missing(self) -> Rows:
        """Missing and away incidents; those not over yet have no end."""
        return [
            [a.child.number, a.child.born, a.what, a.start, a.end if a.end <= self.last else None]
            for a in sorted(self.absences, key=lambda a: (a.child.number, a.start, a.what))
        ]

    def uasc(self) -> Rows:
        """Unaccompanied asylum-seeking children, until they turn 18."""
        alone = [child for child in self.children if child.is_asylum_seeking]
        return [[c.number, self.sex(c), c.born, c.eighteenth if c.eighteenth <= self.last else None] for c in alone]

    def oc2(self) -> Rows:
        """Health and wellbeing of children in care for the whole year; asked for at year end only."""
        if self.last.month > 3:
            return []
        mean = self.aims.counts["sdq"]
        rows = [(c, scores.wellbeing(self.borough.code, c, self.year, self.last, mean)) for c in self.children]
        return [[child.number, child.born, *row] for child, row in rows if row is not None]

    def reviews(self) -> Rows:
        """Review meetings held in the last ten days of the year."""
        held = [(c, day, code) for c in self.children for day, code in scores.reviews(self.borough.code, c)]
        return [[c.number, c.born, day, code] for c, day, code in held if self.last - REVIEWS_OF < day <= self.last]

    def costs(self) -> Rows:
        """Every price in force in the year."""
        found: Rows = []
        for child in self.children:
            for care in child.care:
                for place, stay in enumerate(care.stays):
                    terms = costs.Terms(self.borough.code, child, stay, is_first=place == 0)
                    found += terms.rows(child, self.year, self.last)
        return found

    def needs(self) -> Rows:
        """Every scoring of needs in the year."""
        scored = [(c, day, row) for c in self.children for day, row in scores.assessments(self.borough.code, c)]
        return [[c.number, day, *row] for c, day, row in scored if self.aims.first <= day <= self.last]

    def incidents(self) -> Rows:
        """The local record of missing incidents."""
        return [[*row] for row in record(self.borough.code, self.aims, self.absences)]
