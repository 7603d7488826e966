"""The only room with SQL: what was uploaded, by whom, and the snapshot that the figures are read from."""
