"""A corpus at the keyboard. subcorpus: parts of it by any field; concordance: words in context and
their counts; collocates: words near; sql: one's own questions; examples: what to begin with;
correctable: what can be put right; corrections: what a row means, changes, how it is written."""
