"""From sentences to rows of one article: pure functions, no pandas, no disk."""
