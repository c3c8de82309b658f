"""Sources: a speaker's words in, the name, side and standing that they tell out."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from tellings.lexicons import listed, rows
from tellings.text import inflection
from tellings.text.characters import plain
from tellings.text.patterns import Pattern
from tellings.text.prose import a

STANDINGS = ("named", "institution", "unnamed", "not told")

_SHORT = 4  # letters of a shortened title at most: "prof"
WORD = Pattern(r"(?:[^\W\d_]\.){2,}|[^\W_]++(?:['.-][^\W_]++)*+")
_THE = re.compile(r"^(?:the|a|an|one|his|her|its|their) ", re.IGNORECASE)
_OWNER = re.compile(r"'s? ")
TAIL = re.compile(
    r",| (?:of|in|on|at|for|from|with|by|to|who|that|issued|released|briefed|\w+sel(?:f|ves))\b"
)


class Source(NamedTuple):
    """A source as one speaker's words tell it.

    source    its name: of a person, an institution, or "unnamed officials"; "" if nobody is told
    side      the state or organisation it speaks for; "" if the words of no telling tell
    standing  named (a person) | institution | unnamed | not told
    """

    source: str
    side: str
    standing: str


NOBODY = Source("", "", "not told")


@lru_cache(maxsize=4096)  # an article names its speakers again and again
def describe(speaker: str) -> Source:
    """The source that one speaker's words tell, read alone.

    >>> describe("National Security Council spokesman John Kirby")
    Source(source='John Kirby', side='United States', standing='named')
    >>> describe("a U.S. official").source
    'unnamed officials'
    >>> describe("mother of two Kelly Draper").source
    'Kelly Draper'
    """
    text = _measured().sub("", plain(speaker))
    if not text or text.lower() in listed("function_words", kind="pronoun"):
        return NOBODY
    side, head = _side(text), TAIL.split(text)[0]
    noun, (name, titled) = head_noun(text.lower()), _name(head)
    if name.lower() in listed("function_words") | listed("calendar"):
        return Source("", side, "not told")  # "Just", "Monday": no head that names anybody
    if noun in listed("source_nouns", kind="unnamed"):
        return Source(f"unnamed {inflection.plural(noun)}", side, "unnamed")
    if noun in listed("source_nouns", kind="document"):
        owner = describe(_OWNER.split(head)[0]) if _OWNER.search(head) else NOBODY
        if owner.standing in STANDINGS[:2]:
            return owner  # "Ode's account" says what Ode does
        return Source(_known(text) or a(noun), side, "institution")
    if noun in listed("source_nouns", kind="institution"):
        return Source(_THE.sub("", head), side, "institution")
    if not name or name.split()[-1].lower() in known_titles():
        return Source(_THE.sub("", head).lower(), side, "unnamed")
    if titled:
        return Source(name, side, "named")
    if " and " in side and " and " in head:
        return Source(_THE.sub("", head), side, "institution")
    last = name.split()[-1].lower()
    known = name.lower() in _sides() or last in _organisation_ends()
    return Source(name, side, "institution" if known or " " not in name else "named")


@cache
def _measured() -> re.Pattern[str]:
    """What stands before a name and is measured by a number: "mother of two" Kelly Draper."""
    number = "|".join(sorted(listed("number_words"), key=len, reverse=True))
    name = r"(?=[A-Z][\w'-]+(?: [A-Z][\w'.-]+)+(?:,|$))"
    return re.compile(rf"^[^,]*\bof (?:\d+|{number})(?: [a-z]+)? {name}")


def head_noun(low: str, exact: bool = False) -> str:
    """The last word of a noun phrase's head, singular: "official" of "US officials in Gaza"."""
    found = WORD.findall(TAIL.split(low)[0])
    last = found[-1] if found else ""
    known = listed("source_nouns")
    single = inflection.singular(last)
    return single if single in known and last not in known and not exact else last


@cache
def _sides() -> dict[str, str]:
    """Names and demonyms, in lower case, with the side they stand for."""
    known = {r["word"].lower(): r["folds_to"] for r in rows("demonyms") if r["folds_to"]}
    known |= {place.lower(): place for place in known.values()}
    return known | {r["name"].lower(): r["side"] for r in rows("sides")}


def _known_names(text: str) -> list[str]:
    """The names of sides in the text, in lower case: runs of up to four words, longest first."""
    found = [
        w.replace(".", "") if w.count(".") > 1 else w for w in WORD.findall(text.replace("-", " "))
    ]
    names, taken = [], set()
    for size in range(4, 0, -1):
        for first in range(len(found) - size + 1):
            here = set(range(first, first + size))
            run = " ".join(found[first : first + size]).lower()
            if found[first][0].isupper() and run in _sides() and not here & taken:
                names, taken = [*names, run], taken | here
    return names


def _side(text: str) -> str:
    """The side that the words tell; two are joined by "and", more are none."""
    sides = sorted({_sides()[name] for name in _known_names(text)})
    return " and ".join(sides) if len(sides) < 3 else ""


@cache
def _written() -> dict[str, str]:
    return {r["name"].lower(): r["name"] for r in rows("sides")}


def _known(text: str) -> str:
    """The first known name in the text, as the list writes it; "" if none."""
    return next((_written()[n] for n in _known_names(text) if n in _written()), "")


@cache
def _organisation_ends() -> frozenset[str]:
    return listed("name_cues", place="ending", kind="ORG")


@cache
def known_titles() -> frozenset[str]:
    """Words that end a title: "president", "secretary", "Mr"."""
    titles = {
        r["title"].lower().split()[-1]
        for r in rows("titles")
        if not {"of", "for"} & set(r["title"].split())
    }
    return frozenset(titles | {w.lower() for w in listed("abbreviations", kind="title")})


def _name(head: str) -> tuple[str, bool]:
    """The name that ends a head, without what stands before it, and whether a title does.

    "US President Joe Biden" is Joe Biden, with a title.
    """
    found = WORD.findall(head)
    first = len(found)
    while first and (found[first - 1][0].isupper() or found[first - 1][0].isdigit()):
        first -= 1
    run = found[first:]
    titles = [i for i, w in enumerate(run[:-1]) if w.lower() in known_titles()]
    titled = bool(titles) or bool(first and found[first - 1].lower() in known_titles() and run)
    run = run[titles[-1] + 1 :] if titles else run
    run = run[1:] if run and run[0].lower() in ("the", "a", "an") else run
    return " ".join(w.replace(".", "") if w.count(".") > 1 else w for w in run), titled


@cache
def in_full(title: str) -> str:
    """A title as it is written in full: "governor" of "gov"; as it is where nothing is longer."""
    styles = {r["title"]: r["style"] for r in rows("titles")}
    longer = [
        t
        for t, style in styles.items()
        if t.startswith(title) and t.isalpha() and style == styles.get(title) != "honorific"
    ]
    full = {inflection.singular(t) for t in longer} - {title}
    return min(full, key=len) if full and len(title) <= _SHORT else title


@lru_cache(maxsize=4096)
def rank(words: str) -> str:
    """The title that ends the words, whole and in full; "" for none.

    >>> rank("the US vice president"), rank("Gov."), rank("the crew")
    ('vice president', 'governor', '')
    """
    said = WORD.findall(plain(words).lower())
    ends = (" ".join(said[first:]) for first in range(len(said)))
    return in_full(next((end for end in ends if end in _ranks()), ""))


@cache
def _ranks() -> frozenset[str]:
    """All titles, whole ones and words that end one."""
    return frozenset({r["title"] for r in rows("titles")} | known_titles())
