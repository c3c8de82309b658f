"""Words by which a run of capitals goes on: an article's words and two places in, a step out.

Each joint says how many words the run that began at `place` takes up at `end`; 0 for none.
"""

from collections import defaultdict
from collections.abc import Callable, Set
from functools import cache
from typing import NamedTuple

from tellings.find.mentions.listed import ending, stands_alone
from tellings.find.mentions.looks import cues
from tellings.find.mentions.starts import Starts
from tellings.lexicons import listed


class Joint(NamedTuple):
    """Words by which a run of capitals goes on: their rule and a name that it makes one."""

    words: Callable[[], Set[str]]
    takes: Callable[[Starts, int, int], int]
    example: str


def _hyphen(runs: Starts, place: int, end: int) -> int:
    """Parts of one name (Jean-Pierre, Jae-in), not two (US-Israel)."""
    word, after = runs.words.at[end], runs.words.at[end + 1]
    if word.spaced or after.spaced:
        return 0
    left, right = runs.words.at[end - 1].look, after.look
    if left.low not in cues("name_prefix") and _between(runs, end + 2):
        return 0
    if len(left.key) == 1 and right.size:
        return 0  # (R-Texas)
    if not right.capital:
        if right.low in cues("compound") or runs.words.at[end + 2].text == "-":
            return 0
        short = end - place > 1 and len(right.low) <= 6
        return 2 if short and not left.common and not left.size else 0
    if left.low in cues("name_prefix"):
        return 2
    if not stands_alone(left) and not stands_alone(right):
        both = {runs.words.at[end - 1].text, after.text}
        return 0 if both <= runs.spelling.alone else 2  # Obama-Xi are two
    stop = runs.capitals(end + 1)
    return 2 if stop > end + 2 and ending(runs.words.at[stop - 1]) == "ORG" else 0


def _between(runs: Starts, place: int) -> bool:
    """Whether a word behind two names says that they are two: the Lind-Okoro talks."""
    word = runs.words.at[place]
    return word.spaced and not word.look.capital and word.look.low in cues("between")


def _ampersand(runs: Starts, place: int, end: int) -> int:
    return 2 if runs.words.at[end + 1].look.capital else 0


def _particle(runs: Starts, place: int, end: int) -> int:
    """Up to three particles between capitals: Anke van den Lind, Ana de los Santos."""
    count = 0
    while runs.words.at[end + count].look.low in cues("particle") and count < 3:
        if runs.words.at[end + count].look.capital:
            return 0
        count += 1
    after, before = runs.words.at[end + count], runs.words.at[end - 1]
    name = after.spaced and after.look.capital and not after.look.stop
    same = runs.words.sentence[end + count] == runs.words.sentence[end]
    return count + 1 if count and name and same and not before.look.size else 0


def _phrase(runs: Starts, place: int, end: int) -> int:
    """A body, a place or a law that goes on with "of", "for" or "on"."""
    low, before = runs.words.at[end].look.low, runs.words.at[end - 1].look
    law = (
        low == "of"
        and before.common
        and ending(runs.words.at[runs.capitals(end + 1) - 1]) == "OTHER"
    )
    if before.low in cues("place_start") and not all(
        w.look.common for w in runs.words.at[place:end]
    ):
        return 0  # Elm City of the Union
    inner = low == "of" and before.common and _in_phrase(runs, place, end)
    if not law and not inner and not opens_phrase(before.low, low):
        return 0  # "inner": Centre for Control of Iodine Deficiency
    more = 2 if runs.words.at[end + 1].look.low == "the" else 1
    after = runs.words.at[end + more].look
    hit = runs.listed_within(place, end)
    whole = hit is not None and hit[0] == end and hit[1].kind == "ORG"
    if low == "of" and not after.common and (whole or after.low in runs.spelling.people):
        return 0  # told Congress of Lind's plan
    return more + 1 if after.capital and not after.calendar else 0


def _owner(runs: Starts, place: int, end: int) -> int:
    """A name with an owner in it: Children's Hospital; Marta's List, if she owns nothing."""
    after, before = runs.words.at[end + 1], runs.words.at[end - 1]
    if runs.words.at[end].text != "'s" or not after.look.capital or not after.spaced:
        return 0
    stop = runs.capitals(end + 1)
    if before.look.low in cues("owner"):
        return stop - end if runs.whole(stop) else 0
    known = before.text in runs.spelling.free or before.look.low in cues("surname")
    word = (before.look.first or before.look.common) and not before.look.size
    known = known or place in runs.after_title
    if end - place > 1 or known or not word or before.look.group or before.look.upper:
        return 0
    rest = [w.look for w in runs.words.at[end + 1 : stop]]
    plain = len(rest) == 1 and rest[0].common and not rest[0].stop and not rest[0].calendar
    return 2 if plain and runs.listed[end + 1] is None and end + 1 not in runs.taken else 0


def _owners(runs: Starts, place: int, end: int) -> int:
    """A body that belongs to many, called by a plural noun: Divers' Union.

    A people ("the Israelis' Army") is an owner outside the name.
    """
    mark, after, before = runs.words.at[end], runs.words.at[end + 1], runs.words.at[end - 1].look
    if mark.spaced or not after.look.capital or not after.spaced:
        return 0
    plural = before.common and before.low.endswith("s") and not before.group and not before.size
    stop = runs.capitals(end + 1)
    return stop - end if plural and runs.whole(stop) else 0


def _nickname(runs: Starts, place: int, end: int) -> int:
    """A nickname in marks between first name and surname: Marta “Doc” Lind."""
    mark, name, close, after = runs.words.at[end : end + 4]
    marked = close.text == '"' and mark.spaced and not close.spaced
    person = runs.words.at[end - 1].look.first and end - place < 3
    capitals = name.look.capital and after.look.capital and after.spaced
    same = runs.words.sentence[end + 3] == runs.words.sentence[end]
    return 4 if marked and person and capitals and same and not after.look.stop else 0


def _work(runs: Starts, place: int, end: int) -> int:
    """Words with capitals in mid-sentence about a small one: Need to Improve."""
    before, after = runs.words.at[end - 1], runs.words.at[end + 1]
    if runs.words.at[place].opens:
        return 0
    named = [runs.words.at[place], after]
    if any(w.style or not w.look.capital or not w.look.common for w in (*named, before)):
        return 0
    if any(w.look.size or w.look.group or w.look.upper or w.look.calendar for w in named):
        return 0
    lists = runs.listed[place] or runs.listed[end + 1] or {place, end + 1} & runs.taken
    return 0 if lists or before.look.low in cues("direction") else 2


def _and(runs: Starts, place: int, end: int) -> int:
    after = runs.words.at[end + 1].look
    if not after.capital or not after.common:
        return 0
    if opens_phrase(after.low, runs.words.at[end + 2].look.low):
        return 0  # University of Leeds and University of Kent
    return 2 if _in_phrase(runs, place, end) else 0


def _in_phrase(runs: Starts, place: int, end: int) -> bool:
    """Whether the run so far is a body's name with "of" or "for": Department of Health."""
    return any(low in cues("phrase_joint") for low in runs.words.low(place, end))


JOINTS = (
    Joint(lambda: cues("hyphen"), _hyphen, "Karine Jean-Pierre"),
    Joint(lambda: {"&"}, _ampersand, "Lind & Okoro"),
    Joint(lambda: cues("particle"), _particle, "Marta van Lind"),
    Joint(lambda: cues("phrase_joint"), _phrase, "Institute for the Blind"),
    Joint(lambda: {"'s"}, _owner, "Marta's List"),
    Joint(lambda: {"'"}, _owners, "Divers' Union"),
    Joint(lambda: {'"'}, _nickname, "Marta “Doc” Lind"),
    Joint(lambda: cues("work_joint"), _work, "Need to Improve"),
    Joint(lambda: {"and"}, _and, "Department of Health and Welfare"),
)


@cache
def by_word() -> dict[str, list[Callable[[Starts, int, int], int]]]:
    """The rules of the words that may be joints."""
    found = defaultdict(list)
    for joint in JOINTS:
        for word in joint.words():
            found[word].append(joint.takes)
    return dict(found)


def opens_phrase(low: str, joint: str) -> bool:
    """Whether a name goes on with "of" or "for" after this word: Bank of, Institute for."""
    if joint == "on":
        return low in cues("council")
    if low in cues("company"):
        return False  # Google, Inc. of Mountain View
    if low in cues("org_start") or low in cues("ending", "ORG"):
        return low not in listed("titles", column="title") or low in cues("title_or_body")
    return joint == "of" and low in cues("place_start")
