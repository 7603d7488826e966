"""The page about children who go missing, a file a question."""
