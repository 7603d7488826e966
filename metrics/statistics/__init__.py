"""Statistics over figures: intervals, control charts, steps, forecasts, what drove a change. None asks for rows."""
