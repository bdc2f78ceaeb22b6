"""Numbers, figures and references for a write-up: what was found, how it was made, and what is behind it."""
