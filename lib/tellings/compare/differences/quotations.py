"""What outlets leave out of a quotation, or put otherwise: statements in, drafts out."""

import re
from collections.abc import Iterator, Sequence

import pandas as pd

from tellings.compare.differences import excerpts
from tellings.compare.differences.rows import Draft, Event, Said, listed
from tellings.compare.quotes import cuts, differences, sources
from tellings.compare.quotes.versions import opcodes, words_of
from tellings.compare.rows import grouped
from tellings.lexicons import listed as words_in
from tellings.text.inflection import singular

_CUT = 4  # words that are missing, function words apart, from which on a cut is worth saying
_KEPT = 3  # such words that a version keeps, from which on it is one: a title or "and it will be"
# that a speaker says, too, is none
_ALIKE_WORDS, _CHANGED = 5, 3  # words that two wordings have in common, and not
_MOST = 4
_WITHIN = 0.6  # how much it counts that words are left out between others without dots
_BESIDE, _RUN = 2, 12  # words kept at least on either side of them, words left out at most
_IN_ONE = 2  # pairs of versions in one sentence
_MARKED = re.compile(r"…|\.\.|\. \.|\[")  # an outlet that leaves words out says so
_LONG = 220  # characters of a quotation that is printed


def versions(statements: pd.DataFrame) -> pd.DataFrame:
    """What each version of a statement in marks did with its words, of whatever events."""
    marked = statements[statements["form"] != "indirect"]
    return cuts(marked, differences(marked))


def drafts(event: Event) -> Iterator[Draft]:
    """Drafts of kinds "words cut", "words left out" and "words changed": the fullest version of a
    statement, and what another outlet has of it."""
    cut: list[Draft] = []
    changed: list[Draft] = []
    within: list[Draft] = []
    for rows in grouped(event.statements, lambda r: r.statement).values():
        full = next((r for r in rows if r.relation == "fullest"), None)
        if full and len(full.text) <= _LONG:
            others = [r for r in rows if event.told_by(r) != event.told_by(full)]
            cut += _of_statement(event, full, others)
            changed += _changed(event, full, others)
            within += _within(event, full, others)
    drafts = sorted([*cut, *within, *_together(changed)], key=lambda d: -d.strength)
    for n, draft in enumerate(drafts[:_MOST]):  # one after another says less and less
        yield draft._replace(strength=draft.strength * 0.85**n)


def _of_statement(event: Event, full, others: Sequence) -> Iterator[Draft]:
    """What each other outlet keeps of a statement, in one sentence."""
    said_whole = set(_content(full.text))
    by, cut = grouped(others, event.told_by), {}
    for other, own in by.items():
        if all(r.relation in ("cut", "reworded") for r in own):
            gone = _content(min(own, key=lambda r: r.dropped).missing)
            kept = {w for r in own for w in _content(r.text)} & said_whole
            if len(gone) >= _CUT and len(kept) >= _KEPT:
                cut[other] = len(gone)
    if cut:
        speaker = sources.describe(full.speaker)
        who = f"Of what {speaker.source} said, " if speaker.standing == "named" else ""
        voice = event.told_by(full)
        parts: list[str | Said] = [f"{who}{voice} quotes ", excerpts.of(full, _LONG)]
        for other in cut:
            said = [excerpts.of(r, _LONG) for r in by[other]]
            parts += [f"; {other} only ", *listed(said)]
        strength = 0.48 + 0.01 * min(max(cut.values()), 12)
        yield Draft("words cut", [*parts, "."], [voice, *cut], strength)


def _changed(event: Event, full, others: Sequence) -> Iterator[Draft]:
    """A version of another outlet that has nearly all words, one or two of them otherwise; both
    versions are the draft's parts, without its first words."""
    for r in others:
        kept = r.kept >= _ALIKE_WORDS and r.dropped + r.added <= r.kept
        changed = r.relation == "reworded" and 0 < r.changed <= _CHANGED
        if kept and changed and not _same(full.text, r.text):
            said = [excerpts.of(full, _LONG), excerpts.of(r, _LONG)]
            voice, other = event.told_by(full), event.told_by(r)
            parts = [said[0], f" in {voice}, ", said[1], f" in {other}"]
            strength = 0.5 + 0.005 * min(r.kept, 20)
            yield Draft("words changed", parts, [voice, other], strength)
            return


def _within(event: Event, full, others: Sequence) -> Iterator[Draft]:
    """A version of another outlet that goes on over words which it leaves out, without dots: what
    it has in marks was not said so, by one outlet or the other. One word is enough, if it is none
    of grammar, a "not" or a number."""
    for r in others:
        lost = None if _MARKED.search(r.text) else _left_out(full, r.text)
        if lost:
            voice, other = event.told_by(full), event.told_by(r)
            parts = [f"{other} leaves ", lost, f" out of what {voice} quotes: "]
            parts += [excerpts.of(full, _LONG), "."]
            yield Draft("words left out", parts, [other, voice], _WITHIN)
            return


def _left_out(full, version: str) -> Said | None:
    """The one run of words, if they matter, that a version drops between words that it keeps."""
    words = words_of(full.text)
    blocks = opcodes(words.keys, words_of(version).keys)
    kept = [b for b in blocks if b[0] == "equal"]
    inside = [b for b in blocks[1:-1] if b[0] == "delete"]
    if len(inside) != 1 or len(kept) != 2 or {b[0] for b in blocks} != {"equal", "delete"}:
        return None
    first, last = inside[0][1:3]
    sides = [b[2] - b[1] for b in kept]
    if min(sides) < _BESIDE or sum(sides) < _ALIKE_WORDS or last - first > _RUN:
        return None
    if not _matters(words.keys[first:last], words.keys[:first] + words.keys[last:]):
        return None
    start = words.places[first][0]
    text = words.run(first, last).rstrip(" ,;.")
    return Said(full.article_id, full.start + start, full.start + start + len(text), text)


def _matters(gone: Sequence[str], kept: Sequence[str]) -> bool:
    """Whether words are more than grammar and than a word said twice: "very, very bad"."""
    idle = words_in("function_words") - words_in("negations", kind="denies")
    return any(w not in kept and w not in idle - words_in("number_words") for w in gone)


def _together(changed: list[Draft]) -> Iterator[Draft]:
    """Versions with words changed, the first two in one sentence."""
    ranked = sorted(changed, key=lambda d: -d.strength)
    for both in [ranked[:_IN_ONE], *([draft] for draft in ranked[_IN_ONE:])]:
        if both:
            parts = [part for draft in both for part in ("; ", *draft.parts)]
            outlets = [outlet for draft in both for outlet in draft.outlets]
            said = ["Quoted in other words: ", *parts[1:], "."]
            yield both[0]._replace(parts=said, outlets=outlets)


def _same(one: str, other: str) -> bool:
    """Whether a copy editor alone changed words: "work force", "rules and regulations"."""
    joined = ("".join(words_of(text).keys) for text in (other, one))
    return next(joined) in next(joined) or _content(one) == _content(other)


def _content(text: str) -> list[str]:
    """The words of a text without grammar, stops and plurals: "I.R.S." is "irs"."""
    keys = (w.replace(".", "") for w in words_of(text).keys)
    return [singular(w) for w in keys if w not in words_in("function_words")]
