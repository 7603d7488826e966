"""Find every metric: one a file in a theme's folder, named as its file."""

import importlib
import pkgutil
from pathlib import Path

from metrics.card import Metric, Theme


def _found() -> dict[str, Metric]:
    metrics: dict[str, Metric] = {}
    for theme in Theme:
        folder = Path(__file__).parent / theme.value
        for module in sorted(pkgutil.iter_modules([str(folder)]), key=lambda module: module.name):
            found = importlib.import_module(f"metrics.{theme.value}.{module.name}")
            metrics[module.name] = getattr(found, module.name)
    return metrics


METRICS: dict[str, Metric] = _found()
