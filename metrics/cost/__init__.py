"""What placements cost, who pays, and what need does not explain."""
