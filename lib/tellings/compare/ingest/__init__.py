"""What was captured. reading: a corpus folder's files and lists; making: what is read of a part of
the captures; changes: what corrections change there; counting: words by what became of them;
printed: lines, fields, files, days for people."""

from tellings.compare.ingest.changes import corrected
from tellings.compare.ingest.counting import PARTS, counts, per_capture, roles, words
from tellings.compare.ingest.making import dated, oddities, read
from tellings.compare.ingest.printed import days, fields, filed, files, left_out, odd
from tellings.compare.ingest.reading import (
    captured,
    captures,
    corrections,
    hints,
    inputs,
    kept,
    naming,
    texts,
)

__all__ = [
    "PARTS",
    "captured",
    "captures",
    "corrected",
    "corrections",
    "counts",
    "dated",
    "days",
    "fields",
    "filed",
    "files",
    "hints",
    "inputs",
    "kept",
    "left_out",
    "naming",
    "odd",
    "oddities",
    "per_capture",
    "read",
    "roles",
    "texts",
    "words",
]
