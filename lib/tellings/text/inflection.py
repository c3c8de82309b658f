"""Forms of words: a word in lower case in, its singular, its plural, what it may come from out."""

from functools import cache, lru_cache

from tellings.lexicons import listed, rows

# Endings of the plural that are more than an "s": "churches", "dishes", "classes", "boxes".
_IN_ES = ("ches", "shes", "sses", "xes", "zzes")


@cache
def _irregular() -> dict[str, str]:
    """Plurals that no rule of spelling gives -> their singular; what looks like one -> itself."""
    return {r["plural"] or r["singular"]: r["singular"] for r in rows("irregular_plurals")}


@cache
def _plurals() -> dict[str, str]:
    """Singular -> a plural that no rule of spelling gives; a word without one -> itself."""
    given = reversed(rows("irregular_plurals"))
    return {r["singular"]: r["plural"] or r["singular"] for r in given}


@cache
def _no_plural() -> frozenset[str]:
    """Words that end as plurals do and are none: "news", "specimen"."""
    return listed("irregular_plurals", "singular", plural="")


@lru_cache(maxsize=10_000)
def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun.

    >>> [w for w in ("talks", "children", "news", "witness", "spokesmen") if is_plural(w)]
    ['talks', 'children', 'spokesmen']
    """
    if word in _irregular():
        return word not in _no_plural()
    if word.endswith("men") and len(word) > 4:
        return True
    return len(word) > 2 and word[-1] == "s" and not word.endswith(("ss", "us", "is", "'s", "ous"))


@lru_cache(maxsize=10_000)
def singular(word: str) -> str:
    """The singular of a plural noun; any other word as it is.

    >>> [singular(w) for w in ("civilians", "parties", "churches", "people", "gas")]
    ['civilian', 'party', 'church', 'person', 'gas']
    """
    if word in _irregular():
        return _irregular()[word]
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(_IN_ES):
        return word[:-2]
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    return word[:-1] if len(word) > 3 else word


def inflected(noun: str) -> frozenset[str]:
    """The words of which `singular` makes this noun: itself and what would be its plural.

    >>> sorted(inflected("person")), sorted(inflected("party"))
    (['people', 'person', 'persons'], ['parties', 'party', 'partys'])
    """
    regular = (noun, f"{noun}s", f"{noun}es", f"{noun[:-1]}ies", f"{noun[:-2]}en")
    given = {*regular, *_irregular_plurals().get(noun, ())}
    return frozenset(word for word in given if singular(word) == noun)


@cache
def _irregular_plurals() -> dict[str, list[str]]:
    """Singular -> its plurals that no rule of spelling gives."""
    found: dict[str, list[str]] = {}
    for word, noun in _irregular().items():
        found.setdefault(noun, []).append(word)
    return found


def plural(noun: str) -> str:
    """The plural of a noun or of a unit; of a phrase its last word's, "per …" left as it is.

    >>> [plural(n) for n in ("person", "party", "new home", "dollar per head", "witness", "media")]
    ['people', 'parties', 'new homes', 'dollars per head', 'witnesses', 'media']
    """
    head, per, rest = noun.partition(" per ")
    before, _, word = head.rpartition(" ")
    return f"{before} {_plural(word)}".strip() + per + rest


def _plural(word: str) -> str:
    """The plural of a word."""
    if word in _plurals():
        return _plurals()[word]
    if is_plural(word):
        return word
    if word.endswith("man"):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh", "z")) else "s")


def bases(word: str) -> list[str]:
    """What a lower-case word may be a regular inflection of.

    >>> bases("planning")
    ['plann', 'planne', 'plan']
    """
    found = []
    if word.endswith("s") and not word.endswith("ss"):
        found.append(word[:-1])
        found += [word[:-3] + "y"] if word.endswith("ies") else []
        found += [word[:-2]] if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")) else []
    for ending in ("ed", "ing", "est"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            found += [stem, stem + "e"]
            found += [stem[:-1]] if stem[-1] == stem[-2] else []
            found += [stem[:-1] + "y"] if stem.endswith("i") else []
    for ending in ("ly", "ness", "less", "ful", "able"):
        stem = word.removesuffix(ending)
        found += [stem] if stem != word else []
        found += [stem[:-1] + "y"] if stem != word and stem.endswith("i") else []
    return found


@lru_cache(maxsize=10_000)
def is_participle(word: str) -> bool:
    """Whether a word in lower case can be the participle of a deed: "killed", "rewritten".

    Not an adjective or a noun in -ed, nor a verb without an object (lexicons/passives.csv).

    >>> [w for w in ("killed", "outsold", "hundred", "united", "ill-advised") if is_participle(w)]
    ['killed', 'outsold']
    """
    head, hyphen, tail = word.rpartition("-")
    if hyphen and head in listed("passives", kind="adjective before a hyphen"):
        return False  # "ill-advised", "hard-pressed"
    if _irregular_participle(tail):
        return True
    return tail.endswith("ed") and len(tail) > 3 and not _no_deed(word) and not _no_deed(tail)


def _irregular_participle(word: str) -> bool:
    """Whether a word is an irregular participle, also behind a prefix: "rewritten", "outsold"."""
    irregular = listed("passives", kind="irregular")
    if word in irregular:
        return True
    bare = {word.removeprefix(p) for p in listed("passives", kind="prefix") if word.startswith(p)}
    return not irregular.isdisjoint(bare) and word not in listed("passives", kind="adjective")


def _no_deed(word: str) -> bool:
    """Whether a word in -ed is an adjective, a noun, or of a verb that has no object."""
    if word.startswith("un") and word not in listed("passives", kind="un- verb"):
        return not word.startswith("under")
    return any(word in listed("passives", kind=kind) for kind in ("adjective", "intransitive"))
