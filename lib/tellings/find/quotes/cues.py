"""Cues: a paragraph's shape in, the words that report, each with who speaks, out."""

import re
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from tellings.find.quotes.phrases import Phrase, ahead, antecedent, behind, main_subject, sentence
from tellings.find.quotes.shape import Shape
from tellings.find.quotes.words import sources, takes, used
from tellings.lexicons import listed, rows
from tellings.text import inflection

_CUE = re.compile(r"[VIBMa]")
_TITLED = re.compile(r"\|+(N[N~&']{0,6}):")
_ACTS = re.compile(r"[AvVBI]")
_PARTED = re.compile(r"(?:[DNn'&~R]|p(?=[DNn]))+,[gI][^|AvV]*[Qq]$")
_APPOSED = re.compile(r"N[N~&]*,D[DNn'&~gp]*,[Av]")
_PARTICIPLE = re.compile(r",v[^,|]*$")  # "Vale Ltd, owned by Lee," before its verb
_LABELLED = 30  # words behind a label that tell whether somebody speaks there
VERB = attrgetter("verb")  # the order of cues
NO_VERB = -1  # the index of a cue that has no word: somebody acts, and the quote stands beside it


# No NamedTuple: its fields are read again and again, three times as fast so.
@dataclass(slots=True)
class Cue:
    """A reporting word at the index `verb` (NO_VERB: none), its speaker and what it reports.

    speaker   words first to beyond, or None
    inverted  the speaker stands behind it ("said X")
    passive   nobody says it: "was told", "is expected"
    content   what it reports, as words first to beyond, marked stretches among them; two parts
              where the cue stands between them (see contents)
    """

    verb: int
    speaker: Phrase | None
    inverted: bool
    passive: bool
    content: tuple[Phrase, ...] = ()


def of(shape: Shape) -> list[Cue]:
    """The cues of a paragraph in order; a "Name:" that opens it is one."""
    found: list[Cue] = []
    for word in _CUE.finditer(shape.letters):
        found.append(_cue(shape, word.start(), found[-1] if found else None))
    titled = _TITLED.match(shape.letters)
    if titled and _labels(shape, titled.start(1), titled.end() - 1):
        colon = titled.end() - 1
        found.insert(0, Cue(colon, (titled.start(1), colon), False, False))
        found.sort(key=VERB)
    return found


def _labels(shape: Shape, first: int, colon: int) -> bool:
    """Whether the words before a colon name who speaks: "Ann Lee:", "Poll:", but not "Update:".

    Of a name that no list knows only where a person speaks behind it: "Oru Tal: We lost", but not
    "Death trap: seats recalled".
    """
    if inflection.singular(shape.low[colon - 1]) in sources():
        return True
    if colon - first < 2:
        return False
    named = shape.low[first] in _first_names() or shape.low[first] in _titles()
    own = used("author")
    return named or any(word in own for word in shape.low[colon : colon + _LABELLED])


@cache
def _first_names() -> frozenset[str]:
    return frozenset(name.lower() for name in listed("first_names", "name"))


@cache
def _titles() -> frozenset[str]:
    """The first words of people's titles."""
    return frozenset(row["title"].split()[0] for row in rows("titles"))


@cache
def _present() -> frozenset[str]:
    """The forms of the present tense: "say", "says"."""
    given = ((r["word"], r["lemma"]) for r in rows("reporting_verbs"))
    return frozenset(w for w, lemma in given if w == lemma or w.endswith("s"))


@cache
def _be() -> frozenset[str]:
    """The forms of "be"."""
    return listed("passives", kind="be")


def _cue(shape: Shape, at: int, last: Cue | None) -> Cue:
    """The cue at the word `at`; `last` is the cue before it."""
    letters = shape.letters
    if letters[at] == "a":
        return Cue(at, behind(shape, at + 2), True, False)
    if letters[at] == "M":
        return Cue(at, _owner(shape, at), False, False)
    if shape.low[at] in used("hands on"):
        handed = _handed_on(shape, at)
        if handed:
            return Cue(at, handed, False, False)
    inverted = _inverted(shape, at)
    if inverted:
        return Cue(at, inverted, True, False)
    passive = _passive(shape, at)
    goes_on = letters[at] == "B" or (letters[at] == "I" and letters[at - 1] != "A")
    if passive:
        speaker = None
    elif goes_on or letters[at - 1] == "C":
        near = last is not None and _joined(shape, last, at)
        speaker = last.speaker if last and near else _beside(shape, at) or _acting(shape, at)
    else:
        speaker = ahead(shape, _acting_verb(shape, at))
    return Cue(at, speaker, False, passive)


def _acting(shape: Shape, at: int) -> Phrase | None:
    """Who acts in the clause that a form goes on: "Her remarks came as Ode left, saying": Ode."""
    subject = main_subject(shape, at)
    verb = subject[1] if subject else 0
    verb -= shape.letters[verb] == "S"  # a form like "comes" passes for a noun
    comes = shape.low[verb] in used("comes")
    if comes and shape.letters[verb + 1] == "S":
        return ahead(shape, _finite(shape, verb + 2, at)) or subject
    return subject


def _finite(shape: Shape, first: int, beyond: int) -> int:
    """The first verb of the words, or `beyond`."""
    return next((i for i in range(first, beyond) if shape.letters[i] in "AvV"), beyond)


def _acting_verb(shape: Shape, at: int) -> int:
    """The verb that the speaker stands before: "made" of "made it clear", else the cue."""
    made_it = shape.low[at] == "clear" and shape.low[at - 1] == "it"
    return at - 2 if made_it else at


def _handed_on(shape: Shape, at: int) -> Phrase | None:
    """Whom another quotes: "the agency quoted Ms. Ode as saying", "Ms. Ode was quoted as"."""
    quoted = behind(shape, at + 1)
    if quoted and shape.low[quoted[1]] == "as":
        return quoted
    return ahead(shape, at) if shape.low[at + 1] == "as" and _passive(shape, at) else None


def _beside(shape: Shape, at: int) -> Phrase | None:
    """Who speaks right before a form in -ing: "with critics warning", "a report claiming"."""
    near = antecedent(shape, at - 1) if shape.letters[at] == "I" else None
    if shape.low[at - 1] in used("alone"):
        near = at - 1, at  # "with some saying"
    if not near:
        return None
    before, head = shape.low[near[0] - 1], inflection.singular(shape.low[near[1] - 1])
    document = head in sources("document")
    stands = before in used("before a source")
    joins = before == "with" or (before == "and" and _goes_with(shape, near[0]))
    return near if joins or (document and stands) else None


def _goes_with(shape: Shape, at: int) -> bool:
    """Whether a form in -ing with its own subject stands before: "with some saying …, and …"."""
    first = sentence(shape, at)
    after = next((i for i in range(first, at) if shape.low[i] == "with"), at)
    return "I" in shape.letters[after:at]


def _owner(shape: Shape, noun: int) -> Phrase | None:
    """Whose claim it is: "his claim that", "the port's claim that"; None for "the claim that"."""
    letters, low = shape.letters, shape.low
    if letters[noun - 1] == "n":
        noun -= 1  # "his recent claim that"
    if letters[noun - 1] == "'":
        return ahead(shape, noun - 1)
    if low[noun - 2] in used("makes clear"):
        return ahead(shape, noun - 2)  # "made the case that"
    return (noun - 1, noun) if low[noun - 1] in used("owner") else None


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
    if not speaker or (before in "Qq" and not _parted(shape, at, speaker)):
        return speaker
    if before in "Qq":
        return None
    after = letters[speaker[1]]  # "Mr. Lee, a teacher, said he went": the clause goes on
    if before == "|":
        return speaker if after == ":" else None
    said = letters[sentence(shape, at) : at - 1]
    if said[:1] in ("N", "D") and not set("AvVIQq") & set(said):
        # "Ann Lee, a pilot, said the storm was over": nothing is said before it
        return speaker if _parts(shape, said, speaker) else None
    if after == "W" and said[:1] in ("N", "D") and _PARTICIPLE.search(said):
        return None  # "Vale Ltd, owned by Lee, said crews who left were safe"
    ends = ",.|(—–-:Wp" if shape.low[at] in used("say") else ",.|(—–-:W"
    return speaker if after in ends and letters[at + 1] != "P" else None


def _parts(shape: Shape, said: str, speaker: Phrase) -> bool:
    """Whether a name and its appositive part a thing from its verb: "Aid, said Lee, a cook, is".

    said  the letters of the thing
    """
    thing = not set(said) - set("Dn'")
    return thing and _APPOSED.match(shape.letters, speaker[0]) is not None


def _parted(shape: Shape, at: int, behind_it: Phrase) -> bool:
    """Whether words in marks only part the verb from its subject: "Lee, citing “...,” said aid is".

    Then what stands behind the verb acts in its turn.
    """
    acts = shape.letters[behind_it[1]] in "AVv"
    return acts and _PARTED.match(shape.letters[sentence(shape, at) : at]) is not None


def _passive(shape: Shape, at: int) -> bool:
    """Whether the verb is a participle behind a form of "be": "was told", "is widely expected"."""
    letters, low, i = shape.letters, shape.low, at - 1
    while letters[i] == "R":
        i -= 1
    if letters[at] == "V" and low[at + 1] == "by" and low[at] not in _present():
        return True  # "sanctions announced by the port", but "voters say by a margin"
    if letters[at] == "V" and low[at + 1] == "to" and "told" in takes(low[at]):
        return True  # "Lee, urged to leave"
    return letters[at] == "V" and low[i] in _be()
