"""Text and its pieces, no subject: characters, words, stretches."""
