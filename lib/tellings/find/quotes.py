"""Quotes of a telling: sentences in, one Quote for each stretch of quoted or attributed words out."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from tellings.find import cues as reporting
from tellings.find import marks, shape
from tellings.find.cues import Cue
from tellings.find.marks import Marked
from tellings.find.phrases import behind, main_subject
from tellings.find.shape import Shape
from tellings.lexicons import words
from tellings.read.sentences import Sentence

_REACH = 40  # words between a quote and the verb that reports it


class Quote(NamedTuple):
    """One stretch of words that are not the outlet's own, its marks left out.

    form           direct: a sentence or clause in marks; partial: a fragment in marks within the
                   outlet's sentence; indirect: a clause or infinitive with a source, without marks
    speaker        who says it, in the words of the text; "" if the text does not tell
    speaker_start  where these words stand; None if nowhere
    cue            the words that report it ("said", "according to"); "" for a speaker taken over
                   from the quote before
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


class _Paragraph(NamedTuple):
    """A paragraph put together from its sentences; `start` is where it begins in the capture."""

    sentences: list[Sentence]
    start: int
    text: str
    marked: list[Marked]
    shape: Shape
    cues: list[Cue]


class _Said(NamedTuple):
    """A stretch with its form, speaker and cue; offsets count from the capture's start."""

    start: int
    end: int
    form: str
    speaker: str = ""
    speaker_start: int | None = None
    speaker_end: int | None = None
    cue: str = ""


def find(sentences: Sequence[Sentence]) -> Iterator[Quote]:
    """Yield one Quote for each stretch of quoted or attributed words, in the order of the text.

    start, end  code points into the capture: capture[start:end] == text
    form        direct, partial or indirect; a clause that holds a quoted fragment gives a row for
                each of its parts

    >>> from tellings.read.sentences import of
    >>> [(q.form, q.speaker, q.text) for q in find(of('“We left,” Ms. Lee said.'))]
    [('direct', 'Ms. Lee', 'We left,')]
    """
    before = _NOBODY
    for _, group in groupby(sentences, key=lambda s: s.paragraph):
        paragraph = _paragraph(list(group))
        said = _inherited(paragraph, sorted([*_marked(paragraph), *_indirect(paragraph)]), before)
        for one in _certain(paragraph, said):
            yield _quote(paragraph, one)
        before = _goes_on(paragraph, said)


_NOBODY = _Said(0, 0, "")


def _paragraph(sentences: list[Sentence]) -> _Paragraph:
    """The paragraph of these sentences: its text (white space between them as spaces) and its shape."""
    start, pieces, at = sentences[0].start, [], sentences[0].start
    for sentence in sentences:
        pieces += [" " * (sentence.start - at), sentence.text]
        at = sentence.end
    text = "".join(pieces)
    marked = marks.between(text)
    form = shape.of(text, marked, [s.end - start for s in sentences])
    return _Paragraph(sentences, start, text, marked, form, reporting.of(form))


def _certain(paragraph: _Paragraph, said: list[_Said]) -> Iterator[_Said]:
    """The stretches as rows may state them: between two apostrophes speech counts as indirect.

    Two apostrophes may be a mark or a slip; that somebody speaks is certain where one is named.
    """
    unsure = {paragraph.start + m.start for m in paragraph.marked if not m.sure}
    for one in said:
        if one.start not in unsure or one.form == "indirect":
            yield one
        elif one.speaker:
            yield one._replace(form="indirect")


def _quote(paragraph: _Paragraph, said: _Said) -> Quote:
    """The row of a stretch."""
    place = bisect_right(paragraph.sentences, said.start, key=lambda s: s.start) - 1
    text = paragraph.text[said.start - paragraph.start : said.end - paragraph.start]
    row = (paragraph.sentences[place].sentence, said.start, said.end, text, *said[2:])
    return Quote(*row)


def _said(paragraph: _Paragraph, start: int, end: int, form: str, cue: Cue | None) -> _Said:
    """The stretch from `start` to `end` of the paragraph, said by the cue's speaker."""
    text, shaped = paragraph.text, paragraph.shape
    place = (paragraph.start + start, paragraph.start + end, form)
    if cue is None:
        return _Said(*place)
    last = cue.verb + (shaped.letters[cue.verb] == "a")  # "according to"
    word = text[shaped.starts[cue.verb] : shaped.ends[last]] if cue.verb >= 0 else ""
    if cue.speaker is None:
        return _Said(*place, cue=word)
    first, last = shaped.starts[cue.speaker[0]], shaped.ends[cue.speaker[1] - 1]
    return _Said(*place, text[first:last], paragraph.start + first, paragraph.start + last, word)


# --- stretches between marks -------------------------------------------------------------------------


def _marked(paragraph: _Paragraph) -> Iterator[_Said]:
    """The stretches between marks, each with the cue that its own sentence gives."""
    for mark in paragraph.marked:
        at = paragraph.shape.at(mark.first)
        form = _form(paragraph, mark, at)
        cue = None
        if not _is_title(paragraph, mark, at, form):
            cue = (
                _cue_behind(paragraph, at)
                or _cue_ahead(paragraph, at)
                or _cue_at_end(paragraph, at)
            )
        yield _said(paragraph, mark.start, mark.end, form, cue)


def _form(paragraph: _Paragraph, mark: Marked, at: int) -> str:
    """Whether a stretch is direct speech or a fragment in the outlet's sentence."""
    text, letters = paragraph.text, paragraph.shape.letters
    before = letters[at - 1] if at else "|"
    whole = text[mark.start].isupper() or not text[mark.start].isalpha()
    ends = text[mark.start : mark.end].rstrip("'’\"”")[-1:] in tuple(".,?!…—–-") or not mark.closed
    if before in "|,:—–-" and (whole or ends) and (ends or before == ":"):
        return "direct"
    return "direct" if before == "V" and whole and ends else "partial"


def _is_title(paragraph: _Paragraph, mark: Marked, at: int, form: str) -> bool:
    """Whether a fragment is the name of a show, book or song: NBC's “Meet the Press”."""
    before = paragraph.shape.letters[at - 1] if at else "|"
    if form != "partial" or before not in "pn'V" or paragraph.sentences[0].zone == "headline":
        return False
    inner = [w.strip(",.") for w in paragraph.text[mark.start : mark.end].split()]
    return len(inner) > 1 and all(w[:1].isupper() or w.lower() in _small() for w in inner if w)


@cache
def _small() -> frozenset[str]:
    """Words that stay small in a title."""
    return words("function_words")


def _from(paragraph: _Paragraph, at: int) -> Iterator[Cue]:
    """The cues behind the word at `at`, up to the end of its sentence or the next quote."""
    letters = paragraph.shape.letters
    place = bisect_left(paragraph.cues, at, key=lambda c: c.verb)
    for cue in paragraph.cues[place : place + 4]:
        between = letters[at : cue.verb]
        if cue.verb - at > _REACH or "|" in between or "Q" in between or "q" in between:
            return
        yield cue


def _quotes(paragraph: _Paragraph, cue: Cue) -> bool:
    """Whether the cue's word is one that quotes are given with."""
    return "quote" in reporting.takes(paragraph.shape.low[cue.verb])


def _cue_behind(paragraph: _Paragraph, at: int) -> Cue | None:
    """The cue right behind the quote: "...", X said; "...", said X; "...", according to X; "..." - X."""
    letters, low = paragraph.shape.letters, paragraph.shape.low
    start = at + 1
    while letters[start] in ",—–-R" or letters[start] == "|" and start == at + 1 < len(letters) - 1:
        start += 1
    opens = (
        letters[at - 1 : at] in ("", "|")
        and paragraph.shape.starts[at] + 20 < paragraph.shape.ends[at]
    )
    if letters[start] == "S" and low[start] == "as":
        start += 1
    # A quote that ends in a stop is followed by a new sentence; only "X said." still is its own.
    over = letters[at] == "Q" and "|" in letters[at + 1 : start]
    for cue in _from(paragraph, start):
        if letters[cue.verb] == "a":
            return cue if cue.verb == start and not over else None
        if not _quotes(paragraph, cue) or cue.passive:
            continue
        close = letters[cue.verb + 1] in "|.,"
        if cue.inverted and cue.verb == start and not over:
            return cue
        if cue.inverted or not cue.speaker or cue.speaker[0] != start:
            continue
        if close or not over and (letters[at] == "q" or start > at + 1 or opens):
            return cue
    return _signed(paragraph, at)


def _signed(paragraph: _Paragraph, at: int) -> Cue | None:
    """A name behind a dash that ends the paragraph: "..." - Jane Doe."""
    letters = paragraph.shape.letters
    start = at + 1
    while letters[start] == "|" and start < len(letters) - 1:
        start += 1
    if letters[start] not in "—–-―" or letters[start + 1] != "N":
        return None
    name = behind(paragraph.shape, start + 1)
    ends = name and letters[name[1] :].strip(".|") == "" and name[1] - start < 8
    return Cue(start, name, True, False, ()) if ends else None


def _cue_at_end(paragraph: _Paragraph, at: int) -> Cue | None:
    """The cue that ends the sentence of a quoted fragment: ... "..." ..., X said."""
    letters = paragraph.shape.letters
    for cue in _from(paragraph, at + 1):
        if letters[cue.verb] == "a":
            return cue
        first = min(cue.verb, cue.speaker[0]) if cue.speaker else cue.verb
        if letters[first - 1] == "," and _quotes(paragraph, cue) and not cue.passive:
            return cue
    return None


def _reaches(paragraph: _Paragraph, cue: Cue, at: int) -> bool:
    """Whether the cue's word may give the quote at `at`: one like "snapped" only stands next to it."""
    if reporting.takes(paragraph.shape.low[cue.verb]) != {"quote"}:
        return True
    between = paragraph.shape.letters[cue.verb + 1 : at]
    return len(between) < 8 and not set(between) & set("AvVBq")


def _taken(speaker: tuple[int, int] | None) -> Cue | None:
    """A cue without a word of its own: somebody acts, and the quote stands beside it."""
    return Cue(-1, speaker, False, False, ()) if speaker else None


def _cue_ahead(paragraph: _Paragraph, at: int) -> Cue | None:
    """The cue before the quote in its sentence: the nearest, but for one inside another's words.

    "Trump said he believes it was “a mistake”": Trump says so.
    """
    letters = paragraph.shape.letters
    floor = max(0, at - _REACH, letters.rfind("|", max(0, at - _REACH), at) + 1)
    place = bisect_left(paragraph.cues, at, key=lambda c: c.verb)
    near = [
        c
        for c in paragraph.cues[max(0, place - 6) : place]
        if c.verb >= floor and c.speaker and _reaches(paragraph, c, at)
    ]
    if not near and letters[at - 1 : at] == ":":
        return _taken(main_subject(paragraph.shape, at - 1))
    if not near:
        return None
    chosen = near[-1]
    for outer in reversed(near[:-1]):
        holds = any(a <= chosen.verb < b for a, b in outer.content)
        weak = letters[chosen.speaker[0]] in "PW" or not _quotes(paragraph, chosen)
        if holds and weak:
            chosen = outer
    return chosen


# --- clauses without marks ---------------------------------------------------------------------------


def _indirect(paragraph: _Paragraph) -> Iterator[_Said]:
    """The clauses and infinitives that a cue reports outside of marks, in pieces between the quotes.

    What a cue inside another's words reports is the other's.
    """
    parts = [
        (part, cue) for cue in paragraph.cues if _reports(paragraph, cue) for part in cue.content
    ]
    reached = 0
    for (first, beyond), cue in sorted(parts, key=lambda p: (p[0][0], -p[0][1])):
        for start, end in _pieces(paragraph.shape, max(first, reached), beyond):
            yield _said(paragraph, start, end, "indirect", cue)
        reached = max(reached, beyond)


def _reports(paragraph: _Paragraph, cue: Cue) -> bool:
    """Whether the cue reports what somebody else says or thinks.

    "I think", "you know" are the author's own; "that action shows" is an inference, no source.
    """
    if not cue.speaker:
        return True
    low = paragraph.shape.low[cue.speaker[0]].split("'")[0]
    if low in ("i", "we", "you"):
        return False
    return _quotes(paragraph, cue) or _can_speak(paragraph.shape, cue.speaker)


def _pieces(form: Shape, first: int, beyond: int) -> Iterator[tuple[int, int]]:
    """The runs of two words or more outside marks among the words first to beyond."""
    start = first
    for at in range(first, beyond + 1):
        if at == beyond or form.letters[at] in "Qq|":
            end = at
            while end > start and not form.low[end - 1][:1].isalnum():
                end -= 1
            while start < end and not form.low[start][:1].isalnum():
                start += 1
            if end - start >= 2:
                yield form.starts[start], form.ends[end - 1]
            start = at + 1


def _inherited(paragraph: _Paragraph, said: list[_Said], before: _Said) -> list[_Said]:
    """The stretches, speech that no cue of its own reports given to the one who is speaking.

    That is who spoke last in the paragraph, or at its beginning in the one before; else who speaks
    next; else the subject of the sentence before it, or of the fragment's own sentence.
    """
    kept, speaking, nearby = [], _NOBODY, _next_speakers(said)
    for place, one in enumerate(said):
        if one.form != "indirect" and not one.speaker and _is_speech(paragraph, one):
            opens = place == 0 and _opens(paragraph, one)
            source = speaking if speaking.speaker else before if opens else _NOBODY
            if not source.speaker and one.form == "direct":
                source = nearby[place]
            if not source.speaker:
                source = _acting(paragraph, one)
            one = one._replace(**{f: getattr(source, f) for f in _SPEAKER})
        if one.speaker and (one.form == "direct" or speaking.form != "direct"):
            speaking = one
        kept.append(one)
    return kept


def _opens(paragraph: _Paragraph, said: _Said) -> bool:
    """Whether the paragraph begins with the stretch."""
    return not paragraph.text[: said.start - paragraph.start].strip("\"“‘' ")


def _next_speakers(said: list[_Said]) -> list[_Said]:
    """For each stretch the next direct one that has a speaker, or _NOBODY."""
    found, following = [], _NOBODY
    for one in reversed(said):
        following = one if one.speaker and one.form == "direct" else following
        found.append(following)
    return found[::-1]


_SPEAKER = ("speaker", "speaker_start", "speaker_end")


def _is_speech(paragraph: _Paragraph, said: _Said) -> bool:
    """Whether the stretch is long enough to be something said: no term, no name of a book."""
    at = paragraph.shape.at(said.start - paragraph.start) - 1
    mark = Marked(0, said.start - paragraph.start, said.end - paragraph.start, 0, True)
    long = len(paragraph.text[mark.start : mark.end].split()) >= 4
    return said.form == "direct" or long and not _is_title(paragraph, mark, at, said.form)


def _acting(paragraph: _Paragraph, said: _Said) -> _Said:
    """The subject of the sentence before a direct quote, or of the one that a fragment stands in."""
    at = paragraph.shape.at(said.start - paragraph.start) - 1
    letters = paragraph.shape.letters
    if said.form == "direct" or letters[at - 1 : at] == "|":
        at = at - 1 if letters[at - 1 : at] == "|" else 0
    subject = main_subject(paragraph.shape, at) if at > 0 else None
    if not subject or not _can_speak(paragraph.shape, subject):
        return _NOBODY
    return _said(paragraph, 0, 0, "", _taken(subject))


def _can_speak(form: Shape, phrase: tuple[int, int]) -> bool:
    """Whether the phrase names a person, an institution or a text, and not just anything."""
    first, last = phrase[0], phrase[1] - 1
    if form.letters[first] == "P":
        return form.low[first] in ("he", "she", "they")
    return form.letters[last] == "N" or form.low[last].removesuffix("s") in words("source_nouns")


def _goes_on(paragraph: _Paragraph, said: list[_Said]) -> _Said:
    """Who may go on speaking in the next paragraph."""
    if paragraph.text.rstrip().endswith(":") and paragraph.cues:
        return _said(paragraph, 0, 0, "", paragraph.cues[-1])
    spoken = [s for s in said if s.form == "direct"]
    return spoken[-1] if spoken else _NOBODY
