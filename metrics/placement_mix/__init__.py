"""Where children live: the DfE's groups, provider sectors, and how placements were bought."""
