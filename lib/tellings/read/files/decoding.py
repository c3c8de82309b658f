"""A file's bytes as text: UTF-8, strictly, or why it is none and what to do about it."""

import unicodedata

from tellings.read.files.rows import Refused
from tellings.read.formats import unread

LARGEST = 20_000_000  # bytes of one text
LONGEST_LINE = 1_000_000
_SAVE = "Save the article as a .txt file in UTF-8"
_UNSEEN = ("Cc", "Cf", "Mn", "Me", "Zl", "Zp", "Zs", "Cn", "Co")


def decoded(data: bytes) -> tuple[str, str]:
    """Encoding and text of an article's bytes; the encoding is "utf-8-sig" where its mark is there.

    Line ends stay as they are: text.encode(encoding) is the bytes again.
    Raises Refused for what is not UTF-8, or no text of one article.

    >>> decoded(b"\\xef\\xbb\\xbfTalks resume")
    ('utf-8-sig', 'Talks resume')
    """
    if kind := unread.of_bytes(data):
        raise Refused(f"not plain text but {kind}", _SAVE)
    if b"\0" in data:
        raise Refused(f"binary: a NUL byte at byte {data.index(0)}", _SAVE)
    if len(data) > LARGEST:
        size = f"more than {LARGEST / 1e6:.0f} MB"
        raise Refused(f"too large for one article ({size})", "Split it into one file per article")
    encoding = "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _no_utf8(data, error) from None
    _check(text)
    return encoding, text


def empty(text: str) -> bool:
    """Whether nothing of a text can be seen: blanks, and signs without a width."""
    return all(unicodedata.category(sign) in _UNSEEN for sign in text)


def _check(text: str) -> None:
    """Raise Refused for a text without words or with an endless line, and for no article's text."""
    if empty(text):
        raise Refused("empty", "Put the article's text into it, or delete it")
    if text.count("\r") > 1 and "\n" not in text:
        raise Refused("its lines end in CR alone", "Save it with LF or CR LF line ends")
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            raise Refused(
                f"line {number} has {len(line):,} characters (at most {LONGEST_LINE:,})",
                "Save the article with a line for each paragraph",
            )
    form, advice = unread.of_text(text)
    if form:
        raise Refused(f"not an article's text but {form}", advice)


# --- bytes that are no UTF-8 ----------------------------------------------------------------------


def _no_utf8(data: bytes, error: UnicodeDecodeError) -> Refused:
    """The refusal of bytes that are no UTF-8, with the likeliest cause in the advice."""
    at = f"byte 0x{data[error.start]:02x} at byte {error.start}"
    if error.reason == "unexpected end of data":
        return Refused(f"not UTF-8: it ends in the middle of a sign ({at})", "Save it again, whole")
    whole = data.decode("utf-8", "ignore")
    if any(sign > "\x7f" for sign in whole):
        advice = "Save it as UTF-8; a part of it was pasted in another encoding"
        return Refused(f"not UTF-8 throughout: {at}", advice)
    return Refused(f"not UTF-8: {at}", f"Save it as UTF-8{_looks_like(data)}")


def _looks_like(data: bytes) -> str:
    """A guess at the encoding for the advice, never used to read."""
    high = sum(byte > 0x7F for byte in data)
    letters = high + sum(byte | 0x20 in range(0x61, 0x7B) for byte in data)
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        western = False
    else:
        western = high * 6 < letters  # of an alphabet of its own every letter is high
    if western:
        return " (it looks like cp1252, the usual encoding of Windows in Western Europe)"
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return ""
    best = from_bytes(data[:20_000]).best()
    return f" (it looks like {best.encoding})" if best else ""
