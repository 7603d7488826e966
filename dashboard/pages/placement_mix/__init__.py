"""The page about where children live."""
