"""What the tables of quotes say, event by event: who speaks, and whose words were changed."""

from collections.abc import Iterator
from itertools import takewhile
from textwrap import shorten

import numpy as np
import pandas as pd

from tellings.compare.quotes import speakers
from tellings.compare.quotes.versions import words_of
from tellings.lexicons import listed
from tellings.text.prose import joined, upper

_NOTHING = "Nobody was found who is quoted by one outlet only, or in other words than elsewhere."
_NOBODY = "As far as could be found, no source with a name is quoted."
TITLE = "Whose words fill the articles"
_FAR = 60  # characters between a quotation and its speaker
_FEW, _MANY = 10, 40  # words: of a source that is worth naming, of sources without a name
_SHARE = 1 / 3  # of what others say: what sources without a name must have
_NAMELESS = ("unnamed officials", "unnamed sources", "unnamed aides", "unnamed advisers")
_SIDES = 3  # sides of an event from which on it is told that one of them has one voice
_RUN = 3  # words of a change that a sentence shows; a longer one is another sentence
_KEPT, _DROPPED = 6, 20  # words kept at least, dropped at most, by a cut that a sentence shows
_QUOTED, _MISSING, _NEAR = 110, 60, 5  # characters of a quotation, of what it drops; words round
_STEM = 0.6  # of the shorter of two words: what one word's two forms begin alike with
_STRETCH = 24  # words of a quotation in which several changes are shown together
# Of an event: changed quotations, outlets; names of an outlet.
_VERSIONS, _OUTLETS, _NAMES = 2, 3, 3


def nothing(tally: pd.DataFrame) -> str:
    """What to say where no event has anything to tell of its quotations.

    tally  speakers.tally
    """
    named = tally["standing"].isin(("named", "institution"))
    return _NOTHING if named.any() else _NOBODY


def heard(quotes: pd.DataFrame, articles: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """The words of each source as compare.quotes.speakers.tally has them, told by name only.

    A quotation whose speaker is "she" or "the senator" is not counted: whom such words stand for is
    often another than the one named last. Nor is one that stands far from its speaker: a name in
    between is often that of another ("an agent who caught Ivo Lind in May told us that").
    """
    low = quotes["speaker"].str.lower()
    pronoun = low.isin(set(listed("function_words", kind="pronoun")))
    noun = quotes["speaker"].str.match(r"[Tt]he [a-z]")
    behind = (quotes["start"] - quotes["speaker_end"] > _FAR).fillna(False).astype(bool)
    before = (quotes["speaker_start"] - quotes["end"] > _FAR).fillna(False).astype(bool)
    far = (behind | before) & (quotes["cue"] != "")
    return speakers.tally(quotes[~pronoun & ~noun & ~far], articles, mentions)


def said(
    tally: pd.DataFrame,
    alone: pd.DataFrame,
    words: pd.DataFrame,
    statements: pd.DataFrame,
    differences: pd.DataFrame,
) -> dict[str, list[str]]:
    """Of each event by its id who is heard in one outlet only and what was changed: sentences.

    tally        from heard; alone: compare.entities.alone, whom one outlet alone names
    words        compare.quotes.voices.counts
    statements   compare.quotes.statements, whose versions in marks alone are spoken of
    differences  compare.quotes.differences
    """
    marked = statements[statements["form"] != "indirect"]
    places = set(zip(marked["article_id"], marked["start"], strict=True))
    given = zip(differences["article_id"], differences["version"], strict=True)
    differences = differences[np.array([place in places for place in given], dtype=bool)]
    found = {}
    for event, own in words.groupby("event_id", sort=True):
        spoken = tally[tally["event_id"] == event]
        only = set(alone.loc[alone["event_id"] == event, "entity"])
        changed = differences[differences["event_id"] == event]
        sentences = [_unquoted(own), _only(spoken, only), *_nameless(spoken), _one_side(spoken)]
        found[str(event)] = [*filter(None, sentences), *_changes(changed)]
    return found


def title(words: pd.DataFrame, names: dict[str, str]) -> str:
    """The voices of the first event: between which shares of an article others' words make up.

    names  of the events, the one of most articles first
    """
    for event, name in names.items():
        own = words[(words["event_id"] == event) & (words["voice"] == "own")].dropna()
        ends = own.sort_values("share", ascending=False, kind="stable")
        if len(ends) > 1:
            least, most = ends.iloc[0], ends.iloc[-1]
            of = f"{name}: others' words" if len(names) > 1 else "Others' words"
            return (
                f"{of} make up at least {1 - least.share:.0%} of the article in {least.telling}, "
                f"{1 - most.share:.0%} in {most.telling}"
            )
    return TITLE


def _unquoted(words: pd.DataFrame) -> str:
    """Which article has no word in quotation marks, though another of the event has."""
    marks = words[words["voice"] == "quoted"]
    none = marks[marks["words"] == 0]
    if none.empty or marks["words"].max() < 2 * _FEW:
        return ""
    return f"{joined(list(none['telling']), 3)} puts nobody's words in quotation marks.".replace(
        "puts", "puts" if len(none) == 1 else "put"
    )


def _only(tally: pd.DataFrame, names: set[str]) -> str:
    """Whom one outlet alone quotes: who speaks there and whose name no other outlet has."""
    own = tally[tally["source"].isin(names) & (tally["standing"] == "named")]
    own = own[own["quoted"] >= _FEW].sort_values("quoted", ascending=False, kind="stable")
    parts = [
        f"only {outlet} quotes {joined(list(rows['source'][:_NAMES]))}"
        for outlet, rows in own.groupby("outlet", sort=False)
        if outlet
    ]
    return upper("; ".join(parts[:_OUTLETS]) + ".") if parts else ""


def _nameless(tally: pd.DataFrame) -> Iterator[str]:
    """Where officials and sources without a name have much of what is not the outlet's own."""
    for telling, own in tally.groupby("telling", sort=True):
        words = own["quoted"] + own["attributed"]
        some = int(words[own["source"].isin(_NAMELESS)].sum())
        if some >= _MANY and some >= _SHARE * words.sum():
            yield f"In {telling}, unnamed officials and sources are given {some} words."


def _one_side(tally: pd.DataFrame) -> str:
    """A side for which an institution speaks in one article, as far as was found."""
    told = tally[(tally["side"] != "") & ~tally["side"].str.contains(" and ", regex=False)]
    bodies = told[(told["standing"] == "institution") & told["source"].str[:1].str.isupper()]
    if told["side"].nunique() < _SIDES or tally["telling"].nunique() < 2:
        return ""
    for side, own in bodies.groupby("side", sort=True):
        heard = told[told["side"] == side]["telling"].nunique()
        words = int((own["quoted"] + own["attributed"]).sum())
        if heard == 1 and words >= _FEW:
            row = own.iloc[0]
            return (
                f"The only source found that speaks for the {side}: {row['source']}, in "
                f"{row['telling']} ({words} words)."
            )
    return ""


def _changes(differences: pd.DataFrame) -> Iterator[str]:
    """Quotations of one statement whose words differ: those changed first, then those cut."""
    changed: list[str] = []
    cut: list[str] = []
    for _, versions in differences.groupby("statement", sort=False):
        if versions["article_id"].nunique() < 2:
            continue
        fullest = versions[versions["fullest"]]
        if fullest.empty:
            continue
        others = versions[versions["article_id"] != fullest["article_id"].iloc[0]]
        pairs = [
            (_changed(version, fullest), _cut(version, fullest))
            for _, version in others.groupby(["article_id", "version"], sort=False)
        ]
        changed += list(filter(None, (one for one, _ in pairs)))[:1]
        cut += list(filter(None, (other for _, other in pairs)))[:1]
    yield from [*changed, *cut][:_VERSIONS]


def _changed(version: pd.DataFrame, fullest: pd.DataFrame) -> str:
    """The few words that another article has otherwise, both with the words round them."""
    steps = [step for step in version.itertuples() if _told(step)]
    if not steps:
        return ""
    whole = words_of(" ".join(fullest["was"]))
    first, last = max(0, steps[0].first - _NEAR), min(len(whole.keys), steps[-1].last + _NEAR)
    if last - first > _STRETCH:
        first, last = max(0, steps[0].first - _NEAR), min(len(whole.keys), steps[0].last + _NEAR)
    own = version[~version["operation"].isin(["dropped", "elsewhere"])]
    one = _dotted(whole.run(first, last), first == 0, last == len(whole.keys))
    ends = first <= own["first"].min(), last >= own["last"].max()
    other = _dotted(_there(version, first, last), *ends)
    outlets = fullest["telling"].iloc[0], version["telling"].iloc[0]
    return f"{outlets[0]} quotes “{one}”, {outlets[1]} “{other}”."


def _dotted(words: str, begins: bool, ends: bool) -> str:
    """The words with dots where the quotation goes on before or behind them.

    >>> _dotted("it ruined his life. It's very,", False, True)
    "… it ruined his life. It's very"
    """
    return f"{'' if begins else '… '}{words.strip(' ,;…')}{'' if ends else ' …'}"


def _told(step) -> bool:
    """Whether a step changes a few words for others, not only their spelling."""
    return (
        step.operation == "changed"
        and step.what == "words"
        and max(len(step.was.split()), len(step.becomes.split())) <= _RUN
        and not _alike(step.was, step.becomes)
    )


def _there(version: pd.DataFrame, first: int, last: int) -> str:
    """What a version has in the place of the fullest version's words from `first` to `last`."""
    found = []
    for step in version.sort_values(["first", "last"], kind="stable").itertuples():
        low, high = max(first, step.first), min(last, step.last)
        if step.operation == "kept" and low < high:
            found.append(words_of(step.becomes).run(low - step.first, high - step.first))
        elif step.operation in ("dropped", "elsewhere") and low < high:
            found.append("…")
        elif step.operation in ("changed", "added") and first <= step.first and step.last <= last:
            found.append(step.becomes)
    return " ".join(filter(None, found))


def _alike(was: str, becomes: str) -> bool:
    """Whether words differ in their spelling, number or length only.

    >>> [_alike(*pair) for pair in (("O.K.", "okay"), ("duty", "duties"), ("it", "they"))]
    [True, True, False]
    """
    one, other = ("".join(c for c in w.lower() if c.isalnum()) for w in (was, becomes))
    stem = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))
    return stem >= _STEM * min(len(one), len(other)) or {one, other} == {"ok", "okay"}


def _cut(version: pd.DataFrame, fullest: pd.DataFrame) -> str:
    """Words that a version drops from a quotation most of which it keeps."""
    size = version["last"] - version["first"]
    dropped = version[version["operation"] == "dropped"]
    kept = int(size[version["operation"].isin(["kept", "changed"])].sum())
    lost = int(size[dropped.index].sum())
    if kept < _KEPT or not 1 < lost <= _DROPPED or len(dropped) > 1 or dropped["first"].min() == 0:
        return ""
    missing = shorten(" … ".join(dropped["was"]), _MISSING, placeholder=" …").strip(" ,;.")
    words = shorten(" ".join(fullest["was"]), _QUOTED, placeholder=" …")
    return (
        f"{version['telling'].iloc[0]} leaves “{missing}” out of what "
        f"{fullest['telling'].iloc[0]} quotes: “{words.rstrip(' ,;')}”"
    )
