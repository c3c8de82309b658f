"""The second opinion on reported speech: a stand-in for a model's parse in, doubts out."""

import pytest

from tellings.find import quotes
from tellings.read.sentences import of
from tellings.text import models


def tree(table):
    """What a model makes of a text: a table with a line "word head dep pos" for each word."""
    rows = [line.split() for line in table.strip().splitlines()]
    words = [r[0] for r in rows]
    return words, [words.index(r[1]) for r in rows], [r[2] for r in rows], [r[3] for r in rows]


GOES_ON = """
The port det DET
port claims nsubj NOUN
claims saw advcl VERB
tides are nsubj NOUN
are claims ccomp AUX
low are acomp ADJ
, saw punct PUNCT
others saw nsubj NOUN
saw saw ROOT VERB
waves saw dobj NOUN
"""
NO_VERB = """
His letters poss PRON
letters left nsubj NOUN
to letters prep ADP
Lee states nmod PROPN
states to pobj NOUN
aid was nsubj NOUN
was left ccomp AUX
late was acomp ADJ
left left ROOT VERB
"""
NO_CLAUSE = """
The line det DET
line reads nsubj NOUN
Lee warned nsubj PROPN
warned line acl VERB
the story det DET
story warned dobj NOUN
reads reads ROOT VERB
well reads advmod ADV
"""
AGREES = """
The port det DET
port said nsubj NOUN
said said ROOT VERB
tides are nsubj NOUN
are said ccomp AUX
low are acomp ADJ
today are npadvmod NOUN
"""
ASIDE = """
Tides are nsubj NOUN
, are punct PUNCT
Lee added nsubj PROPN
added are parataxis VERB
~, are punct PUNCT
are are ROOT AUX
low are acomp ADJ
"""


@pytest.fixture
def parsed(monkeypatch):
    """A model that knows one text's parse, by its words."""
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed: make spacy")
    vocabulary = spacy.blank("en").vocab

    def install(table):
        words, heads, deps, pos = tree(table)
        words = [w.strip("~") for w in words]
        spaces = [after != "," for after in [*words[1:], ""]]
        made = spacy.tokens.Doc(vocabulary, words, spaces, heads=heads, deps=deps, pos=pos)
        model = type("Model", (), {"pipe": lambda self, texts: [made for _ in texts]})()
        monkeypatch.setattr(models, "pipeline", lambda name: model)
        return made.text.strip()

    return install


def row(text, said, cue, form="indirect"):
    at = text.index(said)
    number = of(text)[0].sentence
    return quotes.Quote(number, at, at + len(said), said, form, "Lee", None, None, cue)


@pytest.mark.parametrize(
    "table, said, cue, doubt",
    [
        (GOES_ON, "tides are low, others saw waves", "claims", ("goes on past", "tides are low")),
        (GOES_ON, "tides are low", "claims", None),
        (NO_VERB, "aid was late", "states", ("the cue is no verb", "")),
        (NO_CLAUSE, "the story reads well", "warned", ("no clause", "")),
        (AGREES, "tides are low today", "said", None),
        (ASIDE, "are low", "added", None),
        (AGREES, "tides are low today", "", None),
        (AGREES, "tides are low today", ":", None),
        (AGREES, "tides are low today", "vowed", None),  # a cue that the sentence does not hold
    ],
)
def test_a_cue_must_be_a_verb_and_words_end_with_its_clause(parsed, table, said, cue, doubt):
    text = parsed(table)
    opinion = quotes.second_opinion("spacy:stand-in")
    found = list(opinion(of(text), [row(text, said, cue)]))
    if doubt is None:
        assert found == []
        return
    (one,) = found
    assert one.why.startswith(doubt[0]) and one.kept == doubt[1]
    assert text[one.start : one.end] == one.text and one.text.startswith(one.kept)


def test_words_between_marks_are_not_doubted(parsed):
    text = parsed(NO_VERB)
    opinion = quotes.second_opinion("spacy:stand-in")
    assert not list(opinion(of(text), [row(text, "aid was late", "states", "direct")]))


def test_without_a_model_nothing_is_doubted():
    said = list(quotes.find(of("The port said aid was late.")))
    assert said and not list(quotes.second_opinion("rules")(of("The port said it."), said))


def test_an_unknown_opinion_is_refused():
    with pytest.raises(ValueError, match="unknown finder of names 'nltk'; known: rules, spacy:"):
        quotes.second_opinion("nltk")


def test_a_trained_model_agrees_with_plain_speech():
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed: make spacy")
    installed = spacy.util.get_installed_models()
    if not installed:
        pytest.skip("no trained spaCy model is installed")
    text = "The mayor said the bridge was closed. According to the port, two ships sank."
    said = list(quotes.find(of(text)))
    assert len(said) == 2
    for model in installed:
        assert not list(quotes.second_opinion(f"spacy:{model}")(of(text), said))
