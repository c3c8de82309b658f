"""What each telling calls the thing: Wording rows of group "naming" in, who says what out."""

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

import pandas as pd

from tellings.compare import events
from tellings.lexicons import listed
from tellings.text import tokens


def names(wordings: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The naming rows with their keys, and `place`: 1, 2 ... of its topic in its telling."""
    table = events.join(wordings[wordings["group"] == "naming"], articles)
    table = table.sort_values(["event_id", "article_id", "topic", "start"], kind="stable")
    by = table.groupby(["article_id", "topic"], sort=False)
    return table.assign(place=by.cumcount() + 1).reset_index(drop=True)


def tally(names: pd.DataFrame) -> pd.DataFrame:
    """One row per event, topic and term: how many tellings use it, and how often in whose voice."""
    by = ["event_id", "topic", "term"]
    voices = names.groupby([*by, "voice"]).size().unstack(fill_value=0)
    voices = voices.reindex(columns=["own", "attributed", "quoted"], fill_value=0)
    used = names.groupby(by)["article_id"].nunique().rename("tellings")
    own = (
        names[names["voice"] == "own"]
        .groupby(by)["telling"]
        .agg(lambda t: ", ".join(sorted(set(t))))
    )
    table = voices.join(used).join(own.rename("own_voice_of")).fillna({"own_voice_of": ""})
    table = table.reset_index().rename_axis(columns=None)
    table = table.sort_values(
        ["event_id", "tellings", "own", "term"], ascending=[True, False, False, True]
    )
    return table[[*by, "tellings", "own", "attributed", "quoted", "own_voice_of"]]


class Suggestion(NamedTuple):
    """A noun that stands where other tellings of the event have another: a name, perhaps.

    anchor     the proper name that it stands beside
    form       the noun, in lower case
    slot       "before" ("invasion of Rafah") or "after" ("Rafah assault")
    tellings   of the event that have it there; n: times; start, end, text: the first of them
    """

    anchor: str
    form: str
    slot: str
    tellings: int
    n: int
    start: int
    end: int
    text: str


_FROM_ANCHOR = 6  # words that may stand between a noun and the place its complement names
_ANCHORS = 3  # proper names looked at in each event, those in most tellings first
_CONTEXT = 5  # words shown before and after a suggestion
_SHORTEST = 4  # letters of a name


def suggest(sentences: pd.DataFrame, articles: pd.DataFrame, most: int = 12) -> pd.DataFrame:
    """Nouns that may be names for one thing, for the researcher to accept: Suggestion rows.

    Where tellings speak of the same place or person, what stands beside it varies: "the invasion
    of", "the operation in", "the assault on" the same city. The suite only proposes; a row of
    corrections.csv (subject "naming", place = topic, was = form, becomes = name) accepts one.
    """
    rows = events.join(sentences, articles)
    found = [_of_event(group, most) for _, group in rows.groupby("event_id")]
    columns = ["article_id", "event_id", *Suggestion._fields]
    return pd.concat(found, ignore_index=True)[columns] if found else pd.DataFrame(columns=columns)


def _of_event(rows: pd.DataFrame, most: int) -> pd.DataFrame:
    """The suggestions of one event."""
    anchors, nouns = _anchors(rows), _nouns(rows["text"])
    found = [
        (row.article_id, row.event_id, anchor, form, slot, row.start + start, row.start + end, text)
        for row in rows.itertuples()
        for anchor, form, slot, start, end, text in _beside(row.text, anchors)
        if form in nouns
    ]
    columns = ["article_id", "event_id", "anchor", "form", "slot", "start", "end", "text"]
    table = pd.DataFrame(found, columns=columns)
    by = table.groupby(["anchor", "form", "slot"], sort=False)
    table = table.assign(
        n=by["form"].transform("size"), tellings=by["article_id"].transform("nunique")
    )
    table = table.drop_duplicates(["anchor", "form", "slot"])
    order = ["tellings", "n", "form"]
    return table.sort_values(order, ascending=[False, False, True]).head(most)


def _nouns(texts: pd.Series) -> set[str]:
    """The words that close a noun phrase somewhere: "a potential invasion of", "its ally Israel".

    A phrase is a determiner or a possessive, at most one plain word, and the noun; no other plain
    word follows.
    """
    found = set()
    for text in texts:
        words = tokens.whole(text)
        opens = [_opens_phrase(word.low) for word in words]
        plain = [_plain(text, word) for word in words] + [False]
        for at, word in enumerate(words):
            behind = any(opens[max(at - 1, 0) : at]) or (at > 1 and opens[at - 2] and plain[at - 1])
            if plain[at] and behind and not plain[at + 1] and not _verb(word.low):
                found.add(word.low)
    return found


def _verb(low: str) -> bool:
    """Whether a word is a verb's form and no noun: "said", "agreed"; "attack" may be either."""
    finite = low in listed("function_words", kind="finite verb")
    return finite or low.endswith("ed") or low in listed("reporting_verbs", also="")


def _opens_phrase(low: str) -> bool:
    """Whether a word opens a noun phrase: a determiner, a possessive, a people ("Israeli")."""
    determiners = listed("function_words", kind="determiner")
    return low.endswith("'s") or low in determiners or low in _peoples()


@cache
def _peoples() -> frozenset[str]:
    return frozenset(word.lower() for word in listed("demonyms"))


def _anchors(rows: pd.DataFrame) -> list[str]:
    """The proper names that most tellings of an event have inside their sentences."""
    seen: dict[str, set] = {}
    often: Counter = Counter()
    for row in rows[rows["zone"] == "body"].itertuples():
        for name in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{2,}", row.text):
            seen.setdefault(name, set()).add(row.article_id)
            often[name] += 1
    calendar = listed("calendar")
    names = [n for n in seen if n.lower() not in calendar]
    return sorted(names, key=lambda n: (-len(seen[n]), -often[n], n))[:_ANCHORS]


def _beside(text: str, anchors: list[str]):
    """The plain words of a sentence that stand before or after an anchor."""
    words = tokens.whole(text)
    for place, word in enumerate(words):
        name = text[word.start : word.end].removesuffix("'s").removesuffix("’s")
        if name not in anchors:
            continue
        after = place + 1
        while after < len(words) and after < place + 3 and _plain(text, words[after]):
            after += 1
        for at, slot in ((_noun_before(text, words, place), "before"), (after - 1, "after")):
            if at is not None and at != place and _plain(text, words[at]):
                start, end = words[at].start, words[at].end
                yield name, words[at].low, slot, start, end, _around(text, start, end)


def _around(text: str, start: int, end: int) -> str:
    """The words around a stretch, whole ones."""
    before, after = text[:start].split()[-_CONTEXT:], text[end:].split()[:_CONTEXT]
    return " ".join([*before, text[start:end], *after])


def _noun_before(text: str, words: list, place: int) -> int | None:
    """The word before a preposition whose complement holds the anchor, or the word right before."""
    if place and _plain(text, words[place - 1]):
        return place - 1
    prepositions = listed("function_words", kind="preposition")
    for at in range(place - 1, max(place - _FROM_ANCHOR, 0), -1):
        if words[at].low in prepositions and _plain(text, words[at - 1]):
            region = words[at].low == "of" and words[at - 1].low in listed(
                "name_cues", kind="PLACE"
            )
            if not region:  # "city of Rafah": what is done there stands before it
                return at - 1
    return None


def _plain(text: str, word) -> bool:
    """Whether a word may be a name: written small, no function word, not too short."""
    small = text[word.start].islower() and len(word.low) >= _SHORTEST
    return small and word.low not in listed("function_words")


def finding(names: pd.DataFrame) -> str:
    """How many names the tellings use, in whose voice, and what each outlet says itself."""
    if names.empty:
        return "No telling uses a name of the naming sets."
    names = names[names["topic"] == names["topic"].value_counts().sort_index().idxmax()]
    own = names[names["voice"] == "own"]
    largest = names.groupby("event_id")["article_id"].nunique().sort_index().idxmax()
    said = own[own["event_id"] == largest].groupby("telling", sort=False)["term"]
    words = [f"{telling} says {_list(terms)}" for telling, terms in said]
    silent = sorted(set(names.loc[names["event_id"] == largest, "telling"]) - set(said.groups))
    words += [f"{telling} uses none" for telling in silent]
    return (
        f"{len(own)} of {len(names)} names for the {names['topic'].iloc[0]} stand in the outlets' "
        f"own voice, the others in somebody else's words. In their own "
        f"voice, on {largest}: {'; '.join(words)}."
    )


def _list(terms: pd.Series) -> str:
    """Terms by how often: "assault (3), invasion (2)"."""
    return ", ".join(
        f"{t} ({n})" for t, n in sorted(Counter(terms).items(), key=lambda x: (-x[1], x[0]))
    )
