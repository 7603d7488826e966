"""The only room with SQL: what was handed in, by whom, and the snapshot that the figures are read from."""
