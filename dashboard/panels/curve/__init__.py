"""Turning the curve: the forecast and what beat it, the target, the story, the actions, and the three questions."""

from dashboard.panels.curve.actions import actions
from dashboard.panels.curve.history import history
from dashboard.panels.curve.questions import questions
from dashboard.panels.curve.story import story
from dashboard.panels.curve.target import target
from dashboard.panels.curve.versions import versions

__all__ = ["actions", "history", "questions", "story", "target", "versions"]
