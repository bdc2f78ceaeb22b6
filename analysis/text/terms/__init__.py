"""Term lists, and where their terms are found in a text."""
