"""The page about cost, a file a question."""
