"""How a figure comes about: what is asked, the rows behind it, sums by group, values, and what the returns cover."""
