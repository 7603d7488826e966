"""What the statistics say, as the titles of figures: at most twelve words, and no claim beyond an interval."""
