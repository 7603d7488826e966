"""How far from home children live, and in whose area."""
