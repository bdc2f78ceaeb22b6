"""Being dissolved into analysis.results."""
