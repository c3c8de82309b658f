"""Tables. catalogue: their names and row types; rows: tuples to typed frames and back; files: the
frames on disk, whole or of some articles; corpus: `told`, the tables of a folder, and what is made
of them part by part; making: those of a corpus that is read anew; ordering: its rows by event;
arrays: what is too large for memory and no table."""

from tellings.tables.arrays import Arrays
from tellings.tables.catalogue import CATALOGUE, KEYS, row_type
from tellings.tables.corpus import Engine, Tables, open
from tellings.tables.files import read, write
from tellings.tables.making import Drafts, drafts
from tellings.tables.rows import extend, frame, frames, tuples, typed

__all__ = [
    "CATALOGUE",
    "KEYS",
    "Arrays",
    "Drafts",
    "Engine",
    "Tables",
    "drafts",
    "extend",
    "frame",
    "frames",
    "open",
    "read",
    "row_type",
    "tuples",
    "typed",
    "write",
]
