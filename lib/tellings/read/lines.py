"""Lines of a capture and their roles: a text in, one Line for each of its lines out."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from tellings.lexicons import listed, rows
from tellings.text.characters import plain

ROLES = (
    "headline",
    "dek",
    "byline",
    "caption",
    "body",
    "list",
    "timestamp",
    "section",
    "notice",
    "promo",
    "nav",
    "editors_note",
    "credit",
    "bio",
    "comments",
    "blank",
)
BULLET = re.compile(r"\s*(?:[•·▪‣○*–-]|\d{1,2}\.)\s+")
_WORD = re.compile(r"[^\W_](?:[\w'.]*\w)?")
_STOP = re.compile(r"""[.!?…]["')\]]*$""")
_END = re.compile(r"""[.!?…:;,]["')\]]*$""")
_CUT = re.compile(r"(?:\.\.\.|…)$")
_STAMP = re.compile(
    r"(?:(?:last|first|originally|date)\s+)?(?:updated|published|posted|modified|publication)\b",
    re.I,
)
_BYLINE = re.compile(r"(?:by|authors?:|written by|story by|words by|analysis by)\s+(?=\S)", re.I)
_FIRST_PERSON = re.compile(r"I(?:'m| am)\s.{1,60}\bauthor behind\b")
_COUNT = re.compile(
    r"\W*\d[\d,.]*k?\s"
    r"(?P<what>comments?|responses?|replies|thoughts|shares?|likes?|votes?|views?)\b",
    re.I,
)
_ANSWERS = ("comment", "comments", "response", "responses", "replies", "thoughts")
_PICTURE = re.compile(r"(?:image|photo|slide|picture)\s\d+\s(?:of|/)\s\d+$", re.I)
_ABOUT = re.compile(r"\s(?:is|was|covers|writes|reports|joined|has)\b")
_EDGES = " \t\r*+•|»›>:-=_."
# Phrases are looked up by so many first letters.
_KEY = 3
# A title has so many lines with words between it and the body; more if its words come back.
_NEAR, _FAR = 12, 40
# Scores of a line, found on saved web pages: prose counts by its words, furniture against the body.
_PROSE, _LONG_LINE, _SHORT_SENTENCE = 0.35, 0.25, 0.5
_FURNITURE, _PLAIN, _COMMENTS = -3.0, -2.0, -10.0
# Prose between two lines that are none is a teaser as often as a paragraph.
_ALONE = 0.6


class Line(NamedTuple):
    """One line of a capture; `line` is 1-based, `rule` names what decided the role."""

    line: int
    role: str
    start: int
    end: int
    rule: str
    text: str


def classify(text: str, corrections: Iterable = ()) -> list[Line]:
    """Every line of the text once, in order, with its role (one of ROLES).

    rule         what decided: the phrase, form or position; "correction" where the researcher did
    start, end   code points into the text; joined with "\\n" the lines are the text again
    corrections  rows of files.Correction for this capture; those of subject "line" set a role

    First the lines that name themselves (lexicons/site_phrases.csv, dates, bylines, agencies); then
    the body: the run of lines with the largest sum of scores, where a line that reads like prose
    counts for it and furniture against it (after Pasternack and Roth, "Extracting article text from
    the Web with maximum subsequence segmentation", WWW 2009); then headline, dek and section by
    their place before the body. What is left over is nav.

    >>> text = "Talks resume\\n\\nThe two sides met again on Monday, officials said."
    >>> [line.role for line in classify(text)]
    ['headline', 'blank', 'body']
    """
    lines = [_look(piece) for piece in text.split("\n")]
    named = [_named(line) for line in lines]
    first, last = _span(_scores(lines, named))
    first = _below_titles(lines, named, first, last)
    decided = _inside(lines, named, first, last)
    decided |= _head(lines, named, first, last)
    decided |= _after(lines, named, last)
    decided |= _about(lines, named, last)
    decided |= _corrected(corrections, len(lines))
    return list(_rows(text, decided))


class _Look(NamedTuple):
    """A line as the rules see it: plain characters, no white space round it, its words."""

    text: str
    low: str
    words: tuple[str, ...]
    bullet: bool


def _look(piece: str) -> _Look:
    """What the rules need of a line; a bullet is not part of its text."""
    text = plain(piece)
    bullet = BULLET.match(text)
    text = text[bullet.end() if bullet else 0 :].strip()
    low = text.lower()
    return _Look(text, low, tuple(_WORD.findall(low)), bool(bullet))


# --- lines that name themselves -------------------------------------------------------------------


def _named(line: _Look) -> tuple[str, str] | None:
    """The role and rule of a line that says itself what it is, or None."""
    if not line.text and not line.bullet:
        return "blank", "no words"
    if not line.words:
        return "nav", "marks only"
    return _count(line) or _stamp(line) or _byline(line) or _phrase(line) or _agency(line)


def _count(line: _Look) -> tuple[str, str] | None:
    """ "34 responses to …", "258 Shares", "Image 1 of 5": the site counts something."""
    if len(line.words) > 14 or _STOP.search(line.text):
        return None
    if _PICTURE.match(line.text):
        return "nav", "counts pictures"
    found = _COUNT.match(line.text)
    if not found or (len(line.words) > 3 and found["what"].lower() not in _ANSWERS):
        return None
    what = found["what"].lower()
    return "comments" if what in _ANSWERS else "nav", f"counts {what}"


_ANSWERS = ("comment", "comments", "response", "responses", "replies", "thoughts")


def _stamp(line: _Look) -> tuple[str, str] | None:
    """A line that says when the text was published or updated, or that is nothing but a date."""
    digits = any(w[0].isdigit() for w in line.words)
    if len(line.words) > 24 or not digits:
        return None
    if _STAMP.match(line.text) and any(w in _calendar() or _clock(w) for w in line.words):
        return "timestamp", "says when it was published or updated"
    if len(line.words) <= 12 and all(w in _calendar() or _clock(w) for w in line.words):
        dated = any(w in _calendar("month") for w in line.words) or len(line.words) > 1
        return ("timestamp", "nothing but a date") if dated else None
    return None


def _clock(word: str) -> bool:
    """Whether a word is a number of a date or time: "18", "2024", "8:30", "30pm", "2nd"."""
    return word[0].isdigit() and len(word) <= 6 and word.rstrip("apmthndrsz.").isdigit()


def _byline(line: _Look) -> tuple[str, str] | None:
    """ "By" or "Author:" and a name: capitals, few words, no stop."""
    mark = _BYLINE.match(line.text)
    if not mark or len(line.words) > 20 or _STOP.search(line.text):
        return None
    name = line.text[mark.end() :].split()
    capitals = sum(w[0].isupper() or not w[0].isalpha() for w in name)
    dated = name[0].lower().strip(".,") in _calendar()
    if name[0][0].isupper() and not dated and (capitals >= 0.6 * len(name) or len(name) == 1):
        return "byline", f"{mark.group().strip().rstrip(':').lower()} and a name"
    return None


def _phrase(line: _Look) -> tuple[str, str] | None:
    """The first site phrase that the line is, begins with or holds (lexicons/site_phrases.csv)."""
    whole, starts, insides = _phrases()
    bare = line.low.strip(_EDGES)
    known = whole.get(bare)
    if known and len(line.words) <= known.most:
        return known.role, f'is "{bare}"'
    for phrase, known in starts.get(line.low[:_KEY], ()):
        if line.low.startswith(phrase) and _fits(line, known) and _ends(line.low, len(phrase)):
            return known.role, f'begins with "{phrase}"'
    for phrase, known in insides if len(line.words) <= 90 else ():
        if phrase in line.low and _fits(line, known):
            return known.role, f'holds "{phrase}"'
    if _FIRST_PERSON.match(line.text):
        return "bio", "the author speaks of himself or herself"
    return None


def _ends(low: str, at: int) -> bool:
    """Whether a word ends here."""
    return not (low[at - 1].isalnum() and low[at : at + 1].isalnum())


def _agency(line: _Look) -> tuple[str, str] | None:
    """A caption whose last word, after its stop, is an agency; or an agency alone on a line."""
    bare = line.text.strip("()[] .")
    if bare in listed("agencies", column="name"):
        return "credit", "an agency alone"
    found = _credits().search(line.text) if len(line.words) <= 80 else None
    return ("caption", f"ends in the agency {found.group(1)}") if found else None


@cache
def _calendar(kind: str = "") -> frozenset[str]:
    """Words of dates and times; with a kind only those."""
    if kind:
        return listed("calendar", kind=kind)
    kinds = ("month", "weekday", "short weekday", "clock", "filler")
    return frozenset().union(*(listed("calendar", kind=k) for k in kinds))


class _Known(NamedTuple):
    role: str
    most: int
    any_stop: bool


@cache
def _phrases() -> tuple[dict, dict, tuple]:
    """Phrases that are a whole line; those at its start, by their first letters; those inside."""
    whole, starts, insides = {}, {}, []
    for row in sorted(rows("site_phrases"), key=lambda r: -len(r["phrase"])):
        phrase = row["phrase"]
        known = _Known(row["role"], int(row["most_words"]), row["stop"] == "any")
        if row["where"] == "whole":
            whole[phrase.strip(_EDGES)] = known
        elif row["where"] == "start":
            starts.setdefault(phrase[:_KEY], []).append((phrase, known))
        else:
            insides.append((phrase, known))
    return whole, starts, tuple(insides)


def _fits(line: _Look, known: _Known) -> bool:
    """Whether a line is short enough for the phrase, and no sentence where it may be none."""
    return len(line.words) <= known.most and (known.any_stop or not _STOP.search(line.text))


@cache
def _credits() -> re.Pattern:
    """An agency at a line's end: after a stop ("… over Rafah. Reuters"), a slash or in brackets."""
    names = sorted(listed("agencies", column="name"), key=len, reverse=True)
    return re.compile(
        rf"""(?:[.!?"')\]]\s+|[/(\[|]\s?)({"|".join(map(re.escape, names))})[)\].]*$"""
    )


# --- the span of the body -------------------------------------------------------------------------


def _scores(lines, named) -> list[float]:
    """A score for each line, by itself and by the lines beside it."""
    seen = Counter(line.low for line in lines if line.text)
    scores = [_score(x, n, seen) for x, n in zip(lines, named, strict=True)]
    filled = [i for i, line in enumerate(lines) if line.text]
    prose = [False, *(scores[i] > 0 for i in filled), False]
    for k, i in enumerate(filled, 1):
        if prose[k] and not prose[k - 1] and not prose[k + 1]:
            scores[i] *= _ALONE
    return scores


def _score(line: _Look, name: tuple[str, str] | None, seen: Counter) -> float:
    """How much a line reads like prose (above 0) or like furniture (below)."""
    if name:
        return {"blank": 0.0, "comments": _COMMENTS}.get(name[0], _FURNITURE)
    long, ends = min(len(line.words), 40), bool(_END.search(line.text))
    if seen[line.low] > 1 and not _STOP.search(line.text):
        return _FURNITURE  # "Business", "More World": what stands twice is the page's
    if _CUT.search(line.text):
        return _PLAIN  # a teaser: "Oil prices steady after 2-day drop amid growth concerns..."
    if long >= 8 and ends:
        return long * _PROSE
    common = _share_of_function_words(line)
    if long >= 15 and common >= 0.25:
        return long * _LONG_LINE
    if long >= 4 and ends and common >= 0.2:
        return _SHORT_SENTENCE
    return _FURNITURE if line.bullet and long < 8 else _PLAIN


def _share_of_function_words(line: _Look) -> float:
    """Share of the words that prose cannot do without."""
    return sum(w in listed("function_words") for w in line.words) / max(1, len(line.words))


def _span(scores: Sequence[float]) -> tuple[int, int]:
    """First and last index of the run with the largest sum; an empty one at the end if none."""
    best, span, total, begin = 0.0, (len(scores), len(scores) - 1), 0.0, 0
    for i, score in enumerate(scores):
        if total <= 0:
            total, begin = 0.0, i
        total += score
        if total > best:
            best, span = total, (begin, i)
    return span


def _below_titles(lines, named, first: int, last: int) -> int:
    """Where the body begins when its span has run over headline and dek, and nothing stands above.

    A title of many words, or one that asks ("Who was in the room?"), scores like prose; unlike a
    paragraph it ends in no full stop.
    """
    if any(not name for name in named[:first]):
        return first
    filled = [i for i in range(first, last + 1) if lines[i].text]
    titles = 0
    for i in filled[:2]:
        title = not lines[i].bullet and len(lines[i].words) <= 30
        if not title or re.search(r"[.:;,!][\"')]*$", lines[i].text):
            break
        titles += 1
    return filled[titles] if len(filled) > titles else first


# --- roles by place -------------------------------------------------------------------------------


def _inside(lines, named, first: int, last: int) -> dict[int, tuple[str, str]]:
    """Inside the body's span: what names itself keeps its role; bullets are list, the rest body."""
    found = {}
    for i in range(first, last + 1):
        role = "list" if lines[i].bullet else "body"
        found[i] = named[i] or (role, "in the run of prose")
    return found


def _head(lines, named, first: int, last: int) -> dict[int, tuple[str, str]]:
    """Before the body: headline, then dek, with a section above; what is left over is nav."""
    found = {i: named[i] or ("nav", "before the body") for i in range(first)}
    free = [i for i in range(first) if not named[i] and not lines[i].bullet]
    titles = _titles(lines, [i for i in range(first) if lines[i].words], free, first, last)
    if titles:
        found[titles[0]] = "headline", "first title before the body"
        above = [i for i in range(titles[0]) if lines[i].words]
        if above and above[-1] in free and len(lines[above[-1]].words) <= 3:
            found[above[-1]] = "section", "a kicker above the headline"
    later = [i for i in titles[1:] if len(lines[i].words) >= 6]
    if later:
        found[later[0]] = "dek", "second title before the body"
    return found


def _titles(lines, filled: list[int], free: list[int], first: int, last: int) -> list[int]:
    """Lines above the body that may be its titles, the headline first.

    The headline is the first near the body whose words come back in it, else one further up, else
    the first near it at all.
    """
    body = {w for line in lines[first : last + 1] for w in line.words}
    near, far = set(filled[-_NEAR:]), set(filled[-_FAR:])
    long = [i for i in free if len(lines[i].words) >= 4]
    told = [i for i in long if _tells(lines[i], body)]
    best = [i for i in told if i in near][:1] or [i for i in told if i in far][-1:]
    best = best or [i for i in long if i in near][:1] or [i for i in free if i in near][-1:]
    return best + [i for i in long if best and i > best[0]]


def _tells(line: _Look, body: set[str]) -> bool:
    """Whether half of a title's words come back in the body: furniture has words of its own."""
    own = {w for w in line.words if len(w) > 2 and w not in listed("function_words")}
    return 2 * len(own & body) >= len(own) > 0


def _after(lines, named, last: int) -> dict[int, tuple[str, str]]:
    """After the body: what names itself keeps its role, the rest is nav."""
    return {i: named[i] or ("nav", "after the body") for i in range(last + 1, len(lines))}


def _corrected(corrections: Iterable, size: int) -> dict[int, tuple[str, str]]:
    """Roles that the researcher has set; raises ValueError for a role or a line that is none."""
    found = {}
    for row in corrections:
        if row.subject != "line":
            continue
        if row.becomes not in ROLES:
            raise ValueError(
                f"corrections.csv: unknown role {row.becomes!r}; known: {', '.join(ROLES)}"
            )
        if not row.place.isdigit() or not 1 <= int(row.place) <= size:
            raise ValueError(
                f"corrections.csv: no line {row.place!r}; place is a line number, 1 to {size}"
            )
        found[int(row.place) - 1] = (row.becomes, "correction")
    return found


def _about(lines, named, last: int) -> dict[int, tuple[str, str]]:
    """A line near the body's end that begins with the byline's name and says who that is: bio."""
    names = [
        _BYLINE.sub("", x.text) for x, n in zip(lines, named, strict=True) if n and n[0] == "byline"
    ]
    near = [i for i in range(last + 1) if lines[i].text][-2:] + list(range(last + 1, len(lines)))
    return {
        i: ("bio", "about the author of the byline")
        for i in near
        for name in names
        if not named[i] and name and lines[i].text.startswith(name)
        if _ABOUT.match(lines[i].text, len(name))
    }


def _rows(text: str, decided: dict[int, tuple[str, str]]):
    """Line rows in order, with their offsets."""
    start = 0
    for i, piece in enumerate(text.split("\n")):
        role, rule = decided[i]
        yield Line(i + 1, role, start, start + len(piece), rule, piece)
        start += len(piece) + 1
