"""From an article to its cleaned text, sentences, words, quotations and terms."""
