"""The page about who may see what."""
