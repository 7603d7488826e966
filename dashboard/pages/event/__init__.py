"""The page of event mode: what may be shown to a room."""
