"""Quotes of a telling: sentences in, one Quote for each stretch of quoted or attributed words."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from tellings.find.quotes import attributions, fragments, paragraphs, transcripts
from tellings.find.quotes.attributions import may_speak
from tellings.find.quotes.cues import Cue
from tellings.find.quotes.marks import Marked
from tellings.find.quotes.paragraphs import Paragraph
from tellings.find.quotes.shape import Shape
from tellings.find.quotes.transcripts import Turn
from tellings.find.quotes.words import takes, used
from tellings.read.sentences import Sentence

_UNMARKED = re.compile("[^Qq|]+")  # words outside of marks, in one sentence
_START = attrgetter("start")
_SPEECH = 4  # words from which on a fragment may be speech that goes on, and no term


class Quote(NamedTuple):
    """One stretch of words that are not the outlet's own, its marks left out.

    form           direct: a sentence or clause in marks; partial: a fragment in marks within the
                   outlet's sentence; indirect: a clause or infinitive with a source, without marks
    speaker        who says it, in the words of the text; "" if the text does not tell
    speaker_start  where these words stand; None if nowhere
    cue            the words that report it ("said", "according to"); "" for a speaker taken over
                   from the quote before or from the sentence beside it
    """

    sentence: int
    start: int
    end: int
    text: str
    form: str
    speaker: str
    speaker_start: int | None
    speaker_end: int | None
    cue: str


class _Said(NamedTuple):
    """A stretch with its form, speaker and cue; offsets count from the capture's start."""

    start: int
    end: int
    form: str
    speaker: str = ""
    speaker_start: int | None = None
    speaker_end: int | None = None
    cue: str = ""


_NOBODY = _Said(0, 0, "")


def find(sentences: Sequence[Sentence]) -> Iterator[Quote]:
    """Yield one Quote for each stretch of quoted or attributed words, in the order of the text.

    start, end  code points into the capture: capture[start:end] == text, but that white space
                between two sentences is written as spaces
    form        direct, partial or indirect; a clause that holds a quoted fragment gives a row for
                each of its parts. What stands between two apostrophes (''), which may be a mark or
                a slip, is indirect, and only where a speaker is found.

    The rules know marks, verbs that report (lexicons/reporting_verbs.csv) and the places where a
    speaker stands. They look a fixed number of words far, so the time grows with the text.

    >>> from tellings.read.sentences import of
    >>> [(q.form, q.speaker, q.text) for q in find(of('“We left,” Ms. Lee said.'))]
    [('direct', 'Ms. Lee', 'We left,')]
    """
    before = _NOBODY
    groups = [list(group) for _, group in groupby(sentences, key=attrgetter("paragraph"))]
    for paragraph, turn, excerpt in _paragraphs(groups):
        if turn:
            before = _spoken(paragraph, turn, before)
            yield _quote(paragraph, before)
            continue
        own = sorted(_marked(paragraph, excerpt) + _indirect(paragraph))
        said = _inherited(paragraph, own, before) if own else own
        for one in _certain(paragraph, said):
            yield _quote(paragraph, one)
        before = _goes_on(paragraph, said)


def _paragraphs(
    groups: list[list[Sentence]],
) -> Iterator[tuple[Paragraph, Turn | None, Turn | None]]:
    """The paragraphs, each with the turn that it holds if the article is a transcript.

    Last the turn between marks, where the article quotes from a transcript.
    """
    read = paragraphs.of(groups)
    texts = [paragraph.text for paragraph in read]
    yield from zip(read, transcripts.turns(texts), transcripts.excerpts(texts), strict=True)


def _spoken(paragraph: Paragraph, turn: Turn, before: _Said) -> _Said:
    """The speech of a turn, by its label's name or by who spoke before."""
    start, end = paragraph.start + turn.start, paragraph.start + turn.end
    if turn.label is None:
        return before._replace(start=start, end=end, form="indirect", cue="")
    first, last = (paragraph.start + at for at in turn.label)
    name = paragraph.text[slice(*turn.label)]
    return _Said(start, end, "indirect", name, first, last, ":")


def _quote(paragraph: Paragraph, said: _Said) -> Quote:
    """The row of a stretch."""
    place = bisect_right(paragraph.sentences, said.start, key=_START) - 1
    text = paragraph.text[said.start - paragraph.start : said.end - paragraph.start]
    return Quote(paragraph.sentences[place].sentence, said.start, said.end, text, *said[2:])


def _said(paragraph: Paragraph, start: int, end: int, form: str, cue: Cue | None) -> _Said:
    """The stretch from `start` to `end` of the paragraph, said by the cue's speaker."""
    text, shape, base = paragraph.text, paragraph.shape, paragraph.start
    place = (base + start, base + end, form)
    if cue is None:
        return _Said(*place)
    word = ""
    if cue.verb >= 0:
        last = cue.verb + (shape.letters[cue.verb] == "a")  # "according to" is two words
        word = text[shape.starts[cue.verb] : shape.end(last)]
    if cue.speaker is None:
        return _Said(*place, cue=word)
    first, last = shape.starts[cue.speaker[0]], shape.end(cue.speaker[1] - 1)
    return _Said(*place, text[first:last], base + first, base + last, word)


def _certain(paragraph: Paragraph, said: list[_Said]) -> list[_Said]:
    """The stretches as rows may state them: between two apostrophes speech counts as indirect."""
    unsure = {paragraph.start + m.start for m in paragraph.marked if not m.sure}
    if not unsure:
        return said
    kept = [s for s in said if s.start not in unsure or s.form == "indirect" or s.speaker]
    return [s._replace(form="indirect") if s.start in unsure else s for s in kept]


# --- stretches between marks ----------------------------------------------------------------------


def _marked(paragraph: Paragraph, excerpt: Turn | None) -> list[_Said]:
    """The stretches between marks, each with the cue that its own sentence gives."""
    found = []
    for mark in paragraph.marked:
        at = paragraph.shape.at(mark.first)
        if fragments.is_name(paragraph, mark, at):
            continue
        form = fragments.form(paragraph, mark, at)
        if excerpt and mark.start < excerpt.start < mark.end:
            turn = excerpt._replace(end=mark.end)
            found.append(_spoken(paragraph, turn, _NOBODY)._replace(form="direct"))
            continue
        named = form == "partial" and fragments.is_title(paragraph, mark, at)
        cue = None if named else attributions.of(paragraph, at)
        found.append(_said(paragraph, mark.start, mark.end, form, cue))
    return found


# --- clauses without marks ------------------------------------------------------------------------


def _indirect(paragraph: Paragraph) -> list[_Said]:
    """The clauses and infinitives that a cue reports, in their pieces outside of marks.

    What a cue inside another's words reports is the other's.
    """
    cues = [c for c in paragraph.cues if _reports(paragraph, c)]
    parts = [(first, -beyond, n) for n, cue in enumerate(cues) for first, beyond in cue.content]
    found, reached = [], 0
    for first, beyond, n in sorted(parts):
        for start, end in _pieces(paragraph.shape, max(first, reached), -beyond):
            found.append(_said(paragraph, start, end, "indirect", cues[n]))
        reached = max(reached, -beyond)
    return found


def _reports(paragraph: Paragraph, cue: Cue) -> bool:
    """Whether the cue reports what somebody else says or thinks.

    "I think", "you know" are the author's own; "that action shows" is an inference, no source.
    """
    if not cue.speaker or paragraph.shape.letters[cue.verb] == ":":
        return True
    if fragments.names(paragraph, cue.verb):
        return False
    if paragraph.shape.letters[cue.verb] == "a":
        acts = paragraph.shape.letters[cue.verb - 1] in "Vv"  # "adjusted according to size"
        return not acts or may_speak(paragraph.shape, cue.speaker)
    first = paragraph.shape.low[cue.speaker[0]].split("'")[0]
    person = paragraph.shape.low[cue.speaker[1]] == "who"  # "the novice who wants to stay"
    said = person or attributions.quotes(paragraph, cue) or may_speak(paragraph.shape, cue.speaker)
    return said and first not in used("author")


def _pieces(shape: Shape, first: int, beyond: int) -> Iterator[tuple[int, int]]:
    """The runs of two words or more outside marks among the words first to beyond."""
    for piece in _UNMARKED.finditer(shape.letters, first, beyond):
        start, end = piece.span()
        while end > start and not shape.low[end - 1][:1].isalnum():
            end -= 1
        while start < end and not shape.low[start][:1].isalnum():
            start += 1
        if end - start >= 2 or (
            end - start == 1 and shape.letters[start] == "n" and start == first
        ):
            yield shape.starts[start], shape.end(end - 1)


# --- speakers taken over --------------------------------------------------------------------------


def _inherited(paragraph: Paragraph, said: list[_Said], before: _Said) -> list[_Said]:
    """The stretches, speech that no cue of its own reports given to the one who is speaking.

    That is who spoke last in the paragraph, or at its beginning in the one before; else who speaks
    next; else the subject of the sentence before it, or of the fragment's own sentence.
    """
    kept, speaking, following = [], _NOBODY, _next_speakers(said)
    for place, one in enumerate(said):
        if one.form != "indirect" and not one.speaker and _is_speech(paragraph, one):
            opens = place == 0 and _opens(paragraph, one)
            source = speaking if speaking.speaker or not opens else before
            if not source.speaker and one.form == "direct":
                source = following[place]
            source = source if source.speaker else _acting(paragraph, one)
            one = _Said(one.start, one.end, one.form, *source[3:6], one.cue)
        if one.speaker and (one.form == "direct" or speaking.form != "direct"):
            speaking = one
        kept.append(one)
    return kept


def _opens(paragraph: Paragraph, said: _Said) -> bool:
    """Whether the paragraph begins with the stretch."""
    return not paragraph.text[: said.start - paragraph.start].strip("\"“‘' ")


def _next_speakers(said: list[_Said]) -> list[_Said]:
    """For each stretch the next direct one that has a speaker, or _NOBODY."""
    found, following = [], _NOBODY
    for one in reversed(said):
        following = one if one.speaker and one.form == "direct" else following
        found.append(following)
    return found[::-1]


def _is_speech(paragraph: Paragraph, said: _Said) -> bool:
    """Whether the stretch is something said: no term, no name of a book."""
    if said.form == "direct":
        return True
    start, end = said.start - paragraph.start, said.end - paragraph.start
    long = len(paragraph.text[start:end].split()) >= _SPEECH
    at = paragraph.shape.at(start) - 1
    return long and not fragments.is_title(paragraph, Marked(start, start, end, end), at)


def _acting(paragraph: Paragraph, said: _Said) -> _Said:
    """Who acts in the sentence before a direct quote, or in the one that a fragment stands in."""
    at = paragraph.shape.at(said.start - paragraph.start) - 1
    before = paragraph.shape.letters[at - 1] if at else ""
    opens = before == "|"
    if said.form == "direct" and not opens and before not in tuple(",:—–-"):
        return _NOBODY
    cue = attributions.acting(paragraph, at - 1 if opens else at)
    return _said(paragraph, 0, 0, "", cue) if cue else _NOBODY


def _goes_on(paragraph: Paragraph, said: list[_Said]) -> _Said:
    """Who may go on speaking in the next paragraph."""
    if paragraph.text.rstrip().endswith(":"):
        colon = paragraph.shape.letters.rfind(":")
        cue = paragraph.cues[-1] if paragraph.cues else attributions.announced(paragraph, colon)
        return _said(paragraph, 0, 0, "", cue) if cue else _NOBODY
    spoken = [s for s in said if s.form == "direct"]
    if spoken:
        return spoken[-1]
    told = [s for s in said if s.speaker and s.start >= paragraph.sentences[-1].start]
    if told and told[-1].form == "indirect" and "quote" in takes(told[-1].cue.lower()):
        return told[-1]  # "Lee said aid was late. / “It is a shame.”"
    writes = attributions.headed(paragraph)
    return _said(paragraph, 0, 0, "", writes) if writes else _NOBODY
