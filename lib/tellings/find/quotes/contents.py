"""What cues report: a paragraph's shape and cues in, the cues with what each reports out."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from tellings.find.quotes.adverbials import moment, past_adverbials
from tellings.find.quotes.cues import Cue, takes
from tellings.find.quotes.phrases import Phrase, behind, sentence
from tellings.find.quotes.shape import Shape
from tellings.lexicons import listed
from tellings.text import inflection

# Where what is reported ends: with the sentence; where an appositive follows a quote (“... in
# Rafah,” the southern city); where the same speaker goes on to report or to act (", and vowed",
# ", while adding"); where the outlet goes on (", raising more questions.", "-- which it did").
_END = re.compile(
    r"[|;]|(?<=q)[DnN]|(?<=[qQ])S?R?[Ig]|,?CR?[VI]|,R?I|,?a"
    r"|,CR?v|,SR?[Ig]|,?C[DnN]+I|[—–-]+R?[gW]|,R?g[^,|;—–-]{2,}(?=[|;])"
)
_CLAUSE = re.compile(r"[^|,;:]{0,16}?[AvVP]")
# A subject with its phrases, and a verb that is no participle: "the head of the port may leave".
_SUBJECT_AND_VERB = re.compile(r"(?:[DNnMT'~&gRQq#$%()]|p(?=[DNnTQ])|C(?=[DNn]))*(?:[AV]|v(?!p))")
_MAIN = re.compile(f",(?=P[RT]*[AVv]|{_SUBJECT_AND_VERB.pattern})")
_FRAGMENT = re.compile(r"[^|,;:vVAIBQqW]{0,12}Q(?=[pnStg])")
_FINITE = re.compile(r"[AV]|v(?!p)")
_OWN_NOUN = re.compile(r"D?[nN~']*M")
_ACTS = re.compile(r"[AvVBI]")
_LONGEST = 200  # words of one clause
_CLOSES = ',.|;—–-)"'


def of(shape: Shape, cues: list[Cue]) -> list[Cue]:
    """The cues in order, each with what it reports."""
    given = [c._replace(content=_reported(shape, c)) if _asserted(shape, c) else c for c in cues]
    return [cue._replace(content=tuple(_own(shape, cue, given))) for cue in given]


def _own(shape: Shape, cue: Cue, cues: list[Cue]) -> Iterator[Phrase]:
    """The parts of what a cue reports, without the "X said" of another one that closes in them."""
    for first, beyond in cue.content:
        if shape.letters[beyond : beyond + 1] == "q" and _told_before(cue, cues, first, beyond):
            continue  # "She vowed to go, “come what may,” she said"
        place = bisect_left(cues, first, key=lambda c: c.verb)
        for other in cues[place:]:
            if other.verb >= beyond:
                break
            head = min(other.verb, other.speaker[0]) if other.speaker else other.verb
            closes = any(end <= head for _, end in other.content) and other.verb > cue.verb
            closes = closes or (shape.letters[head - 1] == "q" and other.speaker is not None)
            if head > first and closes:
                beyond = head - (shape.letters[head - 1] in ",—–-")
                break
        if beyond - first >= 1:
            yield first, beyond


def _told_before(cue: Cue, cues: list[Cue], first: int, beyond: int) -> bool:
    """Whether another cue among the words first to beyond reports what follows it."""
    place = bisect_left(cues, first, key=lambda c: c.verb)
    near = takewhile(lambda c: c.verb < beyond, cues[place:])
    return any(c.content and c != cue for c in near)


def _asserted(shape: Shape, cue: Cue) -> bool:
    """Whether the cue tells that it was said: not "did not say", "may believe", "if he says"."""
    letters, low, verb = shape.letters, shape.low, cue.verb
    if letters[verb] not in "VIB":
        return True
    first = verb
    while letters[first - 1] in "ARt":
        first -= 1
    group = low[first - 1 : verb] if low[first - 1] == "without" else low[first:verb]
    if any(w.endswith("n't") or w in listed("attribution_words", use="negation") for w in group):
        return False
    if letters[verb] == "V" and any(w in listed("attribution_words", use="guess") for w in group):
        return False
    if letters[verb] == "B" and _refused(shape, first):
        return False
    opens = cue.speaker[0] - 1 if cue.speaker else 0
    return low[opens] not in listed("attribution_words", use="condition")


def _refused(shape: Shape, to: int) -> bool:
    """Whether the words before the "to" at `to` refuse what follows: "refused on Monday to say"."""
    near = shape.low[max(to - 4, sentence(shape, to)) : to]
    return any(word in listed("attribution_words", use="refusal") for word in near)


def _reported(shape: Shape, cue: Cue) -> tuple[Phrase, ...]:
    """What a cue reports: behind it, else before it."""
    letters, at = shape.letters, cue.verb
    if letters[at] == "a":
        return _according(shape, at, cue.speaker)
    if letters[at] in "M:":
        start = at + 1 + (letters[at] == "M")
        return ((start, _end(shape, start)),)
    if cue.inverted and cue.speaker:
        return _before(shape, at, at, cue.speaker[1])
    if _is_aside(shape, cue) and letters[at + 1] == ",":
        return ((at + 2, _end(shape, at + 2)),)  # "As Lee said, it was late."
    start = _start(shape, cue) or _behind_fragment(shape, cue)
    if start:
        end = _end(shape, start)
        main = _MAIN.search(letters, start, end) if _is_fronted(shape, at) else None
        return ((start, main.start() if main else end),)
    if cue.speaker and cue.speaker[1] <= at and letters[at] == "V":
        after = at + 1
        if "listener" in takes(shape.low[at]):
            listener = behind(shape, after)
            after = listener[1] if listener else after
        after = past_adverbials(shape, after)
        return _before(shape, at, cue.speaker[0], after)
    return ()


def _is_aside(shape: Shape, cue: Cue) -> bool:
    """Whether the cue stands behind "as": "As Lee said"."""
    as_said = cue.speaker is not None and shape.low[cue.speaker[0] - 1] == "as"
    return as_said and "clause" in takes(shape.low[cue.verb])


def _behind_fragment(shape: Shape, cue: Cue) -> int:
    """Where the clause goes on behind the fragment that a verb gives; 0 if it does not.

    "They denounced it as a “grave threat” to all ports."
    """
    at = cue.verb + 1
    fragment = _FRAGMENT.match(shape.letters, at)
    if fragment and past_adverbials(shape, at) >= fragment.end():
        return 0  # "said on “The Morning Show” on Friday"
    judges = takes(shape.low[cue.verb]) & {"as", "complement", "clause"}
    return fragment.end() if fragment and judges and not cue.passive else 0


def _is_fronted(shape: Shape, at: int) -> bool:
    """Whether the cue stands in a clause before the main one: "While he said", "Asked whether"."""
    opens = sentence(shape, at)
    return shape.letters[opens] == "S" or opens == at


def _end(shape: Shape, start: int) -> int:
    """Where what is reported from `start` on ends."""
    limit = min(start + _LONGEST, len(shape.letters))
    end = _END.search(shape.letters, start, limit)
    return end.start() if end else limit


def _according(shape: Shape, at: int, speaker: Phrase | None) -> tuple[Phrase, ...]:
    """What stands before "according to X", or behind it where it opens the sentence."""
    if speaker is None:
        return ()
    start, letters = sentence(shape, at), shape.letters
    head = at - (letters[at - 1] == "S")  # "as reported by X"
    stop = letters.find("|", speaker[1])
    comma = letters.find(",", speaker[1], min(stop, speaker[1] + 25))
    more = _more(shape, start, head, comma) if comma > 0 else ()
    if head - start >= (1 if more else 3):
        return ((start, head), *more)
    return ((comma + 1, _end(shape, comma + 1)),) if comma > 0 and head <= start + 2 else ()


def _before(shape: Shape, at: int, head: int, after: int) -> tuple[Phrase, ...]:
    """The clause before "..., X said"; words go on behind "..., X said, ..."."""
    letters, start = shape.letters, sentence(shape, at)
    parted = letters[head - 1] in ",—–-q" or letters[head - 2 : head] == ',"'
    if not parted or "clause" not in takes(shape.low[at]):
        return ()
    more = _more(shape, start, head, after) if head != at else ()
    said = letters[start : head - 1]
    if letters[after] not in _CLOSES and not (head == at and letters[after] == "p"):
        return ()
    if letters[start] == "I" or (letters[start] in "gv" and not _FINITE.search(said)):
        return ()  # "Reading from a letter, X said: ..."
    if letters[start] == "p" and not more and not _ACTS.search(said):
        return ()  # "In a statement, X said: ..."
    return ((start, head - 1), *more) if head - start >= (2 if more else 4) else ()


def _more(shape: Shape, start: int, head: int, comma: int) -> tuple[Phrase, ...]:
    """What goes on behind a cue in the middle: "Survival, he says, depends on giving ..."."""
    letters, at = shape.letters, comma + 1
    if letters[comma] != "," or letters[at] in "IW|Qq":
        return ()
    if letters[at] == "S" and shape.low[at] not in listed("attribution_words", use="goes on"):
        return ()
    end = _end(shape, at)
    if letters[at] == "D" and not _FINITE.search(letters[at:end].partition("W")[0]):
        return ()  # "It rains, Lee said, the first time since May"
    return ((at, end),)


def _start(shape: Shape, cue: Cue) -> int:
    """Where the clause or infinitive behind the verb starts; 0 if there is none."""
    letters, low, verb = shape.letters, shape.low, cue.verb
    kinds = takes(low[verb])
    at, told = verb + 1, False
    if "listener" in kinds and not cue.passive:
        listener = behind(shape, at)
        after = past_adverbials(shape, listener[1]) if listener else at
        if listener and _opens(shape, after):
            at, told = after, True
        elif "told" in kinds:
            return 0  # "told the Herald after the storm"
    at = past_adverbials(shape, at)
    if low[at] == "to" and letters[at + 1] not in "DNPQq" and ("infinitive" in kinds or told):
        return 0 if cue.passive else at
    if letters[at : at + 3] in (",R,", ",S,"):
        at += 3  # "found, however, that"
    if letters[at] == "H" and ("clause" in kinds or kinds == {"quote"}):
        return at + 1  # "grumbled that"
    judged = 0 if cue.passive else _judgement(shape, cue, kinds)
    if judged:
        return judged
    if letters[at] == "S":
        asks = low[at] in listed("attribution_words", use="question")
        doubts = low[at] in listed("attribution_words", use="doubt")
        return at if (asks and "clause" in kinds) or (doubts and "quote" in kinds) else 0
    if "clause" not in kinds:
        return 0
    if cue.passive or (letters[verb] == "B" and "quote" not in kinds):
        return 0
    return at if _is_clause(shape, at, cue) else 0


def _judgement(shape: Shape, cue: Cue, kinds: frozenset[str]) -> int:
    """Where what a thing is called or asked for starts behind the verb; 0 if nowhere.

    "called for a truce", "called it a breach", "described the talks as a success".
    """
    letters, low, at = shape.letters, shape.low, cue.verb + 1
    if "for" in kinds:
        asked = at + (letters[at] in "RT")
        if low[asked] == "for" and moment(shape, asked + 1) == asked + 1:
            return asked + 1
        asked_of = behind(shape, at + 1) if low[at] == "on" else None
        if asked_of and low[asked_of[1]] == "to":
            return asked_of[1]
    if not kinds & {"as", "complement"}:
        return 0
    thing = behind(shape, at)
    beyond = thing[1] if thing else at
    if "as" in kinds and low[beyond] == "as":
        return beyond + 1
    return _complement(shape, cue, at, beyond) if "complement" in kinds and thing else 0


def _complement(shape: Shape, cue: Cue, at: int, beyond: int) -> int:
    """Where what the thing at `at` is called starts; 0 if nowhere."""
    letters = shape.letters
    if cue.speaker and letters[cue.speaker[0] - 1] in "WH":
        return at  # "a move that Lee called a breach"
    if shape.low[at] == "her" and letters[at + 1] == "n" and letters[at + 2] in ",.|":
        return at + 1  # "called her evasive"
    return beyond if letters[beyond] in "DnR" else 0


def _is_clause(shape: Shape, at: int, cue: Cue) -> bool:
    """Whether a clause without "that" starts at `at`, and not a thing: "announced the plan".

    What a document shows is what it says: "a poll found Lee ahead".
    """
    letters, word = shape.letters, shape.low[cue.verb]
    if letters[at] not in "PDNnQqg" or letters[at + 1] in ".|":
        return False
    if letters[at : at + 2] == "Dp" and shape.low[at] in listed("attribution_words", use="thing"):
        return False  # "says this about himself"
    own = _OWN_NOUN.match(letters, at)
    if own and (shape.low[at] in listed("attribution_words", use="owner") or "'" in own.group()):
        return False  # "defended his claim that": the noun reports
    if letters[at] == "P":
        return letters[at + 1] not in "p,;:" or "'" in shape.low[at]  # "he's with the port"
    head = inflection.singular(shape.low[cue.speaker[1] - 1]) if cue.speaker else ""
    if head in listed("source_nouns", kind="document"):
        return True
    if "demand" in takes(word):
        return True
    if "thing" in takes(word):
        return _SUBJECT_AND_VERB.match(letters, at) is not None
    said = word in listed("attribution_words", use="say")
    return said or _CLAUSE.match(letters, at + 1) is not None


def _opens(shape: Shape, at: int) -> bool:
    """Whether a clause or infinitive opens at `at`, behind the one who is told."""
    return shape.letters[at] in "HPD" or shape.low[at] in listed("attribution_words", use="told")
