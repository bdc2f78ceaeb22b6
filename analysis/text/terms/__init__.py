"""Terms of a list, found in a text."""
