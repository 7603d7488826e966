"""The findings about providers' names and numbers."""

import polars as pl


def found_in_register(counts: pl.DataFrame) -> str:
    """Say of how many children the provider is in the register; the last row is everyone's."""
    if counts.is_empty() or not counts["children"][-1]:
        return "No children whose provider should have a URN"
    found, children = int(counts["In the register"][-1]), int(counts["children"][-1])
    return f"The register has the provider of {found:,} of {children:,} children"


def names_wait(count: int) -> str:
    """Say how many names wait."""
    if not count:
        return "No names wait: each is in the register by URN, or ruled on"
    if count == 1:
        return "1 name waits for someone to say whose it is"
    return f"{count:,} names wait for someone to say whose they are"
