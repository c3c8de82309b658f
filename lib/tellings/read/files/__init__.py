"""From a corpus folder to captures: `walk` lists what lies in it, `sidecars` reads the lists beside
the texts (manifest.csv, corrections.csv,
naming.csv), `decoding` and `contents` say what a file's
bytes are, and `corpus` puts them together: captures or rejects for everything in the folder.
"""

from tellings.read.files.corpus import captures
from tellings.read.files.correcting import corrections
from tellings.read.files.forms import naming
from tellings.read.files.rows import HINTS, SUBJECTS, Capture, Correction, Naming, Refused, Reject

__all__ = [
    "HINTS",
    "SUBJECTS",
    "Capture",
    "Correction",
    "Naming",
    "Refused",
    "Reject",
    "captures",
    "corrections",
    "naming",
]
