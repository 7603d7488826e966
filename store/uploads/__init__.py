"""Uploads: saving, restoring, previewing, keeping and purging them, and what was found in each."""
