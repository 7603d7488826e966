"""The page that compares boroughs on one measure."""
