"""Who speaks: speakers as the texts write them in, a name, side and standing for each out."""

from collections.abc import Iterator, Mapping

import pandas as pd

from tellings import tables
from tellings.compare.quotes.sources import (
    NOBODY,
    TAIL,
    Source,
    describe,
    head_noun,
    rank,
)
from tellings.compare.quotes.versions import words_of
from tellings.lexicons import listed
from tellings.tables import tuples
from tellings.text.characters import plain


def named(quotes: pd.DataFrame, mentions: pd.DataFrame | None = None) -> pd.DataFrame:
    """The quotes with the columns source, side and standing (see Source).

    quotes    Quote rows with article_id and event_id, in the order of the text
    mentions  the mentions of the same articles, merged (compare.entities): a speaker whose words
              end in one is that person or body

    A pronoun and "the official" stand for the last source of that kind in the article; "Mr Biden"
    for the fullest name with that surname in the event. Sides: lexicons/sides.csv, demonyms.csv.
    """
    told, met, called = {}, {}, {}
    if mentions is not None:
        met, called = _met(quotes, mentions), _called(mentions)
    for _, event in quotes.groupby("event_id", sort=False):
        found, places = _in_articles(event, met)
        found = _by_title(event, _by_surname(found), called)
        own = [found[at] if at >= 0 else NOBODY for at in places]
        told |= dict(zip(event.index, own, strict=True))
    columns = pd.DataFrame(told.values(), index=list(told), columns=Source._fields)
    return quotes.join(columns) if len(quotes) else quotes.assign(source="", side="", standing="")


def _met(quotes: pd.DataFrame, mentions: pd.DataFrame) -> dict:
    """The merged person or body that each quote's speaker ends in, by the quote's index."""
    known = mentions[mentions["kind"].isin(("PERSON", "ORG"))]
    of_article: dict[str, list] = {}
    for mention in tuples(known[["article_id", "start", "end", "kind", "entity"]]):
        of_article.setdefault(mention.article_id, []).append(mention)
    found = {}
    for row in quotes[quotes["speaker"] != ""].itertuples():
        near = of_article.get(row.article_id)
        if near is None or pd.isna(row.speaker_start):
            continue
        end = row.speaker_start + len(TAIL.split(plain(row.speaker))[0])
        here = [m for m in near if row.speaker_start <= m.start < end <= m.end]
        if here:
            found[row.Index] = here[-1]
    return found


def _in_articles(event: pd.DataFrame, met: dict) -> tuple[list[Source], list[int]]:
    """A source for each quote of an event, and the place of the quote whose source it has.

    Its own place but for "they" and "the official", which are taken over in an article.
    """
    found: list[Source] = []
    places: list[int] = []
    article, last, of_noun = None, -1, {}
    owners = listed("attribution_words", use="owner")  # "his claim that"
    for place, row in enumerate(event.itertuples()):
        if row.article_id != article:
            article, last, of_noun = row.article_id, -1, {}
        low = plain(row.speaker).lower()
        noun = head_noun(low)
        one, own = describe(row.speaker), place
        if low in listed("function_words", kind="pronoun") or low in owners:
            own = last
        elif row.Index in met:
            standing = "named" if met[row.Index].kind == "PERSON" else "institution"
            one = Source(met[row.Index].entity, one.side, standing)
        elif not one.side and low.startswith("the ") and noun in of_noun:
            own = of_noun[noun]
        one = one if own == place else found[own] if own >= 0 else NOBODY
        if one.source:
            last = of_noun[noun] = own
        found.append(one)
        places.append(own)
    return found, places


def tally(
    quotes: pd.DataFrame, articles: pd.DataFrame, mentions: pd.DataFrame | None = None
) -> pd.DataFrame:
    """One row per telling and source: source, side, standing, quoted and attributed words, rows.

    mentions    the merged mentions, where they are known (see `named`)

    quoted      words in quotation marks (direct and partial)
    attributed  words reported without marks
    rows        quotes counted, of either kind

    A quote whose speaker no rule found is counted under source "" with standing "not told".
    """
    keys = [c for c in tables.KEYS if c in articles.columns]
    placed = articles[keys].merge(
        quotes.drop(columns=[c for c in keys[1:] if c in quotes.columns]), on="article_id"
    )
    table = named(placed, mentions)
    size = pd.Series([len(words_of(text).keys) for text in table["text"]], table.index, dtype=int)
    table["quoted"] = size.where(table["form"] != "indirect", 0)
    table["attributed"] = size.where(table["form"] == "indirect", 0)
    table["rows"] = 1
    by = [*keys, "source", "side", "standing"]
    return table.groupby(by, sort=False)[["quoted", "attributed", "rows"]].sum().reset_index()


def in_words(tally: pd.DataFrame, called: Mapping[str, str]) -> str:
    """Which source gets most words, and how many go to unnamed ones, in a sentence.

    called  the names of the events by their ids
    """
    words = tally["quoted"] + tally["attributed"]
    if not words.sum():
        return "Nobody was found to speak in any article."
    told = tally.assign(words=words)
    by = told[told["source"] != ""].groupby(["event_id", "source"])["words"].sum()
    if not told["standing"].isin(("named", "institution")).any():
        given = " and ".join(sorted(set(told["source"]) - {""}))
        return (
            f"No source with a name is quoted: the {words.sum():,} words that are not the outlets' "
            f"own go to {given or 'speakers whom nothing names'}."
        )
    share = told.loc[told["standing"] == "unnamed", "words"].sum() / words.sum()
    (event, source), most = by.idxmax(), by.max()
    told_of = f", {called[event]}" if len(called) > 1 else ""
    return (
        f"Most words go to {source} ({most:,}{told_of}); sources without a name have "
        f"{share:.0%} of the {words.sum():,} words that are not the outlets' own."
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


def _by_title(event: pd.DataFrame, found: list[Source], called: dict) -> list[Source]:
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
    rows = zip(event["article_id"], event["speaker"], found, strict=True)
    return [_bearer(*row, bearers) for row in rows]


def _titled(event: pd.DataFrame, found: list[Source]) -> Iterator[tuple[str, str, Source]]:
    """Of each speaker that is a person: its article, the words before its name, the source."""
    for article, speaker, one in zip(event["article_id"], event["speaker"], found, strict=True):
        if one.standing == "named":
            before = plain(speaker).split(one.source.split()[-1])[0].split()
            ends = (" ".join(before[:end]) for end in range(len(before), 0, -1))
            yield article, next(filter(rank, ends), ""), one  # "Gov. Ida" of "Gov. Ida Bern"


def _called(mentions: pd.DataFrame) -> dict[str, list[tuple[str, str]]]:
    """By article_id the persons whom it names with a title that is not of before: title, name."""
    found: dict[str, list[tuple[str, str]]] = {}
    if "title" in mentions:
        own = mentions[(mentions["kind"] == "PERSON") & (mentions["title"] != "")]
        for row in tuples(own.drop_duplicates(["article_id", "entity", "title"])):
            title = plain(row.title).lower()
            if not listed("name_cues", place="title_prefix") & set(title.split()):
                found.setdefault(row.article_id, []).append((title, row.entity))
    return found


def _of_event(
    event: pd.DataFrame, found: list[Source], called: dict
) -> Iterator[tuple[str, str, Source]]:
    """The same of each person whom the event's articles name with a title."""
    known = {one.source: one for one in found if one.standing == "named"}
    for article in event["article_id"].unique():
        for title, entity in called.get(article, ()):
            yield article, title, known.get(entity, Source(entity, "", "named"))


def _bearer(
    article: str, speaker: str, one: Source, bearers: dict[tuple[str, str], dict[str, Source]]
) -> Source:
    """The source, or the one person whose title stands behind "the", or alone in a headline."""
    noun = rank(TAIL.split(plain(speaker))[0])
    if not noun:
        return one
    known = bearers.get((article, noun)) or bearers.get(("", noun), {})
    words = speaker.lower().split()
    titled = words[:1] == ["the"] or (
        words[-1:] == noun.split()[-1:] and speaker.split()[-1].istitle()
    )
    former = listed("name_cues", place="title_prefix") & set(words)
    named = one.standing == "unnamed" and titled and not former and len(known) == 1
    return next(iter(known.values())) if named else one
