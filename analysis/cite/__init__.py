"""What a write-up takes from a run: its numbers, its references, and a text on its methods."""
