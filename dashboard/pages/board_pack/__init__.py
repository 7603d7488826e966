"""The page of the board pack."""
