"""Names of files: any id of the corpus in, a name that every file system keeps apart out."""

import hashlib
import re

_READABLE = 60  # signs of an id in its page's name
# Windows keeps some names for devices, with any ending: con.html is none.
_PLAIN = re.compile(
    rf"(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[a-z0-9][a-z0-9_.-]{{0,{_READABLE}}}"
)
_DIGESTED = re.compile(r"-[0-9a-f]{12}$")


def safe(own_id: str, kind: str) -> str:
    """The name of a file for an id: no two ids share one, on any file system.

    kind  what stands for an id without a letter or digit

    An id in small letters, digits and single marks is its own name. Any other bears a digest of
    the whole id: so capitals, forms of Unicode, signs and lengths that a file system takes for one
    another stay apart.

    >>> safe("000_ab", "article"), safe("CNN/Rafah: “talks”", "article")
    ('000_ab', 'cnn-rafah-talks-8ed95aba5249')
    """
    if _PLAIN.fullmatch(own_id) and not _DIGESTED.search(own_id):
        return own_id
    readable = re.sub(r"[^a-z0-9]+", "-", own_id.lower()).strip("-")[:_READABLE]
    digest = hashlib.sha256(own_id.encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return f"{readable or kind}-{digest}"
