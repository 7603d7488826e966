"""Fictional returns of eight boroughs, shaped like life: see README.md. No child, provider or price in here is real."""
