"""The catalogue: each table's name, the row type it is made of, the notebook that writes it.

It knows no subject: it holds names, and a row type is imported when its table is asked for.
"""

import importlib
from typing import Any

# Columns that say which article a row belongs to; any table may carry them beside its row's own.
KEYS = ("article_id", "event_id", "outlet", "telling")

# Each table: the row type (module, name) and the notebook that writes it.
CATALOGUE = {
    "captures": ("read.files", "Capture", "1-ingest"),
    "rejects": ("read.files", "Reject", "1-ingest"),
    "corrections": ("read.files", "Correction", "1-ingest"),
    "naming": ("read.files", "Naming", "1-ingest"),
    "corrected_articles": ("compare.corpus.corrections", "Applied", "1-ingest"),
    "corrected_names": ("compare.corpus.corrections", "Applied", "2-entities"),
    "corrected_claims": ("compare.corpus.corrections", "Applied", "4-claims"),
    "corrected_facts": ("compare.corpus.corrections", "Applied", "7-coverage"),
    "lines": ("read.lines", "Line", "1-ingest"),
    "sentences": ("read.sentences", "Sentence", "1-ingest"),
    "whens": ("read.dates", "When", "1-ingest"),
    "articles": ("compare.events", "Telling", "1-ingest"),
    "questions": ("compare.events", "Question", "1-ingest"),
    "set_aside": ("compare.languages", "SetAside", "1-ingest"),
    "mentions": ("compare.entities", "Merged", "2-entities"),
    "entities": ("compare.entities", "Tally", "2-entities"),
    "absences": ("compare.entities", "Absence", "2-entities"),
    "named_alone": ("compare.entities", "Lone", "2-entities"),
    "quotes": ("find.quotes", "Quote", "3-quotes"),
    "statements": ("compare.quotes", "Version", "3-quotes"),
    "quote_changes": ("compare.quotes", "Difference", "3-quotes"),
    "doubts": ("find.quotes", "Doubt", "3-quotes"),
    "voices": ("compare.quotes.voices", "Voice", "3-quotes"),
    "sources": ("compare.quotes.speakers", "Heard", "3-quotes"),
    "sources_by_name": ("compare.quotes.making", "HeardByName", "3-quotes"),
    "claims": ("find.claims", "Claim", "4-claims"),
    "claims_aligned": ("compare.claims", "Aligned", "4-claims"),
    "claim_pairs": ("compare.claims", "Pair", "4-claims"),
    "sentence_counts": ("find.readability", "SentenceCount", "5-readability"),
    "readability": ("compare.readability", "Score", "5-readability"),
    "readability_pairs": ("compare.readability", "Difference", "5-readability"),
    "framing": ("find.framing", "Wording", "6-framing"),
    "naming_sets": ("compare.framing.sets", "Use", "6-framing"),
    "framing_counts": ("compare.framing", "Count", "6-framing"),
    "strong_words": ("compare.framing.loaded", "Strong", "6-framing"),
    "terms": ("compare.framing.keywords", "Term", "6-framing"),
    "keyness": ("compare.framing.keywords", "Key", "6-framing"),
    "coverage": ("compare.coverage", "Cell", "7-coverage"),
    "checks": ("compare.coverage", "Check", "7-coverage"),
    "alike": ("compare.coverage.reuse", "Alike", "7-coverage"),
    "differences": ("compare.differences", "Difference", "7-coverage"),
    "difference_places": ("compare.differences", "Place", "7-coverage"),
}

# Tables that are some columns of another: each stage asks who tells what, and no stage where a
# headline stands. Of 54 columns a part of the corpus took longer to read than many a stage to make.
VIEWS = {"tellings": ("articles", (*KEYS, "event_name", "event_day", "anchor", "agency"))}


def row_type(name: str) -> Any:
    """The row type of a catalogued table."""
    module, row, _ = CATALOGUE[name]
    return getattr(importlib.import_module(f"tellings.{module}"), row)
