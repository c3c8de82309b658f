"""A corpus at the keyboard. subcorpus: parts of it by any field; concordance: words in context and
their counts; sql: one's own questions; corrections: what a row of corrections.csv means, changes
and how it is written; examples: what to begin with in a corpus that one does not know."""
