"""The page about needs, a file a question."""
