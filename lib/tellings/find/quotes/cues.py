"""Cues: a paragraph's shape in, the words that report with who speaks and what is said out."""

import re
from functools import cache
from typing import NamedTuple

from tellings.find.quotes.phrases import WINDOW, Phrase, ahead, behind, main_subject
from tellings.find.quotes.shape import Shape
from tellings.lexicons import listed, rows

_CUE = re.compile(r"[VIBMa]")
_TITLED = re.compile(r"\|+(N[N~&']{1,6}):")
# What is reported ends with the sentence, where another verb of the same speaker reports on, and
# where an appositive follows a quote: “... in Rafah,” the southern city.
_END = re.compile(r"[|;]|(?<=q)[DnN]|,?CR?[VI]|,R?I|,A?R?V|,?a")
_CLAUSE = re.compile(r"[^|,;:]{0,16}?[AvVP]")
_ACTS = re.compile(r"[AvVBI]")
_LONGEST = 200  # words of one clause
NO_VERB = -1  # the index of a cue that has no word: somebody acts, and the quote stands beside it
_CLOSES = ',.|;—–-)"'


class Cue(NamedTuple):
    """A reporting word at the index `verb` (NO_VERB: none), its speaker and what it reports.

    speaker   words first to beyond, or None
    inverted  the speaker stands behind it ("said X")
    passive   nobody says it: "was told", "is expected"
    content   what it reports, as words first to beyond, marked stretches among them; two parts
              where the cue stands between them
    """

    verb: int
    speaker: Phrase | None
    inverted: bool
    passive: bool
    content: tuple[Phrase, ...]


def of(shape: Shape) -> list[Cue]:
    """The cues of a paragraph in order; a "Name:" that opens it is one."""
    found: list[Cue] = []
    for word in _CUE.finditer(shape.letters):
        found.append(_cue(shape, word.start(), found[-1] if found else None))
    titled = _TITLED.match(shape.letters)
    if titled:
        colon = titled.end() - 1
        rest = ((colon + 1, _end(shape, colon + 1)),)
        found.insert(0, Cue(colon, (titled.start(1), colon), False, False, rest))
    return sorted(found)


@cache
def takes(word: str) -> frozenset[str]:
    """What a reporting word takes: quote, clause, infinitive, object, listener."""
    return _takes().get(word, frozenset({"quote", "clause"}))


@cache
def _takes() -> dict[str, frozenset[str]]:
    return {r["word"]: frozenset(r["takes"].split()) for r in rows("reporting_verbs")}


def _cue(shape: Shape, at: int, last: Cue | None) -> Cue:
    """The cue at the word `at`; `last` is the cue before it."""
    letters = shape.letters
    if letters[at] == "a":
        speaker = behind(shape, at + 2)
        return Cue(at, speaker, True, False, _according(shape, at, speaker))
    if letters[at] == "M":
        return Cue(at, _owner(shape, at), False, False, ((at + 2, _end(shape, at + 2)),))
    inverted = _inverted(shape, at)
    if inverted:
        return Cue(at, inverted, True, False, _before(shape, at, at, inverted[1]))
    passive = _passive(shape, at)
    goes_on = letters[at] == "B" or (letters[at] == "I" and letters[at - 1] != "A")
    if passive:
        speaker = None
    elif goes_on or letters[at - 1] == "C":
        near = last is not None and _joined(shape, last, at)
        speaker = last.speaker if last and near else main_subject(shape, at)
    else:
        speaker = ahead(shape, at)
    cue = Cue(at, speaker, False, passive, ())
    return cue._replace(content=_content(shape, cue))


def _owner(shape: Shape, noun: int) -> Phrase | None:
    """Whose claim it is: "his claim that", "the port's claim that"; None for "the claim that"."""
    letters, low = shape.letters, shape.low
    if letters[noun - 1] == "'":
        return ahead(shape, noun - 1)
    return (noun - 1, noun) if low[noun - 1] in listed("attribution_words", use="owner") else None


def _joined(shape: Shape, last: Cue, at: int) -> bool:
    """Whether the verb at `at` goes on the cue before it: "X said, adding", "said and repeated"."""
    if not last.speaker:
        return False
    after = max(last.verb, last.speaker[1])
    between = shape.letters[after:at]
    return (
        last.verb < at and len(between) < 9 and "|" not in between and not _ACTS.search(between[1:])
    )


def _inverted(shape: Shape, at: int) -> Phrase | None:
    """The speaker behind the verb: "...", said X; ..., said X, who ..."""
    letters = shape.letters
    before = letters[at - 1]
    if letters[at] != "V" or before not in 'Qq,—–-"|':
        return None
    kinds = takes(shape.low[at])
    if before not in "Qq" and ("listener" in kinds or "clause" not in kinds):
        return None  # "X, a pollster, told Y."
    speaker = behind(shape, at + 1)
    if not speaker or before in "Qq":
        return speaker
    after = letters[speaker[1]]  # "Mr. Lee, a teacher, said he went": the clause goes on
    if before == "|":
        return speaker if after == ":" else None
    ends = ",.|(—–-:Wp" if shape.low[at] in listed("attribution_words", use="say") else ",.|(—–-:W"
    return speaker if after in ends and letters[at + 1] != "P" else None


def _passive(shape: Shape, at: int) -> bool:
    """Whether the verb is a participle behind a form of "be": "was told", "is widely expected"."""
    letters, low, i = shape.letters, shape.low, at - 1
    while letters[i] == "R":
        i -= 1
    if letters[at] == "V" and low[at + 1] == "by":
        return True  # "sanctions announced by the port"
    return letters[at] == "V" and low[i] in listed("passives", kind="be")


def _sentence(shape: Shape, at: int) -> int:
    """Where the sentence or its part behind a colon or semicolon starts, a window back at most."""
    floor = max(at - WINDOW, 1)
    return max([floor, *(shape.letters.rfind(mark, floor, at) + 1 for mark in "|;:")])


def _end(shape: Shape, start: int) -> int:
    """Where what is reported from `start` on ends."""
    limit = min(start + _LONGEST, len(shape.letters))
    end = _END.search(shape.letters, start, limit)
    return end.start() if end else limit


def _according(shape: Shape, at: int, speaker: Phrase | None) -> tuple[Phrase, ...]:
    """What stands before "according to X", or behind it where it opens the sentence."""
    if speaker is None:
        return ()
    start, after = _sentence(shape, at), speaker[1]
    head = at - (shape.letters[at - 1] == "S")  # "as reported by X"
    if head - start >= 3:
        return ((start, head), *_more(shape, after))
    comma = shape.letters.find(",", after, after + 12)
    return ((comma + 1, _end(shape, comma + 1)),) if comma > 0 else ()


def _before(shape: Shape, at: int, head: int, after: int) -> tuple[Phrase, ...]:
    """The clause before "..., X said"; words go on behind "..., X said, ..."."""
    letters, start = shape.letters, _sentence(shape, at)
    parted = letters[head - 1] in ",—–-q" or letters[head - 2 : head] == ',"'
    if not parted or "clause" not in takes(shape.low[at]):
        return ()
    more = _more(shape, after) if head != at else ()
    said = letters[start : head - 1]
    if letters[after] not in _CLOSES or (
        letters[start] == "p" and not more and not _ACTS.search(said)
    ):
        return ()  # "In a statement, X said: ..."
    return ((start, head - 1), *more) if head - start >= (2 if more else 4) else ()


def _more(shape: Shape, after: int) -> tuple[Phrase, ...]:
    """What goes on behind a cue in the middle: "Survival, he says, depends on giving ..."."""
    letters = shape.letters
    goes_on = letters[after : after + 1] == "," and letters[after + 1 : after + 2] not in "IWSD|Qq"
    return ((after + 1, _end(shape, after + 1)),) if goes_on else ()


def _content(shape: Shape, cue: Cue) -> tuple[Phrase, ...]:
    """What a cue that is not inverted reports: behind it, else before it."""
    letters, at = shape.letters, cue.verb
    start = _content_start(shape, cue)
    if start is not None:
        return ((start, _end(shape, start)),) if start < len(letters) else ()
    if cue.speaker and cue.speaker[1] <= at and letters[at] == "V":
        after = at + 1
        if "listener" in takes(shape.low[at]):
            listener = behind(shape, after)
            after = listener[1] if listener else after
        after = _past_adverbials(shape, after)
        return _before(shape, at, cue.speaker[0], after)
    return ()


def _content_start(shape: Shape, cue: Cue) -> int | None:
    """Where the clause or infinitive behind the verb starts; None if there is none."""
    letters, low, verb = shape.letters, shape.low, cue.verb
    kinds = takes(low[verb])
    at, told = verb + 1, False
    if "listener" in kinds and not cue.passive:
        listener = behind(shape, at)
        if listener and _opens(shape, listener[1]):
            at, told = listener[1], True
    at = _past_adverbials(shape, at)
    if low[at] == "to" and letters[at + 1] not in "DNPQq" and ("infinitive" in kinds or told):
        return at
    if "clause" not in kinds:
        return None
    if letters[at] == "H":
        return at + 1
    if letters[at] == "S":
        return at if low[at] in listed("attribution_words", use="question") else None
    if cue.passive or (letters[verb] == "B" and "quote" not in kinds):
        return None
    if letters[at] not in "PDNnQqg":
        return None
    clause = (
        _CLAUSE.match(letters, at + 1)
        or letters[at] == "P"
        or low[verb] in listed("attribution_words", use="say")
    )
    return at if clause and letters[at + 1] not in ".|" else None


def _opens(shape: Shape, at: int) -> bool:
    """Whether a clause or infinitive opens at `at`, behind the one who is told."""
    letters, low = shape.letters, shape.low
    return letters[at] in "HPD" or low[at] in listed("attribution_words", use="told")


def _past_adverbials(shape: Shape, at: int) -> int:
    """The word behind adverbs, days and phrases of place: "said on Monday in a statement that"."""
    letters, low = shape.letters, shape.low
    for _ in range(6):
        if letters[at] in "RT":
            at += 1
        elif letters[at] == "p" and (low[at] != "to" or letters[at + 1] in "DNP"):
            end = at + 1
            while letters[end] in "nN'&g~T" or (letters[end] in "DP" and end == at + 1):
                end += 1
            at = end
        else:
            break
    return at
