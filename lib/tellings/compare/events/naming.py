"""An event's name in words: its articles in, "Rafah: talks, 18 April 2024" out.

A name is made of what the tellings' openings share (headline, dek and the first two sentences): the
names that most of them have there, and a noun phrase that their texts write. No telling's headline
is taken over where there are several: a headline is one outlet's choice of words.
"""

import textwrap
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import chain, groupby
from math import log

import pandas as pd

from tellings.compare.events import particulars, rarity
from tellings.compare.events.noun_phrases import (
    HEADLINE,
    Telling,
    peoples,
    phrases,
    runs,
    titles,
)
from tellings.compare.events.particulars import is_plain, low
from tellings.compare.events.wording import free
from tellings.compare.parts import Rows
from tellings.compare.rows import by_article, by_event
from tellings.lexicons import listed
from tellings.text.prose import joined

_LONGEST = 70  # characters of a name without its day
_SETTING = 0.3  # a place or body known to all says less of what happened than a person's name
_SHORT_NAME = 5  # letters of a name that is written in capitals: "ASEAN"
_TOGETHER = 0.5  # a second name stands beside the first if it says so much of what that says


def names(articles: pd.DataFrame, sentences: Rows) -> dict[str, str]:
    """The name of each event by its event_id; no two events of the articles share one.

    articles   article_id, event_id, event_day, headline
    sentences  are asked for event by event: quick where they stand so (tables.Drafts.arrange)

    The event's day ends its name where it is known. An event of one telling bears its headline.
    """
    headlines = articles.set_index("article_id")["headline"].to_dict()
    days = articles.drop_duplicates("event_id").set_index("event_id")["event_day"].to_dict()
    found: dict[str, str] = {}
    taken: set[str] = set()
    for event_id, ids, rows in by_event(articles, sentences):
        own = by_article(rows)
        told = [(headlines[i], own.get(i, [])) for i in ids]
        said = _of_one(*told[0]) if len(told) == 1 else _of_several(told)
        called = ", ".join(filter(None, [said, day_in_words(days[event_id])]))
        found[event_id] = free(called or "An event without words", taken, " / ")
        taken.add(found[event_id])
    return found


def day_in_words(day: str) -> str:
    """An ISO day as people write it; "" for none.

    >>> day_in_words("2024-04-08")
    '8 April 2024'
    """
    when = date.fromisoformat(day) if day else None
    return f"{when.day} {when:%B} {when.year}" if when else ""


def of_year(day: str) -> str:
    """An ISO day as people write it within its year.

    >>> of_year("2024-04-08")
    '8 April'
    """
    return day_in_words(day)[: -len(" 2024")]


def _of_one(headline: str, sentences: Sequence) -> str:
    """The headline of the one telling, else its first words."""
    text = headline or next((s.text for s in sentences if s.zone == "body"), "")
    return textwrap.shorten(text, _LONGEST, placeholder=" …")


def _of_several(told: Sequence[tuple[str, list]]) -> str:
    """The name that the tellings' openings give: "Netanyahu: speech", "Comey memos"."""
    tellings = [Telling(*telling) for telling in told]
    called = [form for name in _called(told, tellings) if (form := _form(name, tellings))]
    called = list(dict.fromkeys(called))
    phrase = next(phrases(tellings), "")
    if not phrase:
        return joined(called[:3]) or _of_one(*told[0])
    if not called or any(_holds(phrase, name) for name in called):
        return phrase[:1].upper() + phrase[1:]
    return f"{joined(called[:2])}: {phrase}"


def _holds(phrase: str, name: str) -> bool:
    """Whether a phrase has a name's words in it."""
    return name.lower() in phrase.lower()


# --- names ----------------------------------------------------------------------------------------


def _called(told: Sequence[tuple[str, list]], tellings: Sequence[Telling]) -> list[str]:
    """The names that most openings share, by a word in small letters, those that say most first.

    told  each telling's headline and sentences
    """
    openings = [particulars.opening(*telling) for telling in told]
    times = Counter(chain(*openings))
    most = {word for word, n in times.items() if 2 * n > len(told)} - titles() - peoples()
    most -= listed("name_cues", place="direction")  # "across the North" is no name of a strike
    count: Counter = Counter()
    held: Counter = Counter()
    for opening, telling in zip(openings, tellings, strict=True):
        shared = opening & most
        for name in particulars.named(shared, telling.holding(shared)):
            held[name] += 1
            count[name] += 1 + HEADLINE * (name in telling.heads)
    score = {
        name: count[name] ** 2
        * log(1 / rarity.chance(name, name=True))
        * (_SETTING if name in _places() else 1)
        for name in count
        if 2 * held[name] > len(tellings)
    }
    ranked = sorted(score, key=lambda name: (-score[name], name))
    enough = _TOGETHER * score[ranked[0]] if ranked else 0
    return ranked[:1] + [n for n in ranked[1:] if score[n] >= enough and held[n] == len(tellings)]


@cache
def _places() -> frozenset[str]:
    return frozenset(name.lower().split()[-1] for name in listed("places", "name"))


def _form(name: str, tellings: Sequence[Telling]) -> str:
    """A name as it is clear alone: a surname, "Port Vael" for what has no short form; "" if none.

    A plain word has the one before it: "Social Security". It must be written so,
    inside a sentence, in more than one telling.
    """
    held = [form.split(" ") for telling in tellings for form in _capitals(name, telling)]
    places = [(form, [low(word) for word in form].index(name)) for form in held]
    said = [(form, at) for form, at in places if not _cried(form[at])] or places
    ends = [(form, at) for form, at in said if at == len(form) - 1]
    wide = is_plain(name) or name in particulars.setting() or all(at for _, at in ends)
    written: Counter = Counter()
    for form, at in said if is_plain(name) else ends:
        first = max(at - 1, 0) if wide else at
        written[" ".join(form[first : max(at + 1, first + 1 + wide)])] += 1
    shared = {form: n for form, n in written.items() if n > 1}
    called = max(shared, key=lambda f: (shared[f], len(f), f), default="")
    best = called.title() if _cried(called) else called
    return f"{best}." if "." in best else best


def _capitals(name: str, telling: Telling) -> set[str]:
    """The runs of words with capitals that hold a name, inside sentences and without titles."""
    found = set()
    told = zip(telling.texts, telling.lower, strict=True)
    near = (run for text, lower in told if name in lower for run in runs(text, name))
    for run in (run[1:] for run in near):  # a first word's capital says nothing
        if name not in map(low, run):
            continue
        for capital, words in groupby(run, _is_named):
            form = [word.removesuffix("'s") for word in words]
            if capital and name in map(low, form):
                found.add(" ".join(form))
    return found


def _is_named(word: str) -> bool:
    """Whether a word has a capital and is no title."""
    return word[0].isupper() and low(word) not in titles()


def _cried(form: str) -> bool:
    """Whether a form is written in capitals as a dateline is, and not as short names are: "UN"."""
    letters = form.replace(" ", "")
    return letters.isupper() and letters.isalpha() and len(letters) > _SHORT_NAME
