"""What axe-core finds wrong with a page, and which words of its charts are too faint: read off in the browser."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import axe_playwright_python
from playwright.sync_api import Page

AXE: Final = (Path(str(axe_playwright_python.__file__)).parent / "axe.min.js").read_text(encoding="utf-8")
"""axe-core as the package ships it: nothing is fetched."""

RUN: Final = """async ([grave, rules]) => {
    const mild = axe._audit.rules.filter(rule => rule.impact && !grave.includes(rule.impact))
    const off = Object.fromEntries(mild.map(rule => [rule.id, {enabled: false}]))
    const found = await axe.run({resultTypes: ['violations'], rules: {...off, ...rules}})
    return found.violations.flatMap(rule => rule.nodes.map(node => [rule.id, rule.impact, node.target.flat(3).join(' '),
        [...node.any, ...node.all, ...node.none].map(check => check.message).join(' ')]))
}"""
"""Asks axe for what would be grave, and for some rules besides: what a rule finds is as bad as the rule says."""

GRAVE: Final = {"serious", "critical"}
ORDER: Final = {"heading-order", "landmark-one-main", "page-has-heading-one"}
"""What is asked besides, though axe calls it moderate."""

RULES: Final = {rule: {"enabled": True} for rule in ("target-size", *sorted(ORDER))}
"""Rules besides those that axe asks by itself: WCAG 2.2's size of targets, and the order."""

KNOWN: Final[dict[tuple[str, str], str]] = {}
"""Grave violations in Streamlit's own markup that cannot be corrected from here: rule and selector, and why. None."""

FAINT: Final = (Path(__file__).parent / "faint.js").read_text()


@dataclass(frozen=True)
class Violation:
    """One element that breaks one rule: the page, the rule and how bad, the element's selector, and why."""

    page: str
    rule: str
    impact: str
    selector: str
    why: str

    def __str__(self) -> str:
        return f"{self.page}: {self.rule} ({self.impact}) at {self.selector}: {self.why}"


def grave(page: Page, name: str) -> list[str]:
    """Say what must not be: grave violations that are not known, and words in charts that cannot be read."""
    found = [each for each in violations(page, name) if each.impact in GRAVE or each.rule in ORDER]
    return [*[str(each) for each in found if (each.rule, each.selector) not in KNOWN], *faint(page, name)]


def violations(page: Page, name: str) -> list[Violation]:
    """Ask axe-core about the page as it stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return [Violation(name, *found) for found in page.evaluate(RUN, [sorted(GRAVE), RULES])]


def faint(page: Page, name: str) -> list[str]:
    """Give the words drawn in charts that stand out less than WCAG 2.2 asks (4.5), which axe does not judge."""
    return [f"{name}: {words}" for words in page.evaluate(FAINT)]
