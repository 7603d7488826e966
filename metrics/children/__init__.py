"""Children looked after: how many, how many come and go, and whether they stay put."""
