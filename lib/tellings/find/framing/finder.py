"""Words that frame: sentences in, one Wording for each name, verb, hedge, booster, passive out."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tellings.find.framing import passives
from tellings.lexicons import listed, rows
from tellings.read.sentences import Sentence
from tellings.text import spans, tokens, voice
from tellings.text.characters import plain
from tellings.text.matcher import Matcher
from tellings.text.tokens import Token

_BESIDE = 4  # words after a name in which its place must stand: "attack on the city of Rafah"
_COMPLEMENT = 8  # words that a name's complement may take: "operation in specific parts of Rafah"
_ELSEWHERE = re.compile(r"\s(?:of|in|into|on|against|at)\s(?:[a-z'-]+\s){0,3}([A-Z]\w+)")


class Wording(NamedTuple):
    """One word or phrase that frames what is told.

    group  naming | reporting | hedge | booster | passive
    term   naming: the name that the form stands for ("invasion" for "invade"); reporting: the
           verb's class (neutral, assertive, doubting, conceding); hedge, booster: their kind;
           passive: "agent named" or "agent left out"
    topic  what is named, for naming; else ""
    voice  own | attributed | quoted: whose words it stands in
    """

    sentence: int
    start: int
    end: int
    text: str
    group: str
    term: str
    topic: str
    voice: str


def find(
    sentences: Sequence[Sentence], quotes: Sequence = (), naming: Iterable = ()
) -> Iterator[Wording]:
    """Yield the framing words of an article, in the order of the text.

    quotes  the article's Quote rows: they tell whose words a wording stands in, and which verbs
            report something
    naming  more rows for the naming sets, with topic, kind, form and term, as in
            lexicons/naming.csv; an empty term takes a form out of its set

    >>> from tellings.read.sentences import of
    >>> [(w.text, w.group, w.term) for w in find(of("Ten people may have been killed."))]
    [('may', 'hedge', 'modal'), ('may have been killed', 'passive', 'agent left out')]
    """
    said = sorted(quotes, key=lambda q: (q.start, q.end))
    cued = _reporting(sentences, said)
    given = [tokens.whole(s.text) for s in sentences]
    sets = [_Set(topic, entries) for topic, entries in _sets(naming).items()]
    sets = [one for one in sets if one.is_told_in(sentences, given)]
    for s, words, around in zip(sentences, given, spans.reaching(sentences, said), strict=True):
        found = [*_listed(s.text, words), *_passives(s.text, words), *cued.get(s.sentence, ())]
        found += [name for one in sets for name in one.names(s.text, words)]
        reported = {row[:2] for row in found if row[2] == "reporting"}
        for first, end, *what in sorted(set(found)):
            if what[0] == "hedge" and (first, end) in reported:
                continue  # "Biden has suggested that": a verb that reports, not one that hedges
            place = (s.start + first, s.start + end)
            yield Wording(s.sentence, *place, s.text[first:end], *what, voice.of(*place, around))


# --- hedges, boosters, passives ----------------------------------------------------------------
_LISTS = {"hedge": "hedges", "booster": "boosters"}


@cache
def _forms() -> Matcher:
    """Hedges and boosters, each with its group and kind."""
    known = [(r["form"], (group, r["kind"])) for group, name in _LISTS.items() for r in rows(name)]
    return Matcher(known)


def _listed(text: str, words: Sequence[Token]) -> Iterator[tuple]:
    """The hedges and boosters of a sentence."""
    for first, beyond, (group, kind) in _forms().among(words):
        if kind != "modal" or _is_modal(text, words, first):
            yield words[first].start, words[beyond - 1].end, group, kind, ""


def _is_modal(text: str, words: Sequence[Token], place: int) -> bool:
    """Whether "may", "might" or "could" is the verb: not the month of May, nor an army's might."""
    if (place and text[words[place].start].isupper()) or place + 1 == len(words):
        return False
    before, after = words[place - 1].low if place else "", words[place + 1].low
    noun = before.endswith("'s") or before in listed("function_words", kind="determiner")
    return not (noun or after[0].isdigit() or after in listed("function_words", kind="preposition"))


def _passives(text: str, words: Sequence[Token]) -> Iterator[tuple]:
    """The passives of a sentence, and whether they leave out who did it."""
    for first, beyond, agent in passives.of(text, words):
        term = "agent named" if agent else "agent left out"
        yield words[first].start, words[beyond - 1].end, "passive", term, ""


# --- reporting verbs -----------------------------------------------------------------------------
def _reporting(sentences: Sequence[Sentence], said: Sequence) -> dict[int, set[tuple]]:
    """By sentence, the verbs with which the article hands words to a speaker: the quotes' cues."""
    starts, found = [s.start for s in sentences], {}
    for q in said:
        if q.cue:
            place = _cue(sentences, starts, q)
            if place:
                number, row = place
                found.setdefault(number, set()).add(row)
    return found


def _cue(sentences: Sequence[Sentence], starts: Sequence[int], quote) -> tuple[int, tuple] | None:
    """The sentence and place of a quote's cue: where its words stand nearest to the quote."""
    first = max(bisect_right(starts, quote.start) - 2, 0)
    last = bisect_right(starts, quote.end)
    term = _classes().get(plain(quote.cue).lower().split()[-1], "neutral")
    cue = re.compile(rf"(?<!\w){re.escape(quote.cue)}(?!\w)")
    best = None
    for s in (*sentences[first : first + 2], *sentences[max(last - 1, first + 2) : last + 1]):
        for match in cue.finditer(s.text):
            start, end = s.start + match.start(), s.start + match.end()
            away = max(quote.start - end, start - quote.end)
            if away >= 0 and (best is None or away < best[0]):
                row = (match.start(), match.end(), "reporting", term, "")
                best = (away, s.sentence, row)
    return best[1:] if best else None


@cache
def _classes() -> dict[str, str]:
    """The class of each reporting verb's form."""
    return {r["word"]: r["class"] for r in rows("reporting_verbs")}


# --- naming --------------------------------------------------------------------------------------
def _sets(naming: Iterable) -> dict[str, dict[str, tuple[str, str]]]:
    """By topic, the kind and term of each form: the suite's own sets and what was handed in."""
    own = [(r["topic"], r["kind"], r["form"], r["term"]) for r in rows("naming")]
    sets: dict[str, dict[str, tuple[str, str]]] = {}
    for topic, kind, form, term in [*own, *((n.topic, n.kind, n.form, n.term) for n in naming)]:
        entries = sets.setdefault(topic, {})
        entries[form] = (kind, term)
        if not term and kind != "place":
            del entries[form]
    return sets


class _Set:
    """A naming set: the names of one topic, and the places that it is about."""

    def __init__(self, topic: str, entries: dict[str, tuple[str, str]]):
        self.topic = topic
        self._names = Matcher((f, e) for f, e in entries.items() if e[0] != "place")
        places = [form for form, (kind, _) in entries.items() if kind == "place"]
        self._proper = [form for form in places if form[0].isupper()]
        self._places = Matcher((form, form) for form in places)

    def is_told_in(self, sentences: Sequence[Sentence], given: Sequence[list[Token]]) -> bool:
        """Whether the article is about the topic: it names one of its places, if it has any."""
        named = Matcher((form, form) for form in self._proper)
        return not self._proper or any(next(named.among(words), None) for words in given)

    def names(self, text: str, words: Sequence[Token]) -> Iterator[tuple]:
        """The names of the topic in a sentence.

        A name of kind "beside place" ("attack", "enter") counts only with the place behind or
        before it; any other does not count where it goes on to name another place ("an invasion
        of Lebanon").
        """
        places = {first for first, _, _ in self._places.among(words)}
        for first, beyond, (kind, term) in self._names.among(words):
            behind = bool(places.intersection(range(beyond, beyond + _BESIDE)))
            if kind == "beside place":
                counts = behind or first - 1 in places
            else:
                complement = places.intersection(range(beyond, beyond + _COMPLEMENT))
                counts = complement or not (
                    self._proper and _elsewhere(text, words[beyond - 1].end)
                )
            if counts:
                yield words[first].start, words[beyond - 1].end, "naming", term, self.topic


def _elsewhere(text: str, end: int) -> bool:
    """Whether the name that ends at `end` goes on to a place: "of Lebanon", not "on Monday"."""
    place = _ELSEWHERE.match(plain(text), end)
    return bool(place) and place.group(1).lower() not in listed("calendar")
