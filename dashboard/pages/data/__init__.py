"""The page about what is loaded."""
