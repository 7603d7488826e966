"""The same figures outside the screen: files that people take away. No Streamlit."""
