"""Make the sample data: `python -m sample_data.generate [--to FOLDER]`. Every child, provider and price is fictional.

The same files come out on every machine, byte for byte: there is no chance here but that of a fixed seed.
"""

import argparse
import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

from sample_data import aims, lives, population, prices, published, short_breaks
from sample_data.boroughs import BOROUGHS
from sample_data.places import settings
from sample_data.returns import Return

COLUMNS: Final = {
    "header": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
    "episodes": "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
    "missing": "CHILD,DOB,MISSING,MIS_START,MIS_END",
    "uasc": "CHILD,SEX,DOB,DUC",
    "oc2": "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
    "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
    "reviews": "CHILD,DOB,REVIEW,REVIEW_CODE",
    "costs": "Child ID,Price from,Price to,Provider,Provider URN,Type of provision,How sourced,"
    "Planned or emergency,Total weekly cost,Social care,Education,Health,Reason placed at distance,"
    "Includes packages,Solo,DoLS,EHC plan",
    "needs": "Child ID,Assessed,Physical health,Emotional health,Attachment,Safe decisions,Learning,Education,"
    "Emotions,Social,Self-care,Goals,Wishes,Identity",
    "incidents": "Child ID,Cohort,Went missing,Time,Returned,Sex,Born",
    "contracts": "Service,Provider,Category,From,To,Annual price",
    "providers": "URN,Setting,Provider,Owner,Provision type,Sector,Local authority,Region,Overall effectiveness,"
    "Last full inspection,Registered,Places",
    "population": "la_name,mid_year,population_0_17",
}
"""The heading of each file."""

PROVISION: Final = {
    "ifa": "Independent fostering agency", "inhouse": "Local authority fostering agency", "home": "Children's home",
    "secure": "Secure children's home", "supported": "Supported accommodation",
    "school": "Residential special school", "motherbaby": "Residential family centre",
    "carehome": "Residential care home", "adoption": "Voluntary adoption agency",
}  # fmt: skip
"""What the register calls each kind of setting."""


def main() -> None:
    """Write the sample where the command line says, by default beside this file."""
    parser = argparse.ArgumentParser(description="Write the fictional sample data.")
    parser.add_argument("--to", type=Path, default=Path(__file__).parent, metavar="FOLDER")
    folder: Path = parser.parse_args().to
    print(f"{write(folder):,} bytes written to {folder}")


def write(folder: Path) -> int:
    """Write every file under `folder` and give back how many bytes they take."""
    wanted = aims.read()
    everyone = {borough.code: lives.live(borough, wanted[borough.code]) for borough in BOROUGHS}
    prices.set_prices(everyone)
    size = write_file(folder / "providers.csv", register()) + write_file(folder / "population.csv", population.rows())
    size += write_rows(folder / "published_figures.csv", published.columns(), published.rows())
    size += write_rows(folder / "neighbours.csv", published.neighbour_columns(), published.neighbours())
    for borough in BOROUGHS:
        children = everyone[borough.code]
        children += short_breaks.make(borough, children[-1].number + 1)
        for aim in wanted[borough.code][1:]:
            size += write_return(folder, Return(borough, aim, children))
    return size


def write_return(folder: Path, handed_in: Return) -> int:
    """Write one borough's files for one return year."""
    last = handed_in.last
    name = str(last.year) if last.month == 3 else last.isoformat()
    there = folder / handed_in.borough.code / name
    return sum(write_file(there / f"{file}.csv", rows) for file, rows in handed_in.files().items())


def write_file(path: Path, rows: Iterable[Iterable[object]]) -> int:
    """Write one CSV file with its heading and give back its size in bytes."""
    return write_rows(path, COLUMNS[path.stem].split(","), rows)


def write_rows(path: Path, heading: list[str], rows: Iterable[Iterable[object]]) -> int:
    """Write one CSV file with this heading and give back its size in bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows([as_text(value) for value in row] for row in rows)
    return path.stat().st_size


def as_text(value: object) -> str:
    """A value as the files write it: dates as dd/mm/yyyy, nothing for none."""
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    return "" if value is None else str(value)


def register() -> list[list[object]]:
    """The provider register, one setting or agency a row."""
    found: list[list[object]] = []
    for s in settings():
        what: list[object] = [s.urn, s.name, s.provider, s.owner, PROVISION[s.kind], s.sector]
        found.append([*what, s.authority, s.region, s.judgement, s.inspected, s.registered, s.places])
    return found


if __name__ == "__main__":
    main()
