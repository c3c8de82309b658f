"""Names by a trained model: words, sentences and a model's name in, names out."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from tellings.find.mentions.boundaries import Name
from tellings.find.mentions.listed import title_at
from tellings.find.mentions.words import Words
from tellings.lexicons import rows
from tellings.text import models
from tellings.text.characters import plain


def among(words: Words, sentences: Sequence, model: str) -> list[Name]:
    """The names that a spaCy model finds, without titles, articles and possessives.

    Raises ValueError, in one line, where spaCy or the model is missing.
    """
    places = [words.span(k, k + 1) for k, word in enumerate(words.at) if word.text]
    starts, ends = zip(*places, strict=True) if places else ((), ())
    found = []
    parsed = models.pipeline(model).pipe(plain(sentence.text) for sentence in sentences)
    for sentence, document in zip(sentences, parsed, strict=True):
        for entity in document.ents:
            kind = _kinds().get(entity.label_, "")
            first = bisect_right(ends, sentence.start + entity.start_char)
            last = bisect_left(starts, sentence.start + entity.end_char)
            if kind and first < last:
                first, last = _bare(words, first, last, kind)
                found.append(Name(first, last, kind, f"spacy:{entity.label_}"))
    return found


@cache
def _kinds() -> dict[str, str]:
    """A trained model's labels, in our kinds; labels for numbers and dates name nobody."""
    return {row["label"]: row["kind"] for row in rows("model_labels")}


def _bare(words: Words, first: int, last: int, kind: str) -> tuple[int, int]:
    """A model's span without the title, article and possessive that some models leave on it."""
    if last - first > 1 and words.at[last - 1].look.low == "'s":
        last -= 1
    if last - first > 1 and words.at[first].look.low == "the":
        first += 1
    while kind == "PERSON" and last - first > 1:
        end = title_at(words, first)[0]
        if end == first or end >= last:
            break
        first = end
    return first, last
