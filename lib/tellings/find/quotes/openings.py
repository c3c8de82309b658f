"""Openings: a paragraph's shape and a cue in, where the words that it reports start, out."""

import re

from tellings.find.quotes.adverbials import moment, past_adverbials
from tellings.find.quotes.cues import Cue
from tellings.find.quotes.phrases import behind, head
from tellings.find.quotes.shape import Shape
from tellings.find.quotes.words import sources, takes, used

# A subject with its phrases, and a verb that is no participle: "the head of the port may leave".
SUBJECT_AND_VERB = re.compile(r"(?:[DNnMT'~&gRQq#$%()]|p(?=[DNnTQ])|C(?=[DNn]))*(?:[AV]|v(?!p))")
_CLAUSE = re.compile(r"[^|,;:]{0,16}?[AvVP]")
_FRAGMENT = re.compile(r"[^|,;:vVAIBQqW]{0,12}Q(?=[pnStg])")
_OWN_NOUN = re.compile(r"D?[nN~']*M")
# "said, rain or shine, he"; "said — on the air, as it happens — that"; "said, however, that".
_ASIDES = {
    ",": re.compile(r",[^|,;:AvVIBHWQq]{1,8},(?=[HPDN])"),
    "—": re.compile(r"—[^|;:—AvVIBHWQq]{1,14}—(?=[HPDN])"),
    "–": re.compile(r"–[^|;:–AvVIBHWQq]{1,14}–(?=[HPDN])"),
}


def of(shape: Shape, cue: Cue) -> int:
    """The word behind the cue with which a clause, an infinitive or a judgement starts; 0: none."""
    return _clause(shape, cue) or _behind_fragment(shape, cue)


def _behind_fragment(shape: Shape, cue: Cue) -> int:
    """Where the clause goes on behind the fragment that a verb gives; 0 if it does not.

    "They denounced it as a “grave threat” to all ports."
    """
    at = cue.verb + 1
    fragment = _FRAGMENT.match(shape.letters, at)
    if not fragment or past_adverbials(shape, at) >= fragment.end():
        return 0  # "said on “The Morning Show” on Friday"
    judges = takes(shape.low[cue.verb]) & {"as", "complement", "clause"}
    return fragment.end() if judges and not cue.passive else 0


def _clause(shape: Shape, cue: Cue) -> int:
    """Where the clause or infinitive behind the verb starts; 0 if there is none."""
    letters, low, verb = shape.letters, shape.low, cue.verb
    kinds = takes(low[verb])
    at, told = verb + 1, False
    if "listener" in kinds and not cue.passive:
        listener = behind(shape, at)
        after = past_adverbials(shape, _past_title(shape, listener[1])) if listener else at
        if listener and _opens(shape, after):
            at, told = after, True
        elif "told" in kinds:
            return 0  # "told the Herald after the storm"
    at = past_adverbials(shape, at)
    if low[at] == "to" and letters[at + 1] not in "DNP" and ("infinitive" in kinds or told):
        return 0 if cue.passive else at
    if "infinitive" in kinds and _acts(shape, at):
        return at
    at = _past_aside(shape, cue, at)
    if "clause" in kinds and letters[at] == "A" and at == verb + 1 and _has_gap(shape, cue):
        return at
    if letters[at] == "H" and ("clause" in kinds or kinds == {"quote"}):
        return at + 1  # "grumbled that"
    judged = 0 if cue.passive else _judgement(shape, cue, kinds)
    if judged:
        return judged
    if letters[at] == "S":
        asks = low[at] in used("question")
        doubts = low[at] in used("doubt")
        return at if (asks and "clause" in kinds) or (doubts and "quote" in kinds) else 0
    if "clause" not in kinds:
        return 0
    if cue.passive or (letters[verb] == "B" and "quote" not in kinds):
        return 0
    return at if _is_clause(shape, at, cue) else 0


def _past_title(shape: Shape, at: int) -> int:
    """The word behind a title that ends a listener's name: "told York Radio's “Dawn” that"."""
    owner = shape.letters[at] == "'"
    return at + owner + 1 if shape.letters[at + owner] in "Qq" else at


def _acts(shape: Shape, at: int) -> bool:
    """Whether somebody who is to act stands at `at`: "want all the mills to close"."""
    actor = behind(shape, at)
    to = actor[1] if actor else 0
    return to > 0 and shape.low[to] == "to" and shape.letters[to + 1] not in "DNPTQq"


def _past_aside(shape: Shape, cue: Cue, at: int) -> int:
    """The word behind what two commas or dashes part off: "said, rain or shine, that"."""
    mark = shape.letters[at]
    aside = _ASIDES[mark].match(shape.letters, at) if mark in _ASIDES else None
    at = aside.end() if aside else at
    stray = shape.letters[at : at + 2] == ",H" and not _is_parted(shape, cue)
    return at + stray  # "He added, that it rained"


def _is_parted(shape: Shape, cue: Cue) -> bool:
    """Whether the cue stands between commas, in what it reports: "Was it late, Lee asked, that"."""
    return cue.speaker is not None and shape.letters[cue.speaker[0] - 1] in ",—–-q"


def _has_gap(shape: Shape, cue: Cue) -> bool:
    """Whether the clause behind the cue has its subject before it: "men who Lee said were lost"."""
    return cue.speaker is not None and shape.letters[cue.speaker[0] - 1] in "WH"


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
        to = past_adverbials(shape, asked_of[1]) if asked_of else at
        if low[to] == "to":
            return to
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
    opens = letters[at] in "PDNnQqg" or letters[at : at + 2] == "T'"  # "said Friday's vote was"
    having = letters[at] == "A" and shape.low[at].endswith("ing")
    if not (opens or having) or letters[at + 1] in ".|":
        return False
    if letters[at : at + 2] == "Dp" and shape.low[at] in used("thing"):
        return False  # "says this about himself"
    own = _OWN_NOUN.match(letters, at)
    if own and (shape.low[at] in used("owner") or "'" in own.group()):
        return False  # "defended his claim that": the noun reports
    if letters[at] == "P":
        return letters[at + 1] not in "p,;:" or "'" in shape.low[at]  # "he's with the port"
    if cue.speaker and head(shape, cue.speaker) in sources("document"):
        return True
    if "demand" in takes(word):
        return True
    gerund = having or letters[at] == "g"
    if gerund and "gerund" in takes(word):
        return True  # "reported raising nine million"
    if "thing" in takes(word) and cue.speaker and letters[cue.speaker[1]] == "W":
        return False  # "a man who knows the case said so"
    if "thing" in takes(word):
        return SUBJECT_AND_VERB.match(letters, at) is not None
    said = word in used("say")
    return said or _CLAUSE.match(letters, at + 1) is not None


def _opens(shape: Shape, at: int) -> bool:
    """Whether a clause or infinitive opens at `at`, behind the one who is told."""
    return shape.letters[at] in "HPD" or shape.low[at] in used("told")
