"""What the numbers of events say, in sentences: pairs and aligned claims in, the finding out."""

import re
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from tellings.compare.claims import wording
from tellings.compare.events import join
from tellings.compare.events.outlets import voices
from tellings.compare.rows import ByEvent
from tellings.lexicons import listed
from tellings.tables import tuples
from tellings.text.prose import joined, number, upper

NOTHING = "No two outlets were found to give different numbers of one thing."
TITLE = "The numbers that two outlets give of one thing"
_NAMED = 2  # quantities, and numbers that one outlet alone gives, that an event's sentences name
_OUTLETS = 3
_RANK = ("conflict", "consistent", "compatible")
_JUDGED = {
    "conflict": "they conflict",
    "consistent": "only a loose bound leaves room for both",
    "compatible": "both can be true",
}
_DIGITS = re.compile(r"\d[\d.,]*\d")  # of two digits or more: what can be searched for
_AGE = "age of "
_WEIGHTY = ("money", "percent")  # kinds of numbers that a reader asks for, people apart
_STOP = re.compile(r"[,;:.!?—–“”\"]\s|[“”\"]")  # where the words round a number end
_EDGES = " ,;:.“”'"
_ROUND = 4  # words of the sentence on either side of a number


def said(
    pairs: pd.DataFrame, aligned: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame
) -> dict[str, list[str]]:
    """Of each event by its id what is at odds, what only one outlet gives, what all give alike.

    pairs     compare.claims.verdicts; aligned: compare.claims.align
    articles  all of them, also those without a number; sentences: theirs

    What one outlet alone gives is told after its digits were searched for in all the others' words.
    """
    voice = dict(zip(articles["article_id"], voices(articles), strict=True))
    found = {}
    known = sentences[sentences["article_id"].isin(voice)]
    pairs = pairs[pairs["outlets"] > 1]
    given, numbers, judgements = map(ByEvent, (join(known, articles), aligned, pairs))
    odds, possible = _at_odds(pairs, _RANK[:2]), _at_odds(pairs, _RANK[2:])
    missing = ByEvent(wording.left_out(aligned, articles))
    for event in sorted(set(articles["event_id"])):
        here, own = given.of(event), numbers.of(event)
        texts = here.groupby(here["article_id"].map(voice))["text"].agg(" ".join).to_dict()
        alike = _alike(judgements.of(event), len(texts))
        parts = [*odds.get(event, ()), _only(own, here, texts), _missing(own, missing.of(event))]
        parts += [*possible.get(event, ()), alike]
        found[str(event)] = [part for part in parts if part and len(texts) > 1]
    return found


def drawn(said: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Those of the sentences that speak of what the figure draws: numbers that differ."""
    ends = tuple(f"; {judged}." for judged in _JUDGED.values())
    return {event: [s for s in own if s.endswith(ends)] for event, own in said.items()}


def _at_odds(judged: pd.DataFrame, verdicts: Sequence[str]) -> dict[str, list[str]]:
    """By event_id the quantities on which two outlets differ, what conflicts first, with both
    wordings."""
    bare = judged["key"].str.match(r"\d") & (judged["verdict"] != "conflict")  # "19 other states"
    differing = judged[judged["verdict"].isin(verdicts) & ~bare]
    rank = differing["verdict"].map(_RANK.index)
    rows = differing.assign(rank=rank).sort_values("rank", kind="stable")
    rows = rows.drop_duplicates(["event_id", "key"])
    found: dict[str, list[str]] = {}
    for row in tuples(rows.groupby("event_id", sort=False).head(_NAMED)):
        found.setdefault(row.event_id, []).append(
            f"{upper(row.key)}: “{row.text_a}” in {row.outlet_a}, “{row.text_b}” in "
            f"{row.outlet_b}; {_JUDGED[row.verdict]}."
        )
    return found


def _only(own: pd.DataFrame, sentences: pd.DataFrame, texts: dict[str, str]) -> str:
    """The weightiest numbers that one outlet alone gives, in the words round them.

    texts  all words of each outlet
    """
    outlets = own.groupby("group")["outlet"].transform("nunique")
    lone = wording.printed(own[(own["group"] == "") | (outlets == 1)])
    lone = lone.join(own[["outlet", "kind"]])
    lone = lone.assign(weight=[_weight(r) for r in tuples(lone)])
    lone = lone[(lone["weight"] > 0) & (lone["outlet"] != "")]
    lone = lone[np.array([_nowhere(row, texts) for row in tuples(lone)], dtype=bool)]
    lone = lone.sort_values("weight", ascending=False, kind="stable")
    lone = lone.groupby("outlet", sort=False).head(_NAMED)
    lone = lone.assign(words=[_round(row, sentences) for row in tuples(lone)])
    parts = [
        f"only {outlet} gives {joined(list(rows['words']))}"
        for outlet, rows in lone.groupby("outlet", sort=False)
    ]
    return upper("; ".join(parts[:_OUTLETS]) + ".") if parts else ""


def _weight(row) -> int:
    """How much a number matters: forecasts first, then those of people, money and shares."""
    if row.quantity.startswith(_AGE) or not _DIGITS.search(row.text):
        return 0
    keyed = bool(row.quantity) and not row.quantity[0].isdigit()
    asked = row.unit == "person" or row.kind in _WEIGHTY
    return 4 * (row.status == "forecast" and keyed) + 2 * asked + keyed


def _nowhere(row, texts: dict[str, str]) -> bool:
    """Whether a number's digits stand in no other outlet's words."""
    digits = _DIGITS.search(row.text)[0]
    alone = re.compile(rf"(?<![\d.,]){re.escape(digits)}(?![\d])")
    return not any(alone.search(text) for outlet, text in texts.items() if outlet != row.outlet)


def _round(row, sentences: pd.DataFrame) -> str:
    """A number with the words of its sentence round it, in quotation marks."""
    own = sentences[sentences["article_id"] == row.article_id]
    own = own[(own["start"] <= row.start) & (own["end"] >= row.end)].iloc[0]
    before = _STOP.split(own["text"][: row.start - own["start"]])[-1]
    after = _STOP.split(own["text"][row.end - own["start"] :])[0]
    near = " ".join(before.split(" ")[-_ROUND - 1 :]), " ".join(after.split(" ")[: _ROUND + 1])
    idle = set(listed("function_words"))
    near = tuple(
        " ".join(_trimmed(words.split(" "), step, idle))
        for words, step in zip(near, (1, -1), strict=True)
    )
    return f"“{(near[0] + row.text + near[1]).strip(_EDGES)}”"


def _trimmed(words: list[str], step: int, idle: set[str]) -> list[str]:
    """The words without those at an end (step 1: the first ones) that mean little by themselves."""
    own = words[::step]
    while len(own) > 1 and own[0].lower() in idle:
        own = own[1:]
    return own[::step]


def _missing(own: pd.DataFrame, lacking: pd.DataFrame) -> str:
    """The numbers of people that all outlets of an event but one give.

    lacking  wording.left_out of the event
    """
    people = set(own.loc[own["unit"] == "person", "key"])
    lacking = lacking[lacking["quantity"].isin(people)]
    if lacking.empty:
        return ""
    outlet = lacking["outlet"].iloc[0]
    rows = lacking[lacking["outlet"] == outlet].head(_NAMED)
    return f"In {outlet}, no number was found of {' or '.join(rows['quantity'])}."


def _alike(judged: pd.DataFrame, outlets: int) -> str:
    """A number that all outlets of an event give alike."""
    for _, pairs in judged.groupby("key", sort=False):
        words = min([*pairs["text_a"], *pairs["text_b"]], key=lambda text: (len(text), text))
        telling = {*pairs["outlet_a"], *pairs["outlet_b"]}
        same = (pairs["verdict"] == "agree").all() and any(c.isdigit() for c in words)
        if same and len(telling) == outlets > 2:
            return f"All {number(outlets)} outlets give “{words}”."
    return ""
