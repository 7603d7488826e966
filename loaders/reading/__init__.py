"""One file read: what it is and whose, its rows and cells, and an account of every one of them."""
