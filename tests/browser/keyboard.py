"""A person who goes by keyboard: Tab, Enter, Space, Escape and arrows, and always sees where they are."""

from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Locator, expect

from tests.browser.visit import Visit

FAR: Final = 150
"""Stops after which somebody would give up."""

HERE: Final = """() => {
    const at = document.activeElement, bare = at.cloneNode(true), box = at.getBoundingClientRect()
    if (!at.matches(':focus') || at === document.body) return ['(window)', true, true]
    bare.querySelectorAll('[data-testid="stIconMaterial"]').forEach(icon => icon.remove())
    const rings = [at, at.closest('[role="group"], label')].filter(Boolean).map(one => getComputedStyle(one))
    return [at.getAttribute('aria-label') || at.labels?.[0]?.innerText || bare.textContent.trim().slice(0, 80),
        rings.some(ring => ring.outlineStyle === 'solid' && parseFloat(ring.outlineWidth) >= 2),
        at.checkVisibility({opacityProperty: true}) &&
            box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth]
}"""
"""The name of what has the focus, whether there is a ring round it, and whether it is in the window."""


@dataclass
class Hands:
    """Hands on a keyboard, no mouse."""

    seen: Visit

    def press(self, *keys: str) -> None:
        """Press keys one after another, and wait for what they do."""
        for key in keys:
            self.seen.page.keyboard.press(key)
        self.seen.settle()

    def write(self, words: str) -> None:
        """Write words where the focus is, and choose what they find."""
        self.seen.page.keyboard.type(words)
        self.press("Enter")

    def to(self, name: str, *, back: bool = False) -> None:
        """Go on with Tab, or back, until what is named so has the focus; every stop can be seen on the way."""
        passed: list[str] = []
        for _ in range(FAR):
            self.seen.page.keyboard.press("Shift+Tab" if back else "Tab")
            found, is_ringed, is_inside = self.seen.page.evaluate(HERE)
            assert is_ringed, f"No ring round {found!r}, after {passed}"
            assert is_inside, f"{found!r} has the focus out of sight"
            if found == name:
                return
            passed.append(found)
        raise AssertionError(f"Nothing named {name!r} after {passed}")

    def focus(self) -> Locator:
        """Give what has the focus."""
        return self.seen.page.locator(":focus")

    def heading(self, words: str) -> None:
        """Say that the page open is the one with this title."""
        expect(self.seen.page.get_by_role("heading", level=1)).to_have_text(words)
