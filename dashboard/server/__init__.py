"""The process: how it starts, what it answers before a page is asked for, and what it lets through."""
