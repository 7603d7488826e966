"""Real files, damaged at random, and what must be true of reading them all the same."""
