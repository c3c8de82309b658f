"""From notebooks to pages: run them with papermill, render them, put a front page before them."""

import sys

# Every import of nbformat builds a grammar for one format of text (a second) and loads what reads
# another; without them jsonschema leaves the two unchecked, which notebooks do not use.
sys.modules.setdefault("rfc3987_syntax", None)
sys.modules.setdefault("isoduration", None)
