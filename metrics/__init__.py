"""Clean tables in, figures out: one folder a theme, one file a metric, one exit (`measure`)."""

from metrics.card import Metric, Polarity, Release, Statistic, Theme, Unit
from metrics.discovery import METRICS
from metrics.measure import measure
from metrics.periods import When

__all__ = ["METRICS", "Metric", "Polarity", "Release", "Statistic", "Theme", "Unit", "When", "measure"]
