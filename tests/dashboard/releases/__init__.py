"""What leaves in the board and event releases, by every exit."""
