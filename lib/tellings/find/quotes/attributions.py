"""Attributions: the place of a marked stretch in its paragraph in, the cue that reports it out."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from tellings.find.quotes.cues import NO_VERB, VERB, Cue
from tellings.find.quotes.paragraphs import Paragraph
from tellings.find.quotes.phrases import Phrase, behind, head, main_subject
from tellings.find.quotes.shape import Shape
from tellings.find.quotes.words import sources, takes, used
from tellings.lexicons import listed

_REACH = 40  # words between a quote and the verb that reports it
_HEADING = 24  # words of a line that only says who writes
_NAME = re.compile(r"N[N~&]*")
_NAMED = re.compile(r"[—–-](N[N~&']*(?:CN[N~&']*)?):$")  # "- Ann Lee: “...”" in a list
_OPENING = 20  # characters from which on words that open a sentence are speech, comma or not


def of(paragraph: Paragraph, at: int) -> Cue | None:
    """The cue that reports the marked stretch at the word `at`, in its own sentence; None if none.

    Right behind it ("...", X said), before it (X said "..."), or at the sentence's end
    ("..." and so on, X said).
    """
    return _behind(paragraph, at) or _ahead(paragraph, at) or _at_end(paragraph, at)


def acting(paragraph: Paragraph, before: int) -> Cue | None:
    """The subject of the clause that the word at `before` ends, if it is one that may speak.

    A cue without a verb: somebody acts, and the quote stands beside it ("X praised it. “...”").
    """
    subject = main_subject(paragraph.shape, before) if before > 0 else None
    speaks = subject and may_speak(paragraph.shape, subject)
    return Cue(NO_VERB, subject, False, False) if speaks else None


def may_speak(form: Shape, phrase: Phrase) -> bool:
    """Whether the phrase names a person, an institution or a text, and not just anything."""
    first, last = phrase[0], phrase[1] - 1
    if form.letters[first] == "P":
        return form.low[first] in used("person")
    if first == last and form.low[first] in used("alone"):
        return True  # "some grumbled"
    if first == last and form.low[first] in listed("function_words", kind="adverb"):
        return False  # "Just heard of it."
    if head(form, phrase) in sources():
        return True  # "a poll by the port"
    return form.letters[last] == "N" or form.low[last].removesuffix("s") in sources()


def _is_document(form: Shape, phrase: Phrase) -> bool:
    """Whether a poll, a report or the like speaks."""
    return head(form, phrase) in sources("document")


def quotes(paragraph: Paragraph, cue: Cue) -> bool:
    """Whether the cue's word is one that quotes are given with."""
    return "quote" in takes(paragraph.shape.low[cue.verb])


def _behind(paragraph: Paragraph, at: int) -> Cue | None:
    """The cue right behind the quote: X said; said X; according to X; - X."""
    letters, shape = paragraph.shape.letters, paragraph.shape
    start = _next(shape, at)
    # A quote that ends in a stop is followed by a new sentence; only "X said." still is its own.
    over = letters[at] == "Q" and "|" in letters[at + 1 : start]
    opens = letters[at - 1] == "|" and shape.end(at) - shape.starts[at] > _OPENING
    for cue in _from(paragraph, start):
        if letters[cue.verb] == "a":
            return cue if cue.verb == start and not over else None
        if not quotes(paragraph, cue) or cue.passive:
            continue
        if cue.inverted:
            if cue.verb == start and not over:
                return cue
        elif cue.speaker and (cue.speaker[0] == start or _hands_on(paragraph, cue, start)):
            closes = letters[cue.verb + 1] in "|.," or shape.low[cue.verb + 1] == "as"
            if closes or (not over and (letters[at] == "q" or start > at + 1 or opens)):
                return cue
    return _signed(paragraph, at)


def _hands_on(paragraph: Paragraph, cue: Cue, start: int) -> bool:
    """Whether the words from `start` on hand on somebody's words: "the Gazette quoted Lee as"."""
    quotes_him = paragraph.shape.low[cue.verb] in used("hands on")
    return quotes_him and not set("|,VI") & set(paragraph.shape.letters[start : cue.verb])


def _next(shape: Shape, at: int) -> int:
    """The first word behind the quote that may belong to who says it."""
    letters, start = shape.letters, at + 1
    while letters[start] in ",—–-R" or (
        letters[start] == "|" and start == at + 1 < len(letters) - 1
    ):
        start += 1
    return start + 1 if letters[start] == "S" and shape.low[start] == "as" else start


def _from(paragraph: Paragraph, at: int) -> Iterator[Cue]:
    """The cues behind the word at `at`, up to the end of its sentence or the next quote."""
    letters = paragraph.shape.letters
    place = bisect_left(paragraph.cues, at, key=VERB)
    for cue in paragraph.cues[place : place + 4]:
        if cue.verb - at > _REACH or set("|Qq") & set(letters[at : cue.verb]):
            return
        yield cue


def _signed(paragraph: Paragraph, at: int) -> Cue | None:
    """A name behind a dash that ends the paragraph: "..." - Jane Doe."""
    letters = paragraph.shape.letters
    start = at + 1
    while letters[start] == "|" and start < len(letters) - 1:
        start += 1
    if letters[start] not in "—–-―" or letters[start + 1] != "N":
        return None
    name = behind(paragraph.shape, start + 1)
    ends = name and letters[name[1] :].strip(".|") == "" and name[1] - start < 8
    return Cue(start, name, True, False) if ends else None


def _ahead(paragraph: Paragraph, at: int) -> Cue | None:
    """The cue before the quote in its sentence: the nearest, but for one inside another's words.

    "Trump said he believes it was “a mistake”": Trump says so.
    """
    letters = paragraph.shape.letters
    signed = _NAMED.search(letters, max(at - _REACH, 0), at)
    if signed:
        return Cue(NO_VERB, signed.span(1), False, False)
    floor = max(at - _REACH, letters.rfind("|", max(at - _REACH, 0), at) + 1)
    place = bisect_left(paragraph.cues, at, key=VERB)
    near = [c for c in paragraph.cues[max(0, place - 6) : place] if _gives(paragraph, c, floor, at)]
    if not near:
        if letters[at - 1] != ":":
            return None
        subject = main_subject(paragraph.shape, at - 1)
        acts = Cue(NO_VERB, subject, False, False) if subject else None
        return announced(paragraph, at - 1) or acts
    chosen = near[-1]
    for outer in reversed(near[:-1]):
        holds = any(first <= chosen.verb < beyond for first, beyond in outer.content)
        weak = not quotes(paragraph, chosen) or (
            chosen.speaker is not None and letters[chosen.speaker[0]] in "PW"
        )
        chosen = outer if holds and weak else chosen
    return chosen


def announced(paragraph: Paragraph, colon: int) -> Cue | None:
    """Who is to speak behind a colon without a verb: "In the words of Ms. Ode:", "From Lee:"."""
    letters, first = paragraph.shape.letters, colon
    while letters[first - 1] in "N~&":
        first -= 1
    named = first < colon and letters[first - 1] == "p"
    if named:
        return Cue(NO_VERB, (first, colon), False, False)
    subject = main_subject(paragraph.shape, colon)  # "Lee made this comment:"
    speaks = subject and may_speak(paragraph.shape, subject)
    return Cue(NO_VERB, subject, False, False) if speaks else None


def headed(paragraph: Paragraph) -> Cue | None:
    """Whom a paragraph without a verb names as the one who writes: "From the desk of Ann Lee."."""
    form = paragraph.shape
    if "from" not in form.low[1:4] or len(form.letters) > _HEADING:
        return None
    if set("AvVBI") & set(form.letters):
        return None
    name = _NAME.search(form.letters, form.low.index("from"))
    return Cue(NO_VERB, name.span(), False, False) if name else None


def _gives(paragraph: Paragraph, cue: Cue, floor: int, at: int) -> bool:
    """Whether the cue may give the quote at `at`; a verb like "snapped" only stands next to it."""
    if cue.verb < floor or not cue.speaker:
        return False
    kinds = takes(paragraph.shape.low[cue.verb])
    if kinds == {"clause", "thing"} and not _is_document(paragraph.shape, cue.speaker):
        return any(first <= at <= beyond for first, beyond in cue.content)  # "knew the “old” mill"
    if kinds != {"quote"}:
        return True
    between = paragraph.shape.letters[cue.verb + 1 : at]
    return len(between) < 8 and not set("AvVBq") & set(between)


def _at_end(paragraph: Paragraph, at: int) -> Cue | None:
    """The cue that ends the sentence of a quoted fragment: ... "..." ..., X said."""
    letters = paragraph.shape.letters
    for cue in _from(paragraph, at + 1):
        first = min(cue.verb, cue.speaker[0]) if cue.speaker else cue.verb
        said = letters[first - 1] == "," and quotes(paragraph, cue) and not cue.passive
        if letters[cue.verb] == "a" or said:
            return cue
    return None
