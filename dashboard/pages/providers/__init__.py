"""The page about providers."""
