"""Who speaks: speakers as the texts write them in, a name, side and standing for each out."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare.quotes.versions import words_of
from tellings.lexicons import listed, rows
from tellings.text import inflection
from tellings.text.characters import plain

STANDINGS = ("named", "institution", "unnamed", "not told")

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['.-](?=[^\W_])[^\W_]+)*")
_THE = re.compile(r"^(?:the|a|an|one|his|her|its|their) ", re.IGNORECASE)
_TAIL = re.compile(r",| (?:of|in|on|at|for|from|with|by|to|who|that|issued|released|briefed)\b")


class Source(NamedTuple):
    """A source as one speaker's words tell it.

    source    its name: of a person, an institution, or "unnamed officials"; "" if nobody is told
    side      the state or organisation it speaks for; "" if the words of no telling tell
    standing  named (a person) | institution | unnamed | not told
    """

    source: str
    side: str
    standing: str


NOBODY = Source("", "", "not told")


def named(quotes: pd.DataFrame, mentions: pd.DataFrame | None = None) -> pd.DataFrame:
    """The quotes with the columns source, side and standing (see Source).

    quotes    Quote rows with article_id and event_id, in the order of the text
    mentions  the mentions of the same articles, merged (compare.entities): a speaker whose words
              end in one is that person or body

    A pronoun and "the official" stand for the last source of that kind in the article; "Mr Biden"
    for the fullest name with that surname in the event. Sides: lexicons/sides.csv, demonyms.csv.
    """
    told, met = {}, {} if mentions is None else _met(quotes, mentions)
    for _, event in quotes.groupby("event_id", sort=False):
        found = _by_surname(list(_in_articles(event, met)))
        told |= dict(zip(event.index, _by_title(list(event["speaker"]), found), strict=True))
    columns = pd.DataFrame(told.values(), index=list(told), columns=Source._fields)
    return quotes.join(columns) if len(quotes) else quotes.assign(source="", side="", standing="")


def _met(quotes: pd.DataFrame, mentions: pd.DataFrame) -> dict:
    """The merged person or body that each quote's speaker ends in, by the quote's index."""
    known = mentions[mentions["kind"].isin(("PERSON", "ORG"))]
    of_article: dict[str, list] = {}
    for mention in known[["article_id", "start", "end", "kind", "entity"]].itertuples(index=False):
        of_article.setdefault(mention.article_id, []).append(mention)
    found = {}
    for row in quotes[quotes["speaker"] != ""].itertuples():
        near = of_article.get(row.article_id)
        if near is None or pd.isna(row.speaker_start):
            continue
        end = row.speaker_start + len(_TAIL.split(plain(row.speaker))[0])
        here = [m for m in near if row.speaker_start <= m.start < end <= m.end]
        if here:
            found[row.Index] = here[-1]
    return found


def _in_articles(event: pd.DataFrame, met: dict) -> Iterator[Source]:
    """A source for each quote of an event; "they", "the official" are taken over in an article."""
    article, last, of_noun = None, NOBODY, {}
    for row in event.itertuples():
        if row.article_id != article:
            article, last, of_noun = row.article_id, NOBODY, {}
        low = plain(row.speaker).lower()
        noun = _noun(low)
        if low in listed("function_words", kind="pronoun"):
            found = last
        else:
            found = describe(row.speaker)
            if row.Index in met:
                standing = "named" if met[row.Index].kind == "PERSON" else "institution"
                found = Source(met[row.Index].entity, found.side, standing)
            elif not found.side and low.startswith("the ") and noun in of_noun:
                found = of_noun[noun]
        if found.source:
            last = of_noun[noun] = found
        yield found


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


def in_words(tally: pd.DataFrame) -> str:
    """Which source gets most words, and how many go to unnamed ones, in a sentence."""
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
    return (
        f"Most words go to {source} ({most:,} in {event}); sources without a name have "
        f"{share:.0%} of the {words.sum():,} words that are not the outlets' own."
    )


def describe(speaker: str) -> Source:
    """The source that one speaker's words tell, read alone.

    >>> describe("National Security Council spokesman John Kirby")
    Source(source='John Kirby', side='United States', standing='named')
    >>> describe("a U.S. official").source
    'unnamed officials'
    """
    text = plain(speaker)
    if not text or text.lower() in listed("function_words", kind="pronoun"):
        return NOBODY
    side, head = _side(text), _TAIL.split(text)[0]
    noun, (name, titled) = _noun(text.lower()), _name(head)
    if name.lower() in listed("function_words") | listed("calendar"):
        return Source("", side, "not told")  # "Just", "Monday": no head that names anybody
    if noun in listed("source_nouns", kind="unnamed"):
        return Source(f"unnamed {inflection.plural(noun)}", side, "unnamed")
    if noun in listed("source_nouns", kind="document"):
        return Source(_known(text) or f"a {noun}", side, "institution")
    if noun in listed("source_nouns", kind="institution"):
        return Source(_THE.sub("", head), side, "institution")
    if not name or name.split()[-1].lower() in _titles():
        return Source(_THE.sub("", head).lower(), side, "unnamed")
    if titled:
        return Source(name, side, "named")
    if " and " in side and " and " in head:
        return Source(_THE.sub("", head), side, "institution")
    last = name.split()[-1].lower()
    known = name.lower() in _sides() or last in _organisation_ends()
    return Source(name, side, "institution" if known or " " not in name else "named")


def _noun(low: str, exact: bool = False) -> str:
    """The last word of a noun phrase's head, singular: "official" of "US officials in Gaza"."""
    found = _WORD.findall(_TAIL.split(low)[0])
    last = found[-1] if found else ""
    known = listed("source_nouns")
    single = inflection.singular(last)
    return single if single in known and last not in known and not exact else last


@cache
def _sides() -> dict[str, str]:
    """Names and demonyms, in lower case, with the side they stand for."""
    known = {r["word"].lower(): r["folds_to"] for r in rows("demonyms") if r["folds_to"]}
    known |= {place.lower(): place for place in known.values()}
    return known | {r["name"].lower(): r["side"] for r in rows("sides")}


def _known_names(text: str) -> list[str]:
    """The names of sides in the text, in lower case: runs of up to four words, longest first."""
    found = [
        w.replace(".", "") if w.count(".") > 1 else w for w in _WORD.findall(text.replace("-", " "))
    ]
    names, taken = [], set()
    for size in range(4, 0, -1):
        for first in range(len(found) - size + 1):
            here = set(range(first, first + size))
            run = " ".join(found[first : first + size]).lower()
            if found[first][0].isupper() and run in _sides() and not here & taken:
                names, taken = [*names, run], taken | here
    return names


def _side(text: str) -> str:
    """The side that the words tell; two are joined by "and", more are none."""
    sides = sorted({_sides()[name] for name in _known_names(text)})
    return " and ".join(sides) if len(sides) < 3 else ""


@cache
def _written() -> dict[str, str]:
    return {r["name"].lower(): r["name"] for r in rows("sides")}


def _known(text: str) -> str:
    """The first known name in the text, as the list writes it; "" if none."""
    return next((_written()[n] for n in _known_names(text) if n in _written()), "")


@cache
def _organisation_ends() -> frozenset[str]:
    return listed("name_cues", place="ending", kind="ORG")


@cache
def _titles() -> frozenset[str]:
    """Words that end a title: "president", "secretary", "Mr"."""
    titles = {
        r["title"].lower().split()[-1]
        for r in rows("titles")
        if not {"of", "for"} & set(r["title"].split())
    }
    return frozenset(titles | {w.lower() for w in listed("abbreviations", kind="title")})


def _name(head: str) -> tuple[str, bool]:
    """The name that ends a head, without what stands before it, and whether a title does.

    "US President Joe Biden" is Joe Biden, with a title.
    """
    found = _WORD.findall(head)
    first = len(found)
    while first and (found[first - 1][0].isupper() or found[first - 1][0].isdigit()):
        first -= 1
    run = found[first:]
    titles = [i for i, w in enumerate(run[:-1]) if w.lower() in _titles()]
    titled = bool(titles) or bool(first and found[first - 1].lower() in _titles() and run)
    run = run[titles[-1] + 1 :] if titles else run
    run = run[1:] if run and run[0].lower() in ("the", "a", "an") else run
    return " ".join(w.replace(".", "") if w.count(".") > 1 else w for w in run), titled


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


def _by_title(speakers: list[str], found: list[Source]) -> list[Source]:
    """The sources with "the president" given to the one person whom the event calls so."""
    bearers = {}
    for speaker, one in zip(speakers, found, strict=True):
        if one.standing == "named":
            before = plain(speaker).split(one.source.split()[-1])[0].lower()
            for title in _titles() & set(_WORD.findall(before)):
                bearers.setdefault(title, {})[one.source] = one
    return [_bearer(*pair, bearers) for pair in zip(speakers, found, strict=True)]


def _bearer(speaker: str, one: Source, bearers: dict[str, dict[str, Source]]) -> Source:
    """The source, or the one person of the event whose title stands behind "the"."""
    known = bearers.get(_noun(plain(speaker).lower()), {})
    named = one.standing == "unnamed" and speaker.lower().startswith("the ") and len(known) == 1
    return next(iter(known.values())) if named else one
