"""What children need, by the twelve Valuing Care indicators, and whether it is met."""
