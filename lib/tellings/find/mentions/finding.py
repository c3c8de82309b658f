"""Names in a telling: sentences in, one Mention per name out.

read (words) -> among (boundaries) -> settle (kinds) -> described (describing) -> resolve (linking)
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from tellings.find.mentions import boundaries, kinds, linking, spacy
from tellings.find.mentions.describing import Mention, described, stands_for
from tellings.find.mentions.forms import Form
from tellings.find.mentions.words import read
from tellings.text import models


def find(sentences: Sequence) -> Iterator[Mention]:
    """Yield one Mention for each name, in order, none inside another.

    Rules and lists (lexicons/README.md) and the article's own spelling decide; no model is loaded.
    The longest proper name counts ("Israeli Air Force" is one ORG); titles, possessives and
    articles stand outside it, and a body before a title is a mention of its own.

    >>> from tellings.read.sentences import of
    >>> [(m.text, m.kind, m.title) for m in find(of("US President Joe Biden left Rafah."))]
    [('US', 'PLACE', ''), ('Joe Biden', 'PERSON', 'President'), ('Rafah', 'PLACE', '')]
    """
    words = read(sentences)
    found = kinds.settle(words, boundaries.among(words))
    yield from resolve(described(words, found, sentences))


def finder(names_by: str = "rules") -> Callable[[Sequence], Iterator[Mention]]:
    """The function that finds names: "rules" (the suite's own) or "spacy:<model>" (installed).

    Raises ValueError for any other word. The function can be handed to parallel.each.
    """
    model = models.named(names_by)
    return partial(find_with_spacy, model=model) if model else find


def find_with_spacy(sentences: Sequence, model: str) -> Iterator[Mention]:
    """Yield the names that a spaCy model finds, as `find` would: same columns, same titles.

    model  an installed package ("en_core_web_sm") or the path of a saved pipeline

    Raises ValueError, in one line, where spaCy or the model is missing.
    """
    words = read(sentences)
    yield from resolve(described(words, spacy.among(words, sentences, model), sentences))


def resolve(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of one article, each with the best name of its bearer as `entity`."""
    names = [(m.entity, m.kind) for m in mentions]
    times = Counter(names)
    forms = [
        Form("", m.entity, m.kind, m.title, times[name], True, m.sense, m.kin, m.sentence)
        for m, name in zip(mentions, names, strict=True)
    ]
    made = []
    for m, answer in zip(mentions, linking.link(forms), strict=True):
        entity, folds_to = answer.name, m.folds_to or stands_for(m.kind, answer.name)
        same = entity == m.entity and folds_to == m.folds_to
        made.append(m if same else m.known_as(entity, folds_to))
    return made
