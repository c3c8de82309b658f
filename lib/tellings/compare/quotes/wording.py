"""What the tables of quotes say, event by event: who speaks, and whose words were changed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from operator import attrgetter
from textwrap import shorten

import numpy as np
import pandas as pd

from tellings.compare.quotes import speakers
from tellings.compare.quotes.versions import words_of
from tellings.compare.rows import grouped, of_events
from tellings.lexicons import listed
from tellings.text.prose import joined, upper

_NOTHING = (
    "No outlet was found that quotes somebody at length whom no other names, or that leaves much "
    "out of what another quotes."
)
_NOBODY = "As far as could be found, no source with a name is quoted."
TITLE = "Whose words fill the articles"
_FAR = 60  # characters between a quotation and its speaker
_FEW, _MANY = 10, 40  # words: of a source that is worth naming, of sources without a name
_SHARE = 1 / 3  # of what others say: what sources without a name must have
_NAMELESS = ("unnamed officials", "unnamed sources", "unnamed aides", "unnamed advisers")
_SIDES = 3  # sides of an event from which on it is told that one of them has one voice
_RUN = 3  # words of a change that a sentence shows; a longer one is another sentence
_KEPT, _DROPPED = 4, 20  # words kept at least, dropped at most, by a cut that a sentence shows
_QUOTED, _MISSING, _NEAR = 110, 60, 5  # characters of a quotation, of what it drops; words round
_STEM = 0.6  # of the shorter of two words: what one word's two forms begin alike with
_STRETCH = 24  # words of a quotation in which several changes are shown together
# Of an event: changed quotations, outlets; names of an outlet.
_VERSIONS, _OUTLETS, _NAMES = 2, 3, 3


def nothing(standings: pd.DataFrame) -> str:
    """What to say where no event has anything to tell of its quotations.

    standings  speakers.of_standings
    """
    named = standings["standing"].isin(speakers.NAMED)
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
    for event, own, spoken, lone, changed in of_events(
        set(words["event_id"]), words, tally, alone, differences
    ):
        only = {row.entity for row in lone}
        sentences = [_unquoted(own), _only(spoken, only), *_nameless(spoken), _one_side(spoken)]
        found[event] = [*filter(None, sentences), *islice(_changes(changed), _VERSIONS)]
    return found


def title(words: pd.DataFrame, names: dict[str, str]) -> str:
    """The voices of the first event of two articles: what share of each is words of others.

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


def _unquoted(words: list) -> str:
    """Which article has no word in quotation marks, though another of the event has."""
    marks = [row for row in words if row.voice == "quoted"]
    none = [row.telling for row in marks if not row.words]
    if not none or max(row.words for row in marks) < 2 * _FEW:
        return ""
    put = "puts" if len(none) == 1 else "put"
    return f"{joined(none, 3)} {put} nobody's words in quotation marks."


def _only(tally: list, names: set[str]) -> str:
    """Whom one outlet alone quotes: who speaks there and whose name no other outlet has."""
    own = [r for r in tally if r.source in names and r.standing == "named" and r.quoted >= _FEW]
    own = sorted(own, key=lambda row: -row.quoted)
    parts = [
        f"only {outlet} quotes {joined([row.source for row in rows[:_NAMES]])}"
        for outlet, rows in grouped(own, attrgetter("outlet")).items()
        if outlet
    ]
    return upper("; ".join(parts[:_OUTLETS]) + ".") if parts else ""


def _nameless(tally: list) -> Iterator[str]:
    """Where officials and sources without a name have much of what is not the outlet's own."""
    for telling, own in sorted(grouped(tally, attrgetter("telling")).items()):
        some = _words(row for row in own if row.source in _NAMELESS)
        if some >= _MANY and some >= _SHARE * _words(own):
            yield f"In {telling}, unnamed officials and sources are given {some} words."


def _words(tally: Iterable) -> int:
    """How many words sources have, in marks and without."""
    return sum(row.quoted + row.attributed for row in tally)


def _one_side(tally: list) -> str:
    """A side for which an institution speaks in one article, as far as was found."""
    told = [row for row in tally if row.side and " and " not in row.side]
    sides = grouped(told, attrgetter("side"))
    if len(sides) < _SIDES or len({row.telling for row in tally}) < 2:
        return ""
    for side, heard in sorted(sides.items()):
        own = [r for r in heard if r.standing == "institution" and r.source[:1].isupper()]
        words = _words(own)
        if len({row.telling for row in heard}) == 1 and words >= _FEW:
            return (
                f"The only source found that speaks for one side ({side}): {own[0].source}, in "
                f"{own[0].telling} ({words} words)."
            )
    return ""


def _changes(differences: list) -> Iterator[str]:
    """Quotations of one statement whose words differ: those changed first, then those cut."""
    statements = grouped(differences, attrgetter("statement"))
    pairs = [pair for steps in statements.values() if (pair := _versions(steps))]
    for told in (_changed, _cut):  # only what is shown is worked out
        first = (next(filter(None, (told(v, full) for v in others)), "") for full, others in pairs)
        yield from filter(None, first)


def _versions(steps: Sequence) -> tuple[list, list[list]] | None:
    """The steps of a statement's fullest version, and those of each version of other articles."""
    fullest = [step for step in steps if step.fullest]
    if not fullest or len({step.article_id for step in steps}) < 2:
        return None
    others: dict[tuple, list] = {}
    for step in steps:
        if step.article_id != fullest[0].article_id:
            others.setdefault((step.article_id, step.version), []).append(step)
    return fullest, list(others.values())


def _changed(version: Sequence, fullest: Sequence) -> str:
    """The few words that another article has otherwise, both with the words round them."""
    steps = [step for step in version if _told(step)]
    if not steps:
        return ""
    whole = words_of(" ".join(step.was for step in fullest))
    first, last = max(0, steps[0].first - _NEAR), min(len(whole.keys), steps[-1].last + _NEAR)
    if last - first > _STRETCH:
        first, last = max(0, steps[0].first - _NEAR), min(len(whole.keys), steps[0].last + _NEAR)
    own = [step for step in version if step.operation not in ("dropped", "elsewhere")]
    one = _dotted(whole.run(first, last), first == 0, last == len(whole.keys))
    ends = first <= min(s.first for s in own), last >= max(s.last for s in own)
    other = _dotted(_there(version, first, last), *ends)
    return f"{fullest[0].telling} quotes “{one}”, {version[0].telling} “{other}”."


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


def _there(version: Sequence, first: int, last: int) -> str:
    """What a version has in the place of the fullest version's words from `first` to `last`."""
    found = []
    for step in sorted(version, key=lambda step: (step.first, step.last)):
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


def _cut(version: Sequence, fullest: Sequence) -> str:
    """Words that a version drops from a quotation most of which it keeps."""
    dropped = [step for step in version if step.operation == "dropped"]
    kept = sum(s.last - s.first for s in version if s.operation in ("kept", "changed"))
    lost = sum(step.last - step.first for step in dropped)
    if kept < _KEPT or not 1 < lost <= _DROPPED or len(dropped) > 1 or dropped[0].first == 0:
        return ""
    missing = shorten(dropped[0].was, _MISSING, placeholder=" …").strip(" ,;.")
    words = shorten(" ".join(step.was for step in fullest), _QUOTED, placeholder=" …")
    return (
        f"{version[0].telling} leaves “{missing}” out of what "
        f"{fullest[0].telling} quotes: {_closed(words)}"
    )


def _closed(words: str) -> str:
    """The words in marks, and the stop of our sentence where they end without one of their own.

    >>> _closed("We left,"), _closed("We left.")
    ('“We left”.', '“We left.”')
    """
    words = words.rstrip(" ,;")
    return f"“{words}”" if words.endswith((".", "!", "?", "…")) else f"“{words}”."
