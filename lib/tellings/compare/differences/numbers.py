"""Numbers that outlets give differently, alone, or not at all: aligned claims in, drafts out."""

import re
from collections.abc import Iterator, Sequence
from types import SimpleNamespace

from tellings.compare.claims import running
from tellings.compare.claims.findings import converted, likely_of_one
from tellings.compare.claims.near import any_near
from tellings.compare.claims.unkeyed import label
from tellings.compare.differences import excerpts
from tellings.compare.differences.rows import Draft, Event, Said, listed
from tellings.compare.events.naming import of_year
from tellings.compare.rows import firsts, grouped
from tellings.text.prose import joined, upper

# What a reader would miss: how many and how much, not how old, how long or the how-manieth.
_KINDS = ("cardinal", "money", "percent")
_ALIKE = (*_KINDS, "duration", "vote", "share", "distance")
_LARGE = 1000.0  # from here on a count is news by itself
_HUGE = 1e6  # and from here on an event's
_JOINT = re.compile(r", | (?=(?:and|but|while|which|with|or) )")  # where a part of a sentence ends
_OF_OUTLET = 2  # numbers that one outlet alone gives, in one sentence


def drafts(event: Event) -> Iterator[Draft]:
    """Drafts of kinds "numbers differ", "number not given" and "number alone", and of what
    agrees."""
    if len(event.everyone) < 2 or not event.claims_aligned:
        return
    given = _Given(event)
    lacking = given.lacking()
    pairs = [r for r in event.claim_pairs if r.outlets > 1]
    yield from _conflicts(given, pairs)
    yield from _not_given(given, lacking)
    alone = _alone(given, event.sentences)
    if alone:
        yield alone
    yield from _agreements(pairs, given, lacking)


class _Given:
    """The numbers of an event, as aligned claims, and which outlet gives each."""

    def __init__(self, event: Event):
        self.claims = event.claims_aligned
        self.everyone = event.everyone
        self._voices = event.voices
        self._sentences = {(s.article_id, s.sentence): s for s in event.sentences}

    def said(self, claim) -> Said:
        """The words of a number; with those round it where only they tell what it counts."""
        if claim.basis == "words":
            return _around([claim], self._sentences[claim.article_id, claim.sentence])
        return Said(claim.article_id, claim.start, claim.end, claim.text)

    def voice(self, claim) -> str:
        """The outlet that gives a number."""
        return self._voices[claim.article_id]

    def of(self, outlet: str) -> list:
        """The numbers that an outlet gives."""
        return [c for c in self.claims if self.voice(c) == outlet]

    def first(self, claims: Sequence) -> list:
        """The first of these numbers of each outlet."""
        return firsts(claims, self.voice)

    def lacking(self) -> dict[str, list[list]]:
        """The largest quantities that each outlet alone gives no number of: one number of each
        outlet that does."""
        counts = [c for c in self.claims if c.group and _counts(c)]
        found: dict[str, list[list]] = {}
        for rows in grouped(counts, lambda c: c.group).values():
            first = self.first(rows)
            silent = [v for v in self.everyone if v not in map(self.voice, first)]
            if len(silent) == 1 < len(first) and not any_near(self.of(silent[0]), rows):
                found.setdefault(silent[0], []).append(first)
        return {
            outlet: sorted(rows, key=lambda rows: -_most(rows))[:_OF_OUTLET]
            for outlet, rows in found.items()
        }


def _counts(claim) -> bool:
    """Whether a number is of what a reader would miss."""
    return claim.kind in _KINDS and claim.unit != ""


def _most(claims: Sequence) -> float:
    """The largest of some numbers."""
    return max(c.low for c in claims)


def _conflicts(given: _Given, pairs: Sequence) -> Iterator[Draft]:
    """Numbers of one thing that cannot all be true, or only of different days."""
    for key, rows in grouped(pairs, lambda r: r.key).items():
        odd = [r for r in rows if r.verdict == "conflict"]
        if odd:
            yield _conflict(given, key, odd)
        elif went := [r for r in rows if r.verdict == "development"]:
            yield _gone_on(given, went)


def _conflict(given: _Given, key: str, odd: Sequence) -> Draft:
    """Numbers of one thing that conflict: one of each outlet, the smallest first."""
    places = {_at(row, side) for row in odd for side in ("_a", "_b")}
    told = [c for c in given.claims if c.key == key and _at(c) in places]
    own = sorted(given.first(told), key=lambda c: (c.low, c.high))
    if len({(c.low, c.high, c.bound) for c in own}) < 2:  # an outlet at odds with itself, too
        own = [c for c in told if _at(c) in (_at(odd[0], "_a"), _at(odd[0], "_b"))]
    numbers = len({(c.low, c.high, c.bound) for c in own})
    at = " at one time" if running.still_open(key, given.claims) else ""  # a toll is of its hour
    words = f"; they cannot {'both' if numbers == 2 else 'all'} be true{at}."
    parts = [_what(key), *_with_outlets(given, own), words]
    return Draft("numbers differ", parts, list(map(given.voice, own)), 0.95)


def _gone_on(given: _Given, went: Sequence) -> Draft:
    """The numbers of a running count, one of each outlet with its day, the first day first; of an
    outlet that gives several the one that is no "dozens"."""
    places = {_at(row, side) for row in went for side in ("_a", "_b")}
    groups = {c.group for c in given.claims if _at(c) in places}
    told = [c for c in given.claims if c.group in groups and c.status != "forecast"]
    own = given.first(sorted(told, key=lambda c: c.kind == "vague"))
    own = sorted(own, key=lambda c: (c.as_of, c.low))
    parts: list[str | Said] = [_what(went[0].key)]
    for n, (day, claims) in enumerate(grouped(own, lambda c: c.as_of).items()):
        on = f"on {of_year(day)} "
        on = on if n or parts[0] else upper(on)  # nothing says what is counted: it begins here
        parts += [", " if n else "", on, *_with_outlets(given, claims)]
    parts.append("; the count may have gone on in between.")
    return Draft("numbers differ", parts, list(map(given.voice, own)), 0.8)


def _at(row, side: str = "") -> tuple[str, int]:
    """Where a number stands: the article and the place; of a pair, that of one side."""
    return getattr(row, f"article_id{side}"), getattr(row, f"start{side}")


def _what(key: str) -> str:
    """What is counted, before its numbers; nothing where the numbers' own words say it."""
    return f"{upper(label(key))}: " if label(key) else ""


def _not_given(given: _Given, lacking: dict[str, list[list]]) -> Iterator[Draft]:
    """What all outlets but one give a number of, and no like number was found in that one."""
    for outlet, groups in lacking.items():
        parts: list[str | Said] = []
        for rows in groups:
            what = _what(rows[0].key)
            between = ["; ", what[:1].lower() + what[1:]] if parts else [what]
            parts += [*between, *_with_outlets(given, rows)]
        none = "neither" if len(groups) == 2 else "no such number"
        outlets = [*dict.fromkeys(given.voice(r) for rows in groups for r in rows), outlet]
        parts.append(f"; {none} found in {outlet}.")
        strength = 0.74 if _most(groups[0]) >= _LARGE else 0.6
        yield Draft("number not given", parts, outlets, strength)


def _with_outlets(given: _Given, claims: Sequence) -> Iterator[str | Said]:
    """Numbers with their outlets: those in the same words together."""
    by = grouped(claims, lambda c: c.text.lower())
    for n, rows in enumerate(by.values()):
        yield from ([", "] if n else [])
        yield given.said(rows[0])
        yield f" in {joined(list(map(given.voice, rows)))}"


def _alone(given: _Given, sentences: Sequence) -> Draft | None:
    """The largest numbers that each outlet alone gives, in one sentence, each with its words."""
    of = {(s.article_id, s.sentence): s for s in sentences}
    parts: list[str | Said] = []
    outlets, forecast, most = [], False, 0.0
    for outlet in given.everyone:
        own = _of_one(given, outlet, sentences)
        chosen = dict.fromkeys((c.article_id, c.sentence) for c in own)
        said = [
            _alone_in(given, outlet, [c for c in own if c.sentence == place[1]], of[place])
            for place in [*chosen][:_OF_OUTLET]
        ]
        if said:
            parts += [f"{'; only' if parts else 'Only'} {outlet} gives ", *listed(said)]
            outlets.append(outlet)
            forecast = forecast or any(c.low >= _LARGE and _is_forecast(c) for c in own)
            most = max(most, _most(own))
    strength = 0.85 if forecast else 0.65 if most >= _HUGE else 0.55
    return Draft("number alone", [*parts, "."], outlets, strength) if parts else None


def _of_one(given: _Given, outlet: str, sentences: Sequence) -> list:
    """The forecasts and large numbers that one outlet alone gives, the first those to print."""
    rest = [c for c in given.claims if given.voice(c) != outlet]
    lows, groups = {c.low for c in rest}, {c.group for c in rest} - {""}
    own = [
        c
        for c in filter(_counts, given.of(outlet))
        if (_is_forecast(c) or c.low >= _LARGE) and c.low not in lows and c.group not in groups
        if not any(likely_of_one(c, other) for other in rest)
        and not converted(c, given.claims, sentences)
        and not any(_is_twin(c, other) for other in given.of(outlet) if other.low in lows)
    ]
    return sorted(own, key=lambda c: (not _is_forecast(c), -c.low))


def _is_twin(claim, other) -> bool:
    """Whether the other says a number again in another unit behind it: "€285 million ($310m)"."""
    return other.article_id == claim.article_id and other.start - claim.end == len(" (")


def _is_forecast(claim) -> bool:
    return claim.status == "forecast"


def _alone_in(given: _Given, outlet: str, claims: Sequence, sentence) -> Said:
    """Numbers of one sentence with the words round them, but for those of its numbers that others
    give, too: "sales of $21 billion a year [and employ 38,000 people]"."""
    rest = {c.low for c in given.claims if given.voice(c) != outlet}
    own = [c for c in given.of(outlet) if (c.article_id, c.sentence) == _place(sentence)]
    shared = [c for c in own if c.low in rest and c not in claims]
    first, last = min(c.start for c in claims), max(c.end for c in claims)
    text = sentence.text
    before = max((c.end for c in shared if c.end <= first), default=sentence.start)
    after = min((c.start for c in shared if c.start >= last), default=sentence.end)
    begins = [
        m.end() for m in _JOINT.finditer(text, before - sentence.start, first - sentence.start)
    ]
    ends = [m.start() for m in _JOINT.finditer(text, last - sentence.start, after - sentence.start)]
    begin = begins[0] if begins and before > sentence.start else 0
    end = ends[-1] if ends and after < sentence.end else len(text)
    said = _around(claims, sentence, begin, end)
    opens, closes = "… " if begin and not said.opens else said.opens, said.ends
    return said._replace(opens=opens, ends=closes or (" …" if end < len(text) else ""))


def _place(sentence) -> tuple[str, int]:
    return sentence.article_id, sentence.sentence


def _around(claims: Sequence, sentence, begin: int = 0, end: int | None = None) -> Said:
    """Numbers of one sentence, or of a part of it, with the words round them."""
    text = sentence.text[begin:end]
    start = sentence.start + begin
    row = SimpleNamespace(
        article_id=sentence.article_id, start=start, end=start + len(text), text=text
    )
    first, last = min(c.start for c in claims), max(c.end for c in claims)
    return excerpts.around(row, first - start, last - start)


def _agreements(pairs: Sequence, given: _Given, lacking: dict[str, list[list]]) -> Iterator[Draft]:
    """Numbers that two outlets or more give alike, as drafts of what agrees; what one outlet lacks
    is a difference already, and so is what two of them cannot both be right in."""
    said = {r.key for groups in lacking.values() for rows in groups for r in rows}
    said |= {r.key for r in pairs if r.verdict in ("conflict", "development")}
    rows = [r for r in pairs if r.verdict in ("agree", "compatible") and r.key not in said]
    for key, alike in grouped(rows, lambda r: r.key).items():
        own = given.first([c for c in given.claims if c.key == key and c.kind in _ALIKE])
        if len(own) > 1 and all(c.unit != "" or c.kind == "vote" for c in own):
            sure = all(r.verdict == "agree" for r in alike)
            word = "they agree" if sure else "both can be true"
            parts = [_what(key), *_with_outlets(given, own), f"; {word}."]
            strength = len(own) / len(given.everyone)
            yield Draft("number", parts, list(map(given.voice, own)), strength, part="agrees")
