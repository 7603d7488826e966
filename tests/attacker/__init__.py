"""Somebody who adds and subtracts what a release shows, to work out what it hides."""
