"""A corpus at the keyboard. subcorpus: parts of it by any field; concordance: words in context and
their counts; sql: one's own questions; correctable: what can be put right; corrections: what a row
of corrections.csv means, changes and how it is written; examples: what to begin with."""
