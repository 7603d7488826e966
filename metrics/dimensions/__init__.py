"""What figures are grouped and filtered by."""
