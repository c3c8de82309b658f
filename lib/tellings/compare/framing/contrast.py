"""A group of tellings against the rest: a corpus and its fields in, rates and words out."""

import pandas as pd

from tellings.compare import statistics
from tellings.compare.corpus import concordance, subcorpus
from tellings.compare.corpus.subcorpus import PLACES, Corpus
from tellings.compare.framing import keywords

GROUP, REST = "these", "the rest"
_QUOTES = ["article_id", "start", "end", "form"]


def sides(corpus: Corpus, **group) -> Corpus:
    """The corpus, its articles with the column `side` more: GROUP or REST; shared events only.

    group  as subcorpus.only takes it, of the articles' columns: outlet=["Axios", "Antiwar.com"]

    An event that one side alone tells is left out: its words would differ because its subject does.
    Raises ValueError in one line where no event is left, for a field of places (voice, zone ...),
    whose parts subcorpus.only gives, and for what only() refuses.
    """
    if places := [field for field in group if field in PLACES]:
        raise ValueError(f"a group is made by columns of the articles table, not by {places[0]!r}")
    chosen = subcorpus.only(corpus, **group).articles["article_id"]
    theirs = corpus.articles["article_id"].isin(chosen)
    articles = corpus.articles.assign(side=theirs.map({True: GROUP, False: REST}))
    both = articles.groupby("event_id")["side"].nunique()
    shared = list(both.index[both == 2])
    if not shared:
        asked = " and ".join(f"{field} is {given!r}" for field, given in group.items())
        raise ValueError(f"no event is told by both sides, where {asked or 'nothing is asked'}")
    return subcorpus.only(corpus._replace(articles=articles), event_id=shared)


def rates(corpus: Corpus, words: str, **group) -> pd.DataFrame:
    """How often the words stand in the group and in the rest, event by event: event_id, side, n,
    words, per_1000_words with low and high (as concordance.tally gives them).

    words, group  as concordance.table and sides take them
    """
    part = sides(corpus, **group)
    found = concordance.tally(concordance.table(part, words), part, by="side")
    return found.sort_values(["event_id", "side"], ascending=[True, False], ignore_index=True)


def keyness(corpus: Corpus, **group) -> pd.DataFrame:
    """The words that the group and the rest use unlike each other in their own voice: term, kind, n
    and n_rest, words and words_rest, log_odds with low and high, events, chance; strongest first.

    log_odds above 0: likelier in the group. What each column means, how it is reckoned and when
    `chance` is NaN: framing.keywords.Key. `group` as sides takes it.
    """
    part = sides(corpus, **group)
    quotes = part.tables.get("quotes", pd.DataFrame(columns=_QUOTES))
    terms = keywords.terms(part.tables["sentences"], quotes)
    return keywords.against(terms, part.articles, part.articles["side"] == GROUP)


def in_words(keys: pd.DataFrame) -> str:
    """What the comparison may be taken to say, in a sentence."""
    events = int(keys["events"].max()) if len(keys) else 0
    if events < statistics.FEWEST:
        return (
            f"Both sides tell {events} event{'s' * (events != 1)}; below {statistics.FEWEST} no "
            "difference in their words can be told from chance, and none is claimed."
        )
    sure = int((keys["chance"] <= keywords.SURE).sum())
    return (
        f"Of {keys['chance'].notna().sum()} words tested on {events} events, {sure} differ beyond "
        "chance (at 5 % over all words)."
    )
