"""The page about distance from home, a file a question."""
