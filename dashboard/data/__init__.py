"""What pages ask for that several of them share: figures, what is loaded, caches, the data version."""
