"""How fast the product is beside the plainest program that does the same, and how often its statistics are wrong."""
