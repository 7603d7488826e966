"""How fast the product is, beside the plainest program that does the same: measured together, told as ratios."""
