"""The board pack: content made once from figures, written as PDF, PowerPoint or Excel."""
