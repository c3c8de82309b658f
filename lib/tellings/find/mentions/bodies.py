"""Which forms name one body, place, people or event: by the lists, acronyms, common ends."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from tellings.find.mentions.called import skeleton
from tellings.find.mentions.forms import Answer, Form, comparable
from tellings.find.mentions.looks import common, cues, group_of
from tellings.lexicons import rows
from tellings.text.characters import plain
from tellings.text.inflection import singular

_Named = tuple[str, str]  # the words of a name, and its kind


def linked(forms: Sequence[Form]) -> list[Answer]:
    """The entity behind each form that is no person."""
    times: dict[_Named, int] = defaultdict(int)
    for form in forms:
        times[form.text, form.kind] += form.times
    keys = {named: _key(*named) for named in times}
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for named, key in keys.items():
        _count(counts[key], _listed_name(*named) or named[0], times[named])
    bodies = list(dict.fromkeys(k for (_, kind), k in keys.items() if kind in ("ORG", "OTHER")))
    places = list(dict.fromkeys(k for (_, kind), k in keys.items() if kind == "PLACE"))
    into = (
        _halves(places)
        | _acronyms(bodies, list(times))
        | _tails(bodies)
        | _heads(bodies)
        | _told(forms)
    )
    ends = {key: _last(key, into) if key in into else key for key in counts}
    for key, end in ends.items():
        if key != end and not _short(key, counts):
            for name, count in counts.pop(key).items():
                _count(counts[end], name, count)
    answers = {
        (text, kind): Answer(ends[key], _best(counts[ends[key]]), kind)
        for (text, kind), key in keys.items()
    }
    return [answers[form.text, form.kind] for form in forms]


def firms(forms: Sequence[Form]) -> frozenset[str]:
    """The names of one word, for comparing, that firms bear: of Pellworth Group PLC, Pellworth."""
    ends, bodies = cues("company"), {f.also or f.text for f in forms if f.kind == "ORG"}
    keys = (_key(text, "ORG") for text in bodies if text.split()[-1].lower().strip(".") in ends)
    return frozenset(skeleton(key) for key in keys if " " not in key)


def _last(key: str, into: dict[str, str]) -> str:
    """The name at the end of a chain of names; of a ring its longest."""
    seen = [key]
    while seen[-1] in into:
        if into[seen[-1]] in seen:
            return max(seen[seen.index(into[seen[-1]]) :], key=lambda name: (len(name), name))
        seen.append(into[seen[-1]])
    return seen[-1]


def _count(names: dict[str, int], name: str, times: int) -> None:
    names[name] = names.get(name, 0) + times


def _best(names: dict[str, int]) -> str:
    """The most frequent name, of equals the longest."""
    if len(names) == 1:
        return next(iter(names))
    return max(names, key=lambda n: (names[n], len(n), n))


def _short(key: str, counts: dict) -> bool:
    """Whether a name is an acronym, which never names the entity once its expansion is known."""
    return all(name.replace(".", "").isupper() for name in counts[key])


@lru_cache(maxsize=20_000)
def _key(text: str, kind: str) -> str:
    """What a name of a kind is compared by: the list's entity, else its words without endings."""
    listed = _listed_name(text, kind)
    if kind == "NORP":
        return "people " + comparable(listed or re.sub(r"(?<=[^s])s$", "", text))
    if listed:
        return comparable(listed)
    parts = comparable(re.sub(r"^[Tt]he\s+", "", text)).replace(".", "").replace("-", " ").split()
    if kind == "ORG":
        parts = [singular(part) for part in parts] if len(parts) > 1 else parts
        parts[-1] = parts[-1].removesuffix("com") if text.endswith(".com") else parts[-1]
        while len(parts) > 1 and parts[-1] in cues("company"):
            if parts[-1] == "group" and len(parts) > 2:
                break
            parts.pop()
        for country in (["us"], ["uk"], ["united", "states"], ["united", "kingdom"]):
            if parts[: len(country)] == country and len(parts) > len(country) + 1:
                parts = parts[len(country) :]
        if len(parts) > 2 and parts[0] in ("ministry", "department") and parts[1] == "of":
            # Ministry of Health: Health Ministry
            parts = [p for p in parts[2:] if p != "the"] + parts[:1]
        for place in range(len(parts) - 2):
            if parts[place] in cues("council") and parts[place + 1] == "on":
                # House Committee on Rivers: House Rivers Committee
                parts = parts[:place] + parts[place + 2 :] + [parts[place]]
    return " ".join(parts)


@lru_cache(maxsize=20_000)
def _listed_name(text: str, kind: str) -> str:
    """The name under which the lists know this one, "" if they do not."""
    text = plain(text).replace(".", "")
    if kind == "NORP":
        row = group_of(text)
        return row["group"] if row else ""
    for name in (
        text,
        re.sub(r"^[Tt]he ", "", text),
        re.sub(r"^(?:US|United States|UK|American|British) ", "", text),
    ):
        if name in _aliases():
            return _aliases()[name]
    return ""


@cache
def _listed_keys() -> frozenset[str]:
    """The entities of the lists, as keys."""
    return frozenset(comparable(entity) for entity in _aliases().values())


@cache
def _aliases() -> dict[str, str]:
    return {row["name"].replace(".", ""): row["entity"] for row in rows("known_names")}


def _told(forms: Sequence[Form]) -> dict[str, str]:
    """Names that an article itself says are another: the For the People Act, or H.R. 1."""
    told = (f for f in forms if f.also and f.also != f.text)
    pairs = {_key(f.also, f.kind): _key(f.text, f.kind) for f in told}
    return {short: whole for short, whole in pairs.items() if short != whole}


def _acronyms(keys: list[str], names: list[_Named]) -> dict[str, str]:
    """Acronyms among the names, each with the longer name whose initials it is."""
    small = cues("small")
    initials: dict[str, str] = {}
    for key in keys:
        parts = key.split()
        if len(parts) > 1:
            initials.setdefault("".join(p[0] for p in parts if p not in small), key)
            initials.setdefault("".join(p[0] for p in parts), key)
    for text, kind in names:  # with the country's letters: USPS, the U.S. Postal Service
        words = text.replace(".", "").split()
        if kind == "ORG" and len(words) > 1 and words[0].isupper():
            letters = words[0] + "".join(w[0] for w in words[1:] if w not in small)
            initials.setdefault(letters.lower(), _key(text, kind))
    return {k: initials[k] for k in keys if " " not in k and k in initials}


def _halves(keys: list[str]) -> dict[str, str]:
    """Bare directions with the one place that begins so: "the North" beside North Korea."""
    found: dict[str, str] = {}
    for key in keys:
        if key in cues("direction"):
            named = [k for k in keys if k.startswith(f"{key} ")]
            found |= {key: named[0]} if len(named) == 1 else {}
    return found


def _tails(keys: list[str]) -> dict[str, str]:
    """Names that end exactly one longer name: they are that name.

    Of one word only those that say what a body is: the Journal, the Committee.
    """
    ends: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        parts = key.split()
        for cut in range(1, len(parts)):
            ends[" ".join(parts[cut:])].add(key)
    said = {k: k for k in keys if " " in k or (common(k) and k not in _listed_keys())}
    papers = {k: k.removeprefix("the ") for k in keys}
    said |= {k: end for k, end in papers.items() if end in cues("paper")}
    longer = {k: ends.get(end, set()) - {k, f"the {end}"} for k, end in said.items()}
    return {k: next(iter(those)) for k, those in longer.items() if len(those) == 1}


def _heads(keys: list[str]) -> dict[str, str]:
    """Names of one word that begin exactly one longer name; its rest says only what it is."""
    generic = cues("ending", "ORG") | cues("ending", "OTHER")
    starts: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        first, *rest = key.split()
        if rest and all(part in generic or part in cues("small") for part in rest):
            starts[first].add(key)
    return {k: next(iter(starts[k])) for k in keys if " " not in k and len(starts.get(k, ())) == 1}
