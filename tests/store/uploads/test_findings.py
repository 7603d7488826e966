"""The account of what is loaded: each file's counts, and the findings of reading it and of putting years together."""

from collections.abc import Mapping

import polars as pl
import pytest
import sqlalchemy as sa

from loaders.consolidate.repairs import REPAIRS
from loaders.consolidated import CONSOLIDATED
from loaders.finding_advice import TODO
from loaders.findings import found
from loaders.rules import RULES
from store import snapshot
from store.uploads import findings
from store.uploads.save import save
from tests.store.handing import reading
from tests.table import table

REPAIR = next(code for code, repair in REPAIRS.items() if repair.source == "ssda903_episodes")
RULE = next(code for code, rule in RULES.items() if rule.source == "ssda903_episodes")
WRONG = found(pl.Series([5]), "SEX", "unreadable", "error", "SEX is not a code.")


def across(monkeypatch: pytest.MonkeyPatch, repairs: str, breaches: str) -> None:
    """Have the snapshot hold these rows."""
    made = {"repairs": repairs, "breaches": breaches}
    tables: Mapping[str, pl.LazyFrame] = {
        name: table(text, like=CONSOLIDATED[name]).lazy() for name, text in made.items()
    }

    def kept(_: sa.Engine) -> Mapping[str, pl.LazyFrame]:
        return tables

    monkeypatch.setattr(snapshot, "tables", kept)


def rows(frame: pl.DataFrame, text: str) -> None:
    """Compare a frame with a small text table."""
    wanted = table(text)
    assert frame.select(pl.all().cast(pl.String)).rows() == wanted.select(pl.all().cast(pl.String)).rows()


HEAD = "borough | source | return_year | row | code"


@pytest.fixture
def held(fresh: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    """Give Brent's episodes of 2025 with a finding, a whole return of 2024 in their stead, and costs of 2025."""
    for each in (
        reading("ssda903_episodes", name="children", file="episodes.csv", findings=(WRONG,)),
        reading("ssda903_xml", name="children", file="return.xml", year=2024),
        reading("costs", name="children", file="costs.csv"),
    ):
        save(fresh, each, who="officer")
    across(
        monkeypatch,
        f"""{HEAD}
            Brent | ssda903_episodes | 2025 | 9 | {REPAIR}
            Brent | ssda903_episodes | 2024 | 3 | {REPAIR}
            Brent | ssda903_episodes | 2025 | 2 | {REPAIR}""",
        f"""{HEAD}
            Brent | ssda903_episodes | 2025 | 7 | {RULE}""",
    )
    return fresh


def test_findings_come_with_the_file_they_are_in_and_its_own_row(held: sa.Engine):
    rows(
        findings.findings(held).select("upload_id", "file", "row", "severity", "code"),
        f"""
        upload_id | file         | row | severity | code
        1         | episodes.csv | 2   | repair   | {REPAIR}
        1         | episodes.csv | 5   | error    | unreadable
        1         | episodes.csv | 7   | warning  | {RULE}
        1         | episodes.csv | 9   | repair   | {REPAIR}
        2         | return.xml   | 3   | repair   | {REPAIR}
        """,
    )


def test_each_says_what_is_wrong_and_what_to_do(held: sa.Engine):
    told = {row["code"]: row for row in findings.findings(held).iter_rows(named=True)}
    assert (told[REPAIR]["message"], told[REPAIR]["todo"]) == (REPAIRS[REPAIR].done, REPAIRS[REPAIR].todo)
    assert told[RULE]["message"] == f"DfE rule {RULES[RULE].number}: {RULES[RULE].text}"
    assert (told[RULE]["todo"], told[RULE]["column"]) == (RULES[RULE].todo, RULES[RULE].column)
    assert (told["unreadable"]["message"], told["unreadable"]["todo"]) == ("SEX is not a code.", TODO["error"])


def test_files_have_their_counts(held: sa.Engine):
    files = findings.files(held, findings.findings(held))
    rows(
        files.select("filename", "return_year", "rows", "across", "flagged", "findings"),
        """
        filename     | return_year | rows | across | flagged | findings
        costs.csv    | 2025        | 1    | 0      | 0       | 0
        episodes.csv | 2025        | 1    | 2      | 2       | 4
        return.xml   | 2024        | 1    | 1      | 0       | 1
        """,
    )


def test_of_two_files_that_may_hold_a_table_the_newer_one_is_meant(held: sa.Engine):
    save(held, reading("ssda903_xml", name="children", file="later.xml"), who="officer")
    assert findings.findings(held).filter(pl.col("row").is_in([2, 9]))["file"].unique().to_list() == ["later.xml"]
