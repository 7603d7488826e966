"""Figures that others published."""
