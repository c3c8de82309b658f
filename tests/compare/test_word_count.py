"""A telling has one number of words, whichever table gives it."""

import pandas as pd
import pytest

from tellings import tables
from tellings.compare import entities, framing, ingest
from tellings.compare.corpus import subcorpus
from tellings.compare.quotes import voices
from tellings.find import framing as wordings, readability
from tellings.find.framing import Wording
from tellings.find.quotes import Quote, find as quotes_of
from tellings.find.readability import SentenceCount
from tellings.parallel import each
from tellings.read import lines
from tellings.read.lines import Line
from tellings.read.sentences import Sentence, split

ODD = (
    "A plan – if any –\n\nThe “two-\nday” talks ... ended at 5 p.m. * * * Nobody – he said – won.\n"
)


@pytest.fixture(scope="module")
def told(seeds):
    texts = dict(seeds) | {"odd": ODD}
    read = {i: lines.classify(text) for i, text in texts.items()}
    one = pd.concat([tables.frame(r, Line).assign(article_id=i) for i, r in read.items()])
    said = {i: split(r) for i, r in read.items()}
    sentences = pd.concat(
        [tables.frame(r, Sentence).assign(article_id=i) for i, r in said.items()],
        ignore_index=True,
    )
    articles = pd.DataFrame({"article_id": list(texts)})
    articles = articles.assign(event_id="e", telling=articles["article_id"], outlet="o")
    return one, sentences, articles.assign(published="2024-04-18")


def test_every_table_counts_the_same_words(told):
    one, sentences, articles = told
    quoted = each(sentences, quotes_of, Quote)
    framed = each(sentences, wordings.find, Wording, quotes=quoted)
    counts = each(sentences, readability.find, SentenceCount)
    ingested = ingest.words(ingest.counts(one), articles)
    corpus = subcorpus.of(articles, sentences=sentences, quotes=quoted)
    by_voice = {
        v: subcorpus.sizes(subcorpus.only(corpus, voice=v)) for v in ("own", "attributed", "quoted")
    }
    found = pd.DataFrame(
        {
            "entities": entities.story(articles, sentences).set_index("article_id")["story_words"],
            "framing": framing.wording(framed, sentences, articles)
            .groupby("article_id")["words"]
            .first(),
            "quotes": voices.counts(quoted, sentences, articles)
            .groupby("article_id")["words"]
            .sum(),
            "readability": counts.groupby("article_id")["words"].sum(),
            "ingest": ingested[ingested["read"]].groupby("article_id")["words"].sum(),
            "explore": subcorpus.sizes(corpus).set_index("article_id")["words"],
            "explore by voice": pd.concat(by_voice.values()).groupby("article_id")["words"].sum(),
        }
    )
    assert (found.nunique(axis=1) == 1).all(), found
