"""Where what a role may see stops."""
