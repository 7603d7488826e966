"""What people see and use: pages, filters, charts, panels and exports. The only room with Streamlit."""
