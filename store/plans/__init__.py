"""Turning the curve: what a plan is about, its targets, the story behind it, its actions; and taking words out."""
