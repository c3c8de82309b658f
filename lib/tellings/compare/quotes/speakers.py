"""Who speaks: speakers as the texts write them in, a name, side and standing for each out."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare.quotes.pronouns import People, is_it, is_one, may_be
from tellings.compare.quotes.sources import (
    NOBODY,
    TAIL,
    Source,
    describe,
    head_noun,
    rank,
)
from tellings.compare.quotes.versions import length
from tellings.compare.rows import by_article, by_event
from tellings.lexicons import listed
from tellings.text.characters import plain

_QUOTE = ["article_id", "sentence", "start", "end", "form", "speaker", "speaker_start"]
_MENTION = ["article_id", "sentence", "start", "end", "kind", "entity", "title"]
_SPEAKING = ("PERSON", "ORG")
_NEAR = 3  # sentences in which "it" stands for a body that spoke
_RECENT = 6  # sources before a pronoun among which whom it means is looked for
NAMED = ("named", "institution")  # standings of a source that bears a name


class Heard(NamedTuple):
    """The words that one telling gives to one source (see Source).

    quoted      words in quotation marks (direct and partial)
    attributed  words reported without marks
    rows        quotes counted, of either kind
    """

    source: str
    side: str
    standing: str
    quoted: int
    attributed: int
    rows: int


def named(quotes: pd.DataFrame, mentions: pd.DataFrame | None = None) -> pd.DataFrame:
    """The quotes with the columns source, side and standing (see Source).

    quotes    Quote rows with article_id and event_id, in the order of the text
    mentions  the mentions of the same articles, merged (compare.entities): a speaker whose words
              end in one is that person or body

    A pronoun and "the official" stand for the last source of that kind in the article; "Mr Biden"
    for the fullest name with that surname in the event. Sides: lexicons/sides.csv, demonyms.csv.
    """
    known = pd.DataFrame() if mentions is None else mentions[mentions["kind"].isin(_SPEAKING)]
    known = known.reindex(columns=_MENTION, fill_value="")
    rows = quotes.reindex(columns=_QUOTE).assign(at=range(len(quotes)))
    told = [NOBODY] * len(quotes)
    articles = quotes[["article_id", "event_id"]].drop_duplicates("article_id")
    for _, _, event, persons in by_event(articles, rows, known):
        found, places = _in_articles(event, _met(event, persons), by_article(persons))
        found = _by_title(event, _by_surname(found), _called(persons))
        for quote, place in zip(event, places, strict=True):
            told[quote.at] = found[place] if place >= 0 else NOBODY
    return quotes.join(pd.DataFrame(told, quotes.index, Source._fields, dtype="str"))


def _met(event: list, mentions: list) -> dict[int, Any]:
    """The merged person or body that a quote's speaker ends in, by the quote's place."""
    of_article = by_article(mentions)
    begins = {article_id: [m.start for m in own] for article_id, own in of_article.items()}
    found = {}
    for quote in event:
        near = of_article.get(quote.article_id)
        if not quote.speaker or near is None or pd.isna(quote.speaker_start):
            continue
        start = quote.speaker_start
        end = start + len(TAIL.split(plain(quote.speaker))[0])
        first, last = (bisect_left(begins[quote.article_id], at) for at in (start, end))
        here = [m for m in near[first:last] if end <= m.end]
        if here:
            found[quote.at] = here[-1]
    return found


def _in_articles(event: list, met: dict, named: dict[str, list]) -> tuple[list[Source], list[int]]:
    """A source for each quote of an event, and the place of the quote whose source it has.

    Its own place but for "they" and "the official", which are taken over in an article.

    met    the person or body of each quote's speaker; named: those that each article names
    """
    found: list[Source] = []
    places: list[int] = []
    article, told, of_noun = None, list[int](), {}
    quotes, people = by_article(event), None
    owners = listed("attribution_words", use="owner")  # "his claim that"
    for place, row in enumerate(event):
        if row.article_id != article:
            article, told, of_noun = row.article_id, [], {}
            people = People(named.get(article, ()), quotes[article])
        low = plain(row.speaker).lower()
        noun = head_noun(low)
        one, own = describe(row.speaker), place
        if low in listed("function_words", kind="pronoun") or low in owners:
            one, own = _of_pronoun(row, place, people, [(event[n], found[n], n) for n in told])
        elif row.at in met:
            standing = "named" if met[row.at].kind == "PERSON" else "institution"
            one = Source(met[row.at].entity, one.side, standing)
        elif not one.side and low.startswith("the ") and noun in of_noun:
            own = of_noun[noun]
        one = one if own == place else found[own] if own >= 0 else NOBODY
        if one.source:
            of_noun[noun] = own
            told = [*told, own][-_RECENT:]
        found.append(one)
        places.append(own)
    return found, places


def _of_pronoun(
    row: Any, place: int, people: People, told: list[tuple[Any, Source, int]]
) -> tuple[Source, int]:
    """The source of a pronoun with its place; the place -1 where nothing tells whom it means.

    told  the quotes before in the article, with the sources and the places that they have
    """
    near = [
        one for one in told if not is_it(row.speaker) or row.sentence - one[0].sentence <= _NEAR
    ]
    last = next((one for one in reversed(near) if may_be(row.speaker, one[1])), None)
    after = max(last[0].end, _spoken(last[0])) if last else 0
    new = people.introduced(row, after) if is_one(row.speaker) else None
    if new and (new.title or not last or last != told[-1]):
        return Source(new.entity, "", "named"), place
    return NOBODY, last[2] if last else -1


def _spoken(quote: Any) -> float:
    """Where a quote's speaker ends; 0 where the text names none."""
    return 0 if pd.isna(quote.speaker_start) else quote.speaker_start + len(quote.speaker)


def tally(
    quotes: pd.DataFrame, articles: pd.DataFrame, mentions: pd.DataFrame | None = None
) -> pd.DataFrame:
    """One Heard per telling and source, under the telling's keys.

    mentions  the merged mentions, where they are known (see `named`)

    A quote whose speaker no rule found is counted under source "" with standing "not told".
    """
    keys = [c for c in tables.KEYS if c in articles.columns]
    placed = articles[keys].merge(
        quotes.drop(columns=[c for c in keys[1:] if c in quotes.columns]), on="article_id"
    )
    table = named(placed, mentions)
    size = pd.Series(list(map(length, table["text"].tolist())), table.index, dtype=int)
    table["quoted"] = size.where(table["form"] != "indirect", 0)
    table["attributed"] = size.where(table["form"] == "indirect", 0)
    table["rows"] = 1
    by = [*keys, "source", "side", "standing"]
    return table.groupby(by, sort=False)[["quoted", "attributed", "rows"]].sum().reset_index()


def table(tally: pd.DataFrame) -> pd.DataFrame:
    """The tally for people to read."""
    return tally.drop(columns=["article_id", "outlet"])


def of_standings(tally: pd.DataFrame) -> pd.DataFrame:
    """How many words the sources of each standing have: those without a name each by what it is
    (source "unnamed officials"), all others in one row (source "")."""
    words = tally["quoted"] + tally["attributed"]
    nameless = tally["source"].mask(tally["standing"].isin(NAMED), "")
    return words.groupby([nameless, tally["standing"]]).sum().rename("words").reset_index()


def foremost(tally: pd.DataFrame) -> pd.DataFrame:
    """The source with most words in all tellings of an event, in a row: event_id, source, words."""
    known = tally[tally["source"] != ""]
    words = known["quoted"] + known["attributed"]
    by = words.groupby([known["event_id"], known["source"]]).sum()
    return by.nlargest(1).rename("words").reset_index()


def in_words(standings: pd.DataFrame, foremost: pd.DataFrame, called: Mapping[str, str]) -> str:
    """Which source gets most words, and how many go to unnamed ones, in a sentence.

    standings, foremost  of these names, each of all tellings, or of some events after others
    called               the names of the events by their ids
    """
    words = standings["words"].sum()
    if not words:
        return "Nobody was found to speak in any article."
    if not standings["standing"].isin(NAMED).any():
        given = " and ".join(sorted(set(standings["source"]) - {""}))
        return (
            f"No source with a name is quoted: the {words:,} words that are not the outlets' "
            f"own go to {given or 'speakers whom nothing names'}."
        )
    share = standings.loc[standings["standing"] == "unnamed", "words"].sum() / words
    first = foremost.loc[foremost["words"].idxmax()]
    told_of = f", {called[first['event_id']]}" if len(called) > 1 else ""
    return (
        f"Most words go to {first['source']} ({first['words']:,}{told_of}); sources without a name "
        f"have {share:.0%} of the {words:,} words that are not the outlets' own."
    )


def _by_surname(found: list[Source]) -> list[Source]:
    """The sources with a bare surname ("Mr Biden", "Biden") given to the person who has it.

    Where two persons of the event share a surname, a bare one stays as it is written.
    """
    persons, bare = {}, {one.source for one in found if one.standing == "named"}
    for one in found:
        if one.standing == "named" and " " in one.source:
            first, *_, last = one.source.split()
            best = persons.setdefault(last, {}).get(first, one)
            longer = one if len(one.source) > len(best.source) else best
            persons[last][first] = longer._replace(side=best.side or one.side)
    found = [o._replace(standing="named") if o.source in bare | {*persons} else o for o in found]
    return [_person(one, persons) for one in found]


def _person(one: Source, persons: dict[str, dict[str, Source]]) -> Source:
    """The source, or the person it is; `persons` by surname and first name."""
    if one.standing != "named":
        return one
    names = one.source.split()
    known = persons.get(names[-1], {})
    if len(names) > 1:
        return known[names[0]]
    return next(iter(known.values())) if len(known) == 1 else one


def _by_title(event: list, found: list[Source], called: dict) -> list[Source]:
    """The sources with "the president" given to the one person whom its article calls so.

    Where the article calls nobody so, to the one whom the event does.
    """
    bearers: dict[tuple[str, str], dict[str, Source]] = {}
    for article, before, one in [*_titled(event, found), *_of_event(event, found, called)]:
        title = rank(before)
        lower = title.split()[:1] and title.split()[0] in listed(
            "attribution_words", use="lower rank"
        )
        for word in {title} | ({title.split()[-1]} if title and not lower else set()):
            for where in (article, ""):
                bearers.setdefault((where, word), {})[one.source] = one
    quoted = zip(event, found, strict=True)
    return [_bearer(row.article_id, row.speaker, one, bearers) for row, one in quoted]


def _titled(event: list, found: list[Source]) -> Iterator[tuple[str, str, Source]]:
    """Of each speaker that is a person: its article, the words before its name, the source."""
    for row, one in zip(event, found, strict=True):
        if one.standing == "named":
            before = plain(row.speaker).split(one.source.split()[-1])[0].split()
            ends = (" ".join(before[:end]) for end in range(len(before), 0, -1))
            yield row.article_id, next(filter(rank, ends), ""), one  # "Gov. Ida" of "Gov. Ida Bern"


def _called(mentions: list) -> dict[str, list[tuple[str, str]]]:
    """By article_id the persons whom it names with a title that is not of before: title, name."""
    found: dict[str, list[tuple[str, str]]] = {}
    own = ((m.article_id, m.title, m.entity) for m in mentions if m.kind == "PERSON" and m.title)
    for article, title, entity in dict.fromkeys(own):
        low = plain(title).lower()
        if not listed("name_cues", place="title_prefix") & set(low.split()):
            found.setdefault(article, []).append((low, entity))
    return found


def _of_event(event: list, found: list[Source], called: dict) -> Iterator[tuple[str, str, Source]]:
    """The same of each person whom the event's articles name with a title."""
    known = {one.source: one for one in found if one.standing == "named"}
    for article in dict.fromkeys(row.article_id for row in event):
        for title, entity in called.get(article, ()):
            yield article, title, known.get(entity, Source(entity, "", "named"))


def _bearer(
    article: str, speaker: str, one: Source, bearers: dict[tuple[str, str], dict[str, Source]]
) -> Source:
    """The source, or the one person whose title stands behind "the", or alone in a headline."""
    noun = rank(TAIL.split(plain(speaker))[0]) if one.standing == "unnamed" else ""
    if not noun:
        return one
    known = bearers.get((article, noun)) or bearers.get(("", noun), {})
    words = speaker.lower().split()
    titled = words[:1] == ["the"] or (
        words[-1:] == noun.split()[-1:] and speaker.split()[-1].istitle()
    )
    former = listed("name_cues", place="title_prefix") & set(words)
    return next(iter(known.values())) if titled and not former and len(known) == 1 else one
