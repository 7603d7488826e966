"""Event mode."""
