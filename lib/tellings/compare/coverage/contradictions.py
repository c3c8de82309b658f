"""Where one telling says what another denies: sentences in, pairs of places for the reader out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from tellings.compare import events
from tellings.compare.coverage.content_words import stem, tells
from tellings.lexicons import listed
from tellings.text import tokens
from tellings.text.inflection import is_participle, singular
from tellings.text.tokens import Token

_SCOPE = 5  # words behind a denied verb among which its object stands: "presented any plan"
_NEAR = 3  # words around a verb among which another telling must name it: "plans presented"
_BEFORE = 6  # words before them that may leave it open: "whether", "would", "not"
_BETWEEN = frozenset("been be have yet ever even also actually".split())
_BE = "am is are was were be been isn't aren't wasn't weren't"
_STATES = frozenset(f"{_BE} have has had haven't hasn't hadn't".split())
_BREAK = re.compile(r"[.;:!?,–—]")


class Contradiction(NamedTuple):
    """What telling a denies and telling b says, to be judged by a reader.

    reason  "negation", with the words that one denies and the other says; or "numbers"
    start_a .. text_b  the two places
    """

    reason: str
    words: str
    article_id_a: str
    telling_a: str
    start_a: int
    end_a: int
    text_a: str
    article_id_b: str
    telling_b: str
    start_b: int
    end_b: int
    text_b: str


def find(
    sentences: pd.DataFrame, claim_pairs: pd.DataFrame, articles: pd.DataFrame
) -> pd.DataFrame:
    """Pairs of places of one event where one telling denies what another says, or numbers conflict.

    A telling denies a verb and its object ("has not presented any plan"); another has the two close
    together, as a fact: not negated itself, no "would", "whether" or "to" before it. Verbs that say
    little alone ("take", "make") are passed over.
    What reads like a contradiction may speak of two moments: the reader judges.
    """
    body = sentences[sentences["zone"] == "body"]
    rows = events.join(body[body["article_id"].isin(articles["article_id"])], articles)
    found = []
    for event_id, group in rows.groupby("event_id", sort=True):
        read = [(s, tokens.whole(s.text)) for s in group.itertuples()]
        found += [(event_id, *row) for row in _denied(read)]
    table = pd.DataFrame(found, columns=["event_id", *Contradiction._fields])
    return pd.concat([table, _numbers(claim_pairs, articles)], ignore_index=True)


def sides(found: pd.DataFrame) -> pd.DataFrame:
    """The two places of each contradiction as two rows, one under the other, for people to read."""
    pairs = found.reset_index(names="pair")
    keep = ["article_id", "telling", "start", "end", "text"]
    rows = []
    for side, place in (("a", "denied here"), ("b", "said here")):
        names = {f"{c}_{side}": c for c in keep}
        own = pairs[["event_id", "pair", "reason", "words", *names]].rename(columns=names)
        verb = own["reason"].map({"negation": place}).fillna("given here")
        rows.append(own.assign(place=verb, side=side))
    table = pd.concat(rows).sort_values(["pair", "side"])
    columns = ["event_id", "telling", "place", "words", "article_id", "start", "end", "text"]
    return table[columns].reset_index(drop=True)


def in_words(found: pd.DataFrame) -> str:
    """How many pairs of places contradict each other, and how they were found."""
    if found.empty:
        return "No telling denies what another says, and no numbers conflict."
    denied = (found["reason"] == "negation").sum()
    return (
        f"Places that contradict each other: {denied} by a negation, "
        f"{len(found) - denied} by numbers that no reading reconciles."
    )


class _Denial(NamedTuple):
    """What a sentence denies: the stem of a verb and the words behind it."""

    verb: str
    objects: frozenset[str]


def _denied(read: list[tuple]) -> Iterator[Contradiction]:
    """The pairs of sentences of one event of which one denies what the other says."""
    said: dict[str, list[tuple]] = {}
    for sentence, words in read:
        for place, word in enumerate(words):
            if _says(word.low):
                said.setdefault(stem(word.low), []).append((sentence, words, place))
    for sentence, words in read:
        for denial in _denials(sentence.text, words):
            for other, theirs, at in said.get(denial.verb, ()):
                both = _both(other.text, theirs, at, denial.objects)
                if both and other.article_id != sentence.article_id:
                    yield _pair("negation", both, sentence, other)
                    break


def _denials(text: str, words: list[Token]) -> Iterator[_Denial]:
    """The verbs that a sentence negates ("has not presented"), each with what stands behind it."""
    for place in range(len(words)):
        if not _negates(words, place):
            continue
        at, state = place + 1, any(w.low in _STATES for w in words[max(0, place - 1) : place + 1])
        while at < len(words) and (words[at].low.endswith("ly") or words[at].low in _BETWEEN):
            state = state or words[at].low in _STATES
            at += 1
        if at < len(words) and state and not is_participle(words[at].low):
            continue  # "would not be part of": no deed is denied
        if at < len(words) and _says(words[at].low) and _together(text, words, place, at):
            behind = range(at + 1, min(len(words), at + 1 + _SCOPE))
            scope = [words[i].low for i in behind if _together(text, words, at, i)]
            scope = scope[: scope.index("that")] if "that" in scope else scope
            objects = frozenset(singular(low.removesuffix("'s")) for low in scope if _says(low))
            if objects:
                yield _Denial(stem(words[at].low), objects)


def _both(text: str, words: list[Token], verb: int, objects: frozenset[str]) -> str:
    """The stretch around the verb that says it of one of the objects, as a fact; else ""."""
    near = [i for i in range(verb - _NEAR, verb + _NEAR + 1) if 0 <= i < len(words) and i != verb]
    near = [i for i in near if singular(words[i].low.removesuffix("'s")) in objects]
    near = [i for i in near if _together(text, words, min(i, verb), max(i, verb))]
    near = [i for i in near if i > verb or is_participle(words[verb].low)]  # "plans presented"
    if not near:
        return ""
    start, end = min(verb, near[0]), max(verb, near[0])
    before = {w.low for w in words[max(0, start - _BEFORE) : end]}
    open_ = listed("negations", kind="leaves it open")
    if before & open_ or any(_negates(words, i) for i in range(max(0, start - _BEFORE), end)):
        return ""
    return text[words[start].start : words[end].end]


def _negates(words: list[Token], place: int) -> bool:
    """Whether a word makes the verb behind it a denial: "hasn't", "has not", "never"."""
    low = words[place].low
    if low.endswith("n't") or low == "never":
        return True
    before = words[place - 1].low if place else ""
    return low == "not" and before in listed("function_words", kind="auxiliary")


def _together(text: str, words: list[Token], first: int, last: int) -> bool:
    """Whether no stop stands between two words."""
    return not _BREAK.search(text[words[first].end : words[last].start])


def _says(low: str) -> bool:
    """Whether a word says enough to be denied."""
    light = low in listed("negations", kind="light verb") or low.endswith("n't")
    return tells(low) and not light and not low[0].isdigit()


def _pair(reason: str, words: str, a, b) -> Contradiction:
    """Two sentences side by side."""
    one = (a.article_id, a.telling, a.start, a.end, a.text)
    return Contradiction(reason, words, *one, b.article_id, b.telling, b.start, b.end, b.text)


def _numbers(pairs: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The pairs of claims of one event that conflict."""
    rows = pairs[(pairs["verdict"] == "conflict") & (pairs["event_id"] != "")]
    name = articles.set_index("article_id")["telling"]
    rows = rows[rows["article_id_a"].isin(name.index) & rows["article_id_b"].isin(name.index)]
    rows = rows.assign(reason="numbers", words=rows["key"])
    rows = rows.assign(telling_a=rows["article_id_a"].map(name))
    rows = rows.assign(telling_b=rows["article_id_b"].map(name))
    return rows[["event_id", *Contradiction._fields]]
