"""A second opinion on reported speech: sentences, quotes and a trained model in, doubts out."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from tellings.find.quotes.finder import Quote
from tellings.read.sentences import Sentence
from tellings.text import models
from tellings.text.characters import plain

_CLAUSES = {"ccomp", "xcomp", "acl", "relcl"}  # what a model calls a clause that a word governs
_ASIDE = {"parataxis", "prep"}  # "..., Lee added, ..." and "according to" stand in what they report
NO_VERB, TOO_LONG, NO_CLAUSE = "the cue is no verb", "goes on past its clause", "no clause"


class Doubt(NamedTuple):
    """What a model's parse says against a row of reported speech, and what is kept of it.

    start, end, text, speaker, cue  the row's own
    why   the cue is no verb; goes on past its clause; no clause
    kept  the words of it that stay, from its first on; "" where the row is left out
    """

    sentence: int
    start: int
    end: int
    text: str
    speaker: str
    cue: str
    why: str
    kept: str


def second_opinion(names_by: str = "rules") -> Callable[..., Iterator[Doubt]]:
    """The function that doubts quotes: by the parse of "spacy:<model>", or of none ("rules").

    It takes an article's sentences and its quotes, and can be handed to parallel.each.
    Raises ValueError for any other word.
    """
    model = models.named(names_by)
    return partial(doubts, model=model) if model else _no_doubts


def _no_doubts(sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> Iterator[Doubt]:
    """Without a model there is one opinion only."""
    return iter(())


def doubts(sentences: Sequence[Sentence], quotes: Sequence[Quote], model: str) -> Iterator[Doubt]:
    """Yield a Doubt for each row of reported speech that the model's parse speaks against.

    A cue must be a verb, or a noun that the words hang on ("his claim that"); the words must end
    with the clause that hangs on the cue, before what the cue's own clause is part of. Words
    between marks are speech whatever a parse says, and so are words without a cue.

    Raises ValueError, in one line, where spaCy or the model is missing.
    """
    rows = [q for q in quotes if q.form == "indirect" and q.cue.strip(":")]
    held = {q.sentence for q in rows}
    asked = [s for s in sentences if s.sentence in held]
    parsed = models.pipeline(model).pipe(plain(sentence.text) for sentence in asked)
    by_sentence = {s.sentence: (s, d) for s, d in zip(asked, parsed, strict=True)}
    for quote in rows:
        sentence, document = by_sentence[quote.sentence]
        why, end = _doubted(document, quote, quote.start - sentence.start)
        if why:
            kept = quote.text[:end].rstrip(" ,;-–—")
            yield Doubt(quote.sentence, *quote[1:4], quote.speaker, quote.cue, why, kept)


def _doubted(document: Any, quote: Quote, start: int) -> tuple[str, int]:
    """Why the parse speaks against the quote at `start` of its sentence, and how much stays."""
    words = [t for t in document if start <= t.idx < start + len(quote.text)]
    cue = _cue(document, words, quote.cue) if words else None
    if cue is None:
        return "", 0
    governed = [t for t in words if t.head == cue and t.dep_ in _CLAUSES]
    if cue.pos_ == "NOUN" and not governed:  # a name is none: models take a headline's "Says" so
        return NO_VERB, 0
    above = {t.i for t in cue.ancestors}
    outer = next((t for t in words if t.i in above and t.pos_ in ("VERB", "AUX")), None)
    aside = cue.i > words[0].i or cue.dep_ in _ASIDE or cue.pos_ == "ADJ"  # "made clear"
    if outer is None or aside:
        return "", 0
    last = max((t for clause in governed for t in clause.subtree), default=None)
    if last is None or last.i > outer.i:
        return NO_CLAUSE, 0
    return TOO_LONG, last.idx + len(last.text) - start


def _cue(document: Any, words: list, cue: str) -> Any:
    """The cue's first word, the nearest to the words that it reports; None if it is not found."""
    first, last = words[0].i, words[-1].i
    same = [t for t in document if t.text == cue.split()[0] and not first <= t.i <= last]
    return min(same, key=lambda t: min(abs(t.i - first), abs(t.i - last)), default=None)
