"""Lines that belong to a picture: a Look in, caption or credit and the rule's name out."""

import re
from functools import cache

from tellings.lexicons import listed
from tellings.read.lines.looks import Look
from tellings.read.lines.roles import Verdict

_NAME = r"[A-Z][\w.'-]*(?: (?:de |van |von |of |the )?[A-Z][\w.'-]*){0,4}"
_CREDIT = re.compile(rf"[(\[]?{_NAME}\s?/\s?{_NAME}[)\]]?$")
# What may stand behind an agency at a line's end.
_CLOSING = ")]."
# A desk's own short beside the agency.
_SHORT = 4


def pictured(line: Look) -> Verdict | None:
    """caption or credit where the line names an agency or who took the picture, else None."""
    return _agency(line) or _credited(line)


def _agency(line: Look) -> Verdict | None:
    """A caption whose last word, after its stop, is an agency; or an agency alone on a line.

    Picture desks write agencies in capitals and with a short of their own: "GETTY/PH".
    """
    bare = line.text.strip("()[] .")
    if bare in _names() or (bare.isupper() and _in_capitals(bare)):
        return Verdict("credit", "an agency alone")
    if len(line.words) > 80 or not line.text.rstrip(_CLOSING).endswith(_endings()):
        return None
    found = _credits().search(line.text)
    return Verdict("caption", f"ends in the agency {found.group(1)}") if found else None


def _in_capitals(text: str) -> bool:
    """Whether words in capitals are agencies, beside which a desk's short may stand."""
    parts = [part.strip() for part in text.split("/")]
    known = [part.lower() in _agencies() for part in parts]
    return any(known) and all(
        k or len(part) <= _SHORT for k, part in zip(known, parts, strict=True)
    )


def _credited(line: Look) -> Verdict | None:
    """A caption that ends in who took it: "… on Monday. Picture: Lena Park", "Ann Lee/The Post"."""
    told = ":" in line.text or " by" in line.text
    if told and len(line.words) <= 60 and _picture_credit().search(line.text):
        return Verdict("caption", "ends in a credit")
    if "/" in line.text and 3 <= len(line.words) <= 8 and _CREDIT.match(line.text):
        return Verdict("caption", "a name and whom it took the picture for")
    return None


@cache
def _picture_credit() -> re.Pattern:
    marks = "|".join(w.capitalize() for w in sorted(listed("line_cues", kind="picture credit")))
    return re.compile(
        rf"""[.!?"')\]]\s+(?:{marks}|{marks.upper()})(?:s?:| by)\s*{_NAME}""" + r"\W*$"
    )


@cache
def _names() -> frozenset[str]:
    return listed("agencies", column="name")


@cache
def _agencies() -> frozenset[str]:
    return frozenset(name.lower() for name in _names())


@cache
def _endings() -> tuple[str, ...]:
    """What a line may end in that ends in an agency."""
    return tuple(sorted({name.rstrip(_CLOSING) for name in _names()}))


@cache
def _credits() -> re.Pattern:
    """An agency at a line's end: after a stop ("… over Rafah. Reuters"), a slash or in brackets."""
    names = sorted(listed("agencies", column="name"), key=len, reverse=True)
    return re.compile(
        rf"""(?:[.!?"')\]]\s+|[/(\[|]\s?)({"|".join(map(re.escape, names))})[)\].]*$"""
    )
