"""Children who go missing from home or care, and what that costs."""
