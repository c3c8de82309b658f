"""Who is heard in which telling: quotes in, drafts out."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from tellings.compare.differences.rows import Draft, Event, Said
from tellings.compare.rows import firsts, grouped
from tellings.text import tokens
from tellings.text.prose import joined

_QUOTED = 20  # words that another outlet has in marks, where one has none
_HEARD = 15  # words of a side's bodies that one outlet alone hears
_TOLD = 0.6  # share of an outlet's reported words whose side is told
_UNNAMED, _TIMES = 60, 2  # words of unnamed sources, and how often those of the next outlet


def drafts(event: Event) -> Iterator[Draft]:
    """Drafts of kind "sources": who quotes nobody, which side is heard only once, who gives most
    words to sources without a name."""
    if len(event.everyone) < 2 or not event.quotes:
        return
    told = [_Heard(event.told_by(row), row) for row in event.quotes]
    once = firsts(told, lambda h: (h.voice, h.row.source, h.row.form, h.row.text))  # not a reprint
    yield from _quoting_nobody(once, event.everyone)
    yield from _one_side(once)
    yield from _unnamed(once, event.everyone)


class _Heard(NamedTuple):
    """A quote, as compare.quotes.speakers names its source, and the outlet that has it."""

    voice: str
    row: Any

    @property
    def words(self) -> int:
        """How many words it has."""
        return tokens.count(self.row.text)


def _words(heard: Iterable[_Heard], everyone: list[str]) -> Counter[str]:
    """How many words each outlet has of these quotes."""
    found = Counter(dict.fromkeys(everyone, 0))
    for one in heard:
        found[one.voice] += one.words
    return found


def _quoting_nobody(heard: list[_Heard], everyone: list[str]) -> Iterator[Draft]:
    marked = [one for one in heard if one.row.form != "indirect"]
    words = _words(marked, everyone)
    silent = [v for v in everyone if words[v] == 0]
    most = max(everyone, key=words.__getitem__)
    if silent and words[most] >= _QUOTED:
        does = "quotes" if len(silent) == 1 else "quote"
        said = (
            f"{joined(silent)} {does} nobody word for word; {most} puts {words[most]} words in "
            "quotation marks."
        )
        rests = _places(one for one in marked if one.voice == most)
        yield Draft("sources", [said], [*silent, most], 0.8, rests=rests)


def _one_side(heard: list[_Heard]) -> Iterator[Draft]:
    """A side for which somebody speaks in one outlet only."""
    for side, rows in grouped(heard, lambda h: h.row.side).items():
        if not side or " and " in side or len({one.voice for one in rows}) > 1:
            continue
        bodies = [one for one in rows if one.row.standing == "institution"]
        if sum(one.words for one in bodies) >= _HEARD and _sides_are_told(heard):
            voice = rows[0].voice
            who = joined(list(dict.fromkeys(one.row.source for one in bodies)), most=3)
            said = f"Only {voice} quotes a source that speaks for {_the(side)}: {who}."
            yield Draft("sources", [said], [voice], 0.6, rests=_places(bodies))


def _sides_are_told(heard: list[_Heard]) -> bool:
    """Whether each outlet's sources mostly have a side: else one may be heard without its name."""
    by = grouped(heard, lambda h: h.voice).values()
    known = [(sum(h.words for h in own if h.row.side), sum(h.words for h in own)) for own in by]
    return all(told >= _TOLD * words for told, words in known)


def _the(side: str) -> str:
    """A side as a sentence has it: a people or a union of states has an article."""
    return f"the {side}" if side.endswith("s") else side


def _unnamed(heard: list[_Heard], everyone: list[str]) -> Iterator[Draft]:
    unnamed = [one for one in heard if one.row.standing == "unnamed"]
    ranked = _words(unnamed, everyone).most_common()
    (most, first), (_, second) = ranked[:2]
    if first >= _UNNAMED and first >= _TIMES * second:
        none = [voice for voice, n in ranked if not n]
        given = [f"{n} in {voice}" for voice, n in ranked if n]
        *first, last = none or [""]
        silent = f"{', '.join(first)} or {last}" if first else last
        said = joined([*given, *([f"none in {silent}"] if none else [])])
        rests = _places(one for one in unnamed if one.voice == most)
        words_given = f"Words given to unnamed sources: {said}."
        yield Draft("sources", [words_given], [most], 0.48, rests=rests)


def _places(heard: Iterable[_Heard]) -> list[Said]:
    return [Said(h.row.article_id, h.row.start, h.row.end, h.row.text) for h in heard]
