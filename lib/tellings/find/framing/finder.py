"""Words that frame: sentences in, one Wording for each name, strong word, verb, passive ... out."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import compress, count
from operator import attrgetter
from typing import NamedTuple

from tellings.find.framing import judgements, naming as naming_sets, passives, reporting, strong
from tellings.lexicons import listed, rows
from tellings.read.sentences import Sentence
from tellings.text import spans, tokens, voice
from tellings.text.matcher import Matcher
from tellings.text.tokens import Whole


class Wording(NamedTuple):
    """One word or phrase that frames what is told.

    group  naming | strong | reporting | hedge | booster | passive
    term   naming: the form as the outlet wrote it, a plural under its singular; strong: the base
           of the form ("slam" for "slammed"); reporting: the verb's class (neutral, assertive,
           doubting, conceding); hedge, booster: their kind; passive: "agent named" or "agent
           left out"
    topic  what is named, for naming; else ""
    voice  own | attributed | quoted: whose words it stands in
    weight how strong a strong word is, 2 or 3: for ranking, never to be added up; else 0
    """

    sentence: int
    start: int
    end: int
    text: str
    group: str
    term: str
    topic: str
    voice: str
    weight: int


def find(
    sentences: Sequence[Sentence], quotes: Sequence = (), naming: Iterable = ()
) -> Iterator[Wording]:
    """Yield the framing words of an article, in the order of the text.

    quotes  the article's Quote rows: they tell whose words a wording stands in, and which verbs
            report something
    naming  rows of naming sets beside the suite's own: topic, kind, form and term, as a corpus's
            naming.csv has them; an empty term takes a form out of its set

    >>> from tellings.read.sentences import of
    >>> [(w.text, w.group, w.term) for w in find(of("Ten people may have been killed."))]
    [('may', 'hedge', 'modal'), ('may have been killed', 'passive', 'agent left out')]
    """
    said = sorted(quotes, key=attrgetter("start", "end"))
    cued = reporting.verbs(sentences, said)
    given = [tokens.Whole(s.text) for s in sentences]
    sets = tuple(one for one in naming_sets.sets(naming) if one.is_told_in(given))
    may_begin = _first_words(sets).__contains__
    for s, words, around in zip(sentences, given, spans.reaching(sentences, said), strict=True):
        verbs = cued.get(s.sentence, ())
        at = [*compress(count(), map(may_begin, words.low))]
        found = list(verbs)
        if at:
            found += _listed(s.text, words, at) + _passives(s.text, words, at)
            found += _loaded(s, words, at)
            found += [name for one in sets for name in one.names(s.text, words, at)]
        if not found:
            continue
        # "Biden has suggested that": a verb that reports, not one that hedges
        reported = {row[:2] for row in verbs}
        kept = sorted({r for r in found if r[2] != "hedge" or r[:2] not in reported})
        whose = voice.each([(s.start + r[0], s.start + r[1]) for r in kept], around)
        for (first, last, group, term, topic, weight), speaks in zip(kept, whose, strict=True):
            if weight and speaks == "own" and judgements.gives_away(s.text, words, first, last):
                speaks = "attributed"
            place = (s.start + first, s.start + last, s.text[first:last])
            yield Wording(s.sentence, *place, group, term, topic, speaks, weight)


@lru_cache(maxsize=64)  # a corpus's articles tell of few topics, or of each by itself
def _first_words(sets: tuple[naming_sets.NamingSet, ...]) -> frozenset[str]:
    """The words with which a form of the suite's lists or a name of these topics may begin."""
    own = _forms().first_words | strong.forms().first_words | passives.forms_of_be()
    return own.union(*(one.first_words() for one in sets))


# --- hedges, boosters, passives, strong words ---------------------------------------------------
_LISTS = {"hedge": "hedges", "booster": "boosters"}


@cache
def _forms() -> Matcher:
    """Hedges and boosters, each with its group and kind."""
    known = [(r["form"], (group, r["kind"])) for group, name in _LISTS.items() for r in rows(name)]
    return Matcher(known)


def _listed(text: str, given: Whole, at: Sequence[int]) -> list[tuple]:
    """The hedges and boosters of a sentence; `at`: where they may begin."""
    return [
        (given.start[first], given.until(beyond - 1), group, kind, "", 0)
        for first, beyond, (group, kind) in _forms().among(given.low, at)
        if kind != "modal" or _is_modal(text, given, first)
    ]


def _is_modal(text: str, words: Whole, place: int) -> bool:
    """Whether "may", "might" or "could" is the verb: not the month of May, nor an army's might."""
    if place + 1 == len(words.low) or (place and text[words.start[place]].isupper()):
        return False
    before, after = words.low[place - 1] if place else "", words.low[place + 1]
    noun = before.endswith("'s") or before in listed("function_words", kind="determiner")
    return not (noun or after[0].isdigit() or after in listed("function_words", kind="preposition"))


def _passives(text: str, given: Whole, at: Sequence[int]) -> list[tuple]:
    """The passives of a sentence, and whether they leave out who did it."""
    terms = {True: "agent named", False: "agent left out"}
    return [
        (given.start[first], given.until(beyond - 1), "passive", terms[agent], "", 0)
        for first, beyond, agent in passives.of(text, given, at)
    ]


def _loaded(s: Sentence, given: Whole, at: Sequence[int]) -> list[tuple]:
    """The strong words of a sentence, with what they weigh."""
    found = strong.of(s.text, given, s.zone == "headline", at)
    return [(first, last, "strong", base, "", weight) for first, last, base, weight in found]
