"""Figures as data: what the release answers, as tidy tables that other programs read as they are."""
