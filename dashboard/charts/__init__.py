"""Drawings: figures in, a chart out. One builder a file, colours by role, no Streamlit."""
