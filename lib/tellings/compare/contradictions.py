"""Where one telling says what another denies: sentences in, pairs of places for the reader out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from tellings.compare import events
from tellings.compare.contents import stem, tells
from tellings.find.terms import Token, tokens
from tellings.lexicons import words as known

_SCOPE = 8  # words behind a negation that it may deny: "has not presented any kind of plan to ..."
_NEAR = 6  # words among which another telling must say them: "the plans presented by"
_BEFORE = 5  # words before them among which that telling's own negation would stand
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

    A negation ("not", "never", "no" ...) denies the words behind it, up to a stop or "that". Where
    the first of them and one more stand close together in another telling, without a negation, the
    two places are set side by side. Verbs that say little alone ("take", "make") are passed over.
    What reads like a contradiction may speak of two moments: the reader judges.
    """
    rows = events.join(sentences[sentences["zone"] == "body"], articles)
    found = []
    for event_id, group in rows.groupby("event_id", sort=True):
        read = [(s, tokens(s.text)) for s in group.itertuples()]
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


def _denied(read: list[tuple]) -> Iterator[Contradiction]:
    """The pairs of sentences of one event of which one denies what the other says."""
    said: dict[str, list[tuple]] = {}
    for sentence, words in read:
        for place, word in enumerate(words):
            if _says(word.low):
                said.setdefault(stem(word.low), []).append((sentence, words, place))
    for sentence, words in read:
        for place, word in enumerate(words):
            scope = _scope(sentence.text, words, place) if _negates(word.low) else []
            for other, theirs, at in said.get(scope[0], ()) if len(scope) > 1 else ():
                both = _both(theirs, at, scope[1:])
                if both and other.article_id != sentence.article_id:
                    yield _pair("negation", both, sentence, other)
                    break


def _scope(text: str, words: list[Token], place: int) -> list[str]:
    """The stems that the negation at `place` denies, in order."""
    found = []
    for at in range(place + 1, min(len(words), place + 1 + _SCOPE)):
        if _BREAK.search(text[words[at - 1].end : words[at].start]) or words[at].low == "that":
            break
        if _says(words[at].low):
            found.append(stem(words[at].low))
    return found


def _both(words: list[Token], at: int, stems: list[str]) -> str:
    """The words around `at` that have one of the stems as well and no negation before; else ""."""
    first, last = max(0, at - _NEAR), min(len(words), at + _NEAR + 1)
    near = [i for i in range(first, last) if i != at and stem(words[i].low) in stems]
    if not near:
        return ""
    start, end = min(at, near[0]), max(at, near[0])
    if any(_negates(w.low) for w in words[max(0, start - _BEFORE) : end + 1]):
        return ""
    return " ".join(w.low for w in words[start : end + 1])


def _negates(low: str) -> bool:
    return low in known("negations", kind="negation") or low.endswith("n't")


def _says(low: str) -> bool:
    """Whether a word says enough to be denied."""
    light = low in known("negations", kind="light verb") or _negates(low)
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
