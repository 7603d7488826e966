"""Is a difference more than chance? Judged by children, the same way for every measure, and together over a page."""
