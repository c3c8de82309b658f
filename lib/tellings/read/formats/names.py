"""Endings of file names, as far as they tell a form."""

import re

_ENDING = re.compile(r"\.(?=\w*[A-Za-z])[A-Za-z0-9]{1,8}$")
# Endings of files that may hold articles, in small letters.
ENDINGS = (
    ".txt .html .htm .xhtml .mhtml .mht .json .jsonl .ndjson .csv .tsv .tab .parquet .xlsx .warc"
    " .zip .gz .xml .rss .atom .docx .odt .epub .rtf .pdf .md .markdown"
).split()


def ending(name: str) -> str:
    """A file's ending in small letters; "" where what follows the last dot is none.

    >>> [ending(n) for n in ("a.TXT", "77-12.4", "St. Mary", "talks 2016-6-22")]
    ['.txt', '', '', '']
    """
    found = _ENDING.search(name)
    return found.group().lower() if found else ""
