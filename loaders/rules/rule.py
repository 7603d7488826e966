"""One of the DfE's validation rules."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """A national validation rule: its number, of which source's which column, what is wrong, what to do.

    `text` is the DfE's rule in plain words. Numbers that begin with INT, and EPI, are the DfE portal's internal
    checks. Source: DfE, SSDA903 validation rules, as the sector's validator has them
    (github.com/data-to-insight/csc-validator-be-903).
    """

    number: str
    source: str
    column: str
    text: str
    todo: str

    @property
    def code(self) -> str:
        """The rule as findings and the table `breaches` name it: dfe-356."""
        return f"dfe-{self.number.lower()}"

    @property
    def message(self) -> str:
        """What is wrong and what to do, beginning with the rule's number."""
        return f"DfE rule {self.number}: {self.text} {self.todo}"
