"""From files to decoded text and its own metadata, one module a format."""
