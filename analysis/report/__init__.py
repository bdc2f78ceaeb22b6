"""What a write-up takes from a run: numbers, references, a methods section, and a page of all figures."""
