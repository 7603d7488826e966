"""The page that turns a curve: forecast, target, story, actions."""
