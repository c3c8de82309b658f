"""What cues report: a paragraph's shape and cues in, the cues with what each reports out."""

import re
from bisect import bisect_left

from tellings.find.quotes import openings
from tellings.find.quotes.adverbials import past_adverbials
from tellings.find.quotes.cues import VERB, Cue
from tellings.find.quotes.openings import SUBJECT_AND_VERB
from tellings.find.quotes.phrases import Phrase, behind, described, sentence
from tellings.find.quotes.shape import Shape
from tellings.find.quotes.words import takes, used

# Where what is reported ends: with the sentence; where the same speaker goes on to report or to act
# (", and vowed", ", while adding"); where the outlet goes on (", raising more questions.",
# "-- which it did"). What an end begins with comes first: the rest is passed over at once.
_END = re.compile(
    r"[|;,Ca—–-](?:(?<=[|;a])|(?<=,)(?:R?I|a|CR?[VIv]|C[DnN]+I|SR?[Ig]|R?g[^,|;—–-]{2,}(?=[|;]))"
    r"|(?<=C)(?:R?[VI]|[DnN]+I)|(?<=[—–-])[—–-]*R?[gW])"
)
# Behind a quote also where an appositive follows it (“... in Rafah,” the southern city) or the
# outlet goes on ("“...”, which contradicts").
_END_OF_QUOTE = re.compile("[qQ](?:(?=,W[AvV]|S?R?[Ig])|(?<=q)(?=[DnN]|W[AvV]))")
_MAIN = re.compile(f",(?=P[RT]*[AVv]|{SUBJECT_AND_VERB.pattern})")
_FINITE = re.compile(r"[AVv](?!(?<=v)p)")
_ACTS = re.compile(r"[AvVBI]")
_QUIET = {"V": "v", "I": "g"}
_JOINED = re.compile(r"[^,]CR?$")
_QUOTED = re.compile(r"[^|;]{0,8}[Qq]")
_LONGEST = 200  # words of one clause
_CLOSES = ',.|;—–-)"'


def of(shape: Shape, cues: list[Cue]) -> list[Cue]:
    """The cues in order, each with what it reports."""
    if not cues:
        return cues
    flat = _with_quiet_verbs(shape, cues)
    given = [_giving(c, _reported(flat, c)) if _asserted(flat, c) else c for c in cues]
    return [_giving(cue, _own(shape, cue, given)) if cue.content else cue for cue in given]


def _giving(cue: Cue, content: tuple[Phrase, ...]) -> Cue:
    """The cue with what it reports: itself, where it has that already."""
    if content == cue.content:
        return cue
    return Cue(cue.verb, cue.speaker, cue.inverted, cue.passive, content)


def _with_quiet_verbs(shape: Shape, cues: list[Cue]) -> Shape:
    """The shape, in which a joined verb that reports nothing ends no clause.

    "Lee said she was tired and wanted a rest": the wish is part of what she said.
    """
    quiet = [cue.verb for cue in cues if _is_quiet(shape, cue)]
    if not quiet:
        return shape
    letters = list(shape.letters)
    for verb in quiet:
        letters[verb] = _QUIET[letters[verb]]
    return shape.read_as("".join(letters))


def _is_quiet(shape: Shape, cue: Cue) -> bool:
    """Whether the cue is a joined verb with nothing behind it that it may report."""
    letters, verb = shape.letters, cue.verb
    if letters[verb] not in _QUIET or not _JOINED.search(letters, max(verb - 3, 0), verb):
        return False
    low = shape.low[verb]
    speaks = low.endswith("ed") and "object" in takes(low)  # "and referred to a test"
    return not (speaks or _QUOTED.match(letters, verb + 1) or openings.of(shape, cue))


def _own(shape: Shape, cue: Cue, cues: list[Cue]) -> tuple[Phrase, ...]:
    """The parts of what a cue reports, without the "X said" of another one that closes in them."""
    own = []
    for first, beyond in cue.content:
        if shape.letters[beyond : beyond + 1] == "q" and _told_before(cue, cues, first, beyond):
            continue  # "She vowed to go, “come what may,” she said"
        for other in _among(cues, first, beyond):
            head = min(other.verb, other.speaker[0]) if other.speaker else other.verb
            if head <= first:
                continue
            closes = shape.letters[head - 1] == "q" and other.speaker is not None
            if closes or (other.verb > cue.verb and _ends_by(other, head)):
                beyond = head - (shape.letters[head - 1] in ",—–-")
                break
        if beyond - first >= 1:
            own.append((first, beyond))
    return tuple(own)


def _ends_by(cue: Cue, place: int) -> bool:
    """Whether anything that a cue reports ends before a place."""
    for _, end in cue.content:  # noqa: SIM110  any() takes twice as long, of "he said he said ..."
        if end <= place:
            return True
    return False


def _told_before(cue: Cue, cues: list[Cue], first: int, beyond: int) -> bool:
    """Whether another cue among the words first to beyond reports what follows it."""
    return any(c.content and c != cue for c in _among(cues, first, beyond))


def _among(cues: list[Cue], first: int, beyond: int) -> list[Cue]:
    """The cues of which the verb is one of the words first to beyond."""
    place = bisect_left(cues, first, key=VERB)
    return cues[place : bisect_left(cues, beyond, place, key=VERB)]


def _asserted(shape: Shape, cue: Cue) -> bool:
    """Whether the cue tells that it was said: not "did not say", "may believe", "if he says"."""
    letters, low, verb = shape.letters, shape.low, cue.verb
    if letters[verb] not in "VIB":
        return True
    first = verb
    while letters[first - 1] in "ARt":
        first -= 1
    group = low[first - 1 : verb] if low[first - 1] == "without" else low[first:verb]
    if group and (_denies(group) or (letters[verb] == "V" and _guesses(group))):
        return False
    if letters[verb] == "B" and _refused(shape, first):
        return False
    opens = cue.speaker[0] - 1 if cue.speaker else 0
    return low[opens] not in used("condition")


def _denies(group: list[str]) -> bool:
    """Whether one of the words before a verb is a negation."""
    contracted = any(word.endswith("n't") for word in group)
    return contracted or not used("negation").isdisjoint(group)


def _guesses(group: list[str]) -> bool:
    """Whether one of the words before a verb makes a guess of it: "may believe"."""
    return not used("guess").isdisjoint(group)


def _refused(shape: Shape, to: int) -> bool:
    """Whether the words before the "to" at `to` refuse what follows: "refused on Monday to say"."""
    near = shape.low[max(to - 4, sentence(shape, to)) : to]
    return any(word in used("refusal") for word in near)


def _reported(shape: Shape, cue: Cue) -> tuple[Phrase, ...]:
    """What a cue reports: behind it, else before it."""
    letters, at = shape.letters, cue.verb
    if letters[at] == "a":
        return _according(shape, at, cue.speaker)
    if letters[at] in "M:":
        start = at + 1 + (letters[at] == "M")
        return ((start, _end(shape, start)),)
    if cue.inverted and cue.speaker:
        return _before(shape, at, at, cue.speaker[1]) if _is_parted(shape, at, at) else ()
    if _is_aside(shape, cue) and letters[at + 1] == ",":
        return ((at + 2, _end(shape, at + 2)),)  # "As Lee said, it was late."
    start = openings.of(shape, cue)
    if start:
        end = _end(shape, start)
        main = _MAIN.search(letters, start, end) if _is_fronted(shape, at) else None
        return ((start, main.start() if main else end),)
    if not cue.speaker or cue.speaker[1] > at or letters[at] != "V":
        return ()
    head = described(shape, cue.speaker)
    return (
        _before(shape, at, head, _past_listener(shape, at)) if _is_parted(shape, at, head) else ()
    )


def _past_listener(shape: Shape, verb: int) -> int:
    """The word behind a verb, who is told and when: "told her on Monday"."""
    listener = behind(shape, verb + 1) if "listener" in takes(shape.low[verb]) else None
    return past_adverbials(shape, listener[1] if listener else verb + 1)


def _is_parted(shape: Shape, verb: int, head: int) -> bool:
    """Whether a mark parts "X said", which begins at `head`, from a clause before it."""
    letters = shape.letters
    parted = letters[head - 1] in ",—–-q" or letters[head - 2 : head] == ',"'
    return parted and "clause" in takes(shape.low[verb])


def _is_aside(shape: Shape, cue: Cue) -> bool:
    """Whether the cue stands behind "as": "As Lee said"."""
    as_said = cue.speaker is not None and shape.low[cue.speaker[0] - 1] == "as"
    return as_said and "clause" in takes(shape.low[cue.verb])


def _is_fronted(shape: Shape, at: int) -> bool:
    """Whether the cue stands in a clause before the main one: "While he said", "Asked whether"."""
    opens = sentence(shape, at)
    return shape.letters[opens] == "S" or opens == at


def _end(shape: Shape, start: int) -> int:
    """Where what is reported from `start` on ends."""
    limit = min(start + _LONGEST, len(shape.letters))
    end = _END.search(shape.letters, start, limit)
    beyond = end.start() if end else limit
    quote = _END_OF_QUOTE.search(shape.letters, start - 1, beyond)
    return quote.end() if quote else beyond


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
    more = _more(shape, start, head, after) if head != at else ()
    said = letters[start : head - 1]
    if letters[after] not in _CLOSES and not (head == at and letters[after] in "pW"):
        return ()
    acts = _FINITE.search(said) or (more and letters[more[0][0]] in "vVA")
    if (letters[start] == "I" and head != at) or (letters[start] in "Igv" and not acts):
        return ()  # "Reading from a letter, X said: ..."
    if letters[start] == "p" and not more and not _ACTS.search(said):
        return ()  # "In a statement, X said: ..."
    return ((start, head - 1), *more) if head - start >= (2 if more else 4) else ()


def _more(shape: Shape, start: int, head: int, comma: int) -> tuple[Phrase, ...]:
    """What goes on behind a cue in the middle: "Survival, he says, depends on giving ..."."""
    letters, at = shape.letters, comma + 1
    if letters[comma] != "," or letters[at] in "IW|Qq":
        return ()
    if letters[at] == "S" and shape.low[at] not in used("goes on"):
        return ()
    end = _end(shape, at)
    if letters[at] == "D" and not _FINITE.search(letters[at:end].partition("W")[0]):
        return ()  # "It rains, Lee said, the first time since May"
    return ((at, end),)
