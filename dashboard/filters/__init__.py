"""The reader's choices: kept in the URL, shown in the sidebar and as chips, passed on as one Selection."""
