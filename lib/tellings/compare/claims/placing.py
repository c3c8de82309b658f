"""What a key need not say in its event, its place or year: aligned claims in, shorter keys out."""

import re
from collections import defaultdict
from collections.abc import Mapping

import pandas as pd

from tellings.compare.claims import running

_IN = re.compile(r"^(?P<said>.+?) in (?P<place>[A-Z][^,]*?)(?P<rest>(?: in \d{4})?(?:,.*)?)$")


def without_own_place(aligned: pd.DataFrame, names: Mapping[str, str]) -> pd.Series:
    """The keys, "people killed in Lund" as "people killed" in an event that is named after Lund and
    in which another article says "people killed" of no place.

    Not where an article gives both, with other numbers: then one of them is of more than the place.

    names  of the events by their ids
    """
    keys, given = aligned["key"].copy(), _given(aligned)
    for (event, key), claims in given.items():
        told = _IN.match(key)
        if not told or not _named_after(names.get(event, ""), told["place"]):
            continue
        bare = f"{told['said']}{told['rest']}"
        if (event, bare) in given and not _apart(claims, given[event, bare]):
            keys[[at for at, *_ in claims]] = bare
    return keys


def without_own_year(aligned: pd.DataFrame) -> pd.Series:
    """The keys, "people killed in 2021" as "people killed" where another article of the event gives
    the same number of that: the year is the event's own, as in a report of a trial.

    Else it is the year of something that the event is held against: "58 people died in 2009".
    """
    keys, given = aligned["key"].copy(), _given(aligned)
    for (event, key), claims in given.items():
        bare = running.without_year(key)
        others = given.get((event, bare), []) if bare != key else []
        if any(a != b and of_a == of_b for _, a, *of_a in claims for _, b, *of_b in others):
            keys[[at for at, *_ in claims]] = bare
    return keys


def with_one_noun(aligned: pd.DataFrame) -> pd.Series:
    """The keys, "workers killed" as "people killed" where another article of the event gives the
    same number of that: outlets call the same dead workers, men or people.

    Not where its own article gives another number of people killed: then they are a part of them.
    """
    keys, given = aligned["key"].copy(), _given(aligned)
    for (event, key), claims in given.items():
        noun, _, rest = key.partition(" ")
        whole = f"people {rest}"
        if noun == "people" or not running.course(whole):
            continue
        others = given.get((event, whole), [])
        own = {article for _, article, *_ in claims}
        same = {(low, high) for _, article, low, high in others if article not in own}
        parted = any(article in own for _, article, *_ in others)
        if not parted and any((low, high) in same for _, _, low, high in claims):
            keys[[at for at, *_ in claims]] = whole
    return keys


def _given(aligned: pd.DataFrame) -> dict[tuple[str, str], list[tuple]]:
    """Of each key of an event its claims: its row in the table, its article, its values."""
    found = defaultdict(list)
    columns = (aligned[c] for c in ("event_id", "key", "article_id", "low", "high"))
    for at, event, key, *claim in zip(aligned.index, *columns, strict=True):
        if key:
            found[event, key].append((at, *claim))
    return dict(found)


def _named_after(name: str, place: str) -> bool:
    """Whether the name of an event holds a place."""
    return re.search(rf"\b{re.escape(place)}\b", name) is not None


def _apart(some: list[tuple], others: list[tuple]) -> bool:
    """Whether an article gives other numbers of one key than of the other; 26 is some dozens."""
    return any(
        one == other and (high < least or most < low)
        for _, one, low, high in some
        for _, other, least, most in others
    )
