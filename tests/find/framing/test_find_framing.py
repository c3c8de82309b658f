"""Framing words: names, reporting verbs, hedges, boosters, passives, each with its voice."""

import csv
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, strategies as st

from tellings.find import quotes
from tellings.find.framing import find, passives
from tellings.read import files, lines, sentences
from tellings.read.sentences import of
from tellings.text.tokens import Whole

HERE = Path(__file__).parents[2]


def listed(name: str) -> list[dict]:
    with (HERE / "gold" / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


SEEDS = HERE.parent / "seeds"
MOVE = files.naming(SEEDS)  # the seeds' own naming set


def found(text: str, group: str, said=()) -> list[tuple[str, str]]:
    return [(w.text, w.term) for w in find(of(text), said, MOVE) if w.group == group]


def seed(file: str):
    text = (SEEDS / file).read_text(encoding="utf-8")
    cut = sentences.split(lines.classify(text))
    return list(find(cut, list(quotes.find(cut)), MOVE))


@pytest.mark.parametrize("file", sorted({r["file"] for r in listed("framing_naming")}))
def test_names_of_the_seeds_are_found_by_offset_and_no_others(file):
    wanted = {
        (int(r["start"]), int(r["end"])) for r in listed("framing_naming") if r["file"] == file
    }
    assert {(w.start, w.end) for w in seed(file) if w.group == "naming"} == wanted


def test_the_suite_itself_knows_no_names_of_a_story():
    assert not [w for w in find(of("Rafah fears an invasion.")) if w.group == "naming"]


def test_a_name_is_shown_as_the_outlet_wrote_it():
    text = "Illegal immigrants and undocumented migrants came; Rafah was invaded."
    terms = [term for _, term in found(text, "naming")]
    assert terms == ["illegal immigrants", "undocumented migrants", "invade"]


@pytest.mark.parametrize(
    "text, words",
    [
        ("The mayor slammed the plan.", ["slammed"]),
        ("Critics lashed out at the board.", ["lashed out"]),
        ("Slaughter and starvation go on.", ["Slaughter", "starvation"]),
        ("The cattle were sold for slaughter.", []),
        ("A slaughter house burnt down.", []),
        ("They gave unconditional support.", ["unconditional"]),
        ("It asked for unconditional surrender.", []),
        ("She pleaded guilty.", []),
        ("They sent arms and ammunition to the town.", []),
        ("The report gave ammunition to critics.", ["gave ammunition to"]),
        ("She pleaded with the court.", ["pleaded with"]),
        ("Explosives and explosive devices were found.", []),
        ("An explosive claim on toxic waste.", ["explosive claim"]),
        ("A toxic feud went on.", ["toxic", "feud"]),
        ("The magazine Fury and Wrath Records closed.", []),
        ("Fury Road opened on Monday.", []),
        ("Fury met the plan. “Outrageous,” she said.", ["Fury", "Outrageous"]),
        ("He hit back. At noon it rained.", []),
    ],
)  # fmt: skip
def test_strong_words_are_loaded_words_and_no_plain_ones_or_names(text, words):
    assert [text for text, _ in found(text, "strong")] == words


def test_a_headline_in_capitals_has_strong_words():
    (headline,) = of("Mayor Slams Reckless Plan for the Old Bridge")
    rows = list(find([headline._replace(zone="headline")]))
    assert [w.text for w in rows if w.group == "strong"] == ["Slams", "Reckless"]


def test_a_strong_word_of_somebody_else_is_labelled():
    text = "“It is a disgraceful farce,” the mayor said. The farce went on."
    rows = [w for w in find(of(text), list(quotes.find(of(text)))) if w.group == "strong"]
    assert [(w.text, w.voice) for w in rows][-1] == ("farce", "own")
    assert {w.voice for w in rows[:-1]} == {"quoted"} and all(w.weight >= 2 for w in rows)


@pytest.mark.parametrize(
    "text, voice",
    [
        ("Voters called the plan reckless.", "attributed"),
        ("Rivals portrayed the plan as a disastrous deal.", "attributed"),
        ("Members panned the plan as disastrous for the valley.", "attributed"),
        ("Neighbours have branded it a farce.", "attributed"),
        ("Doctors credit the law for drastically lower bills.", "attributed"),
        ("They blamed the mayor for the fiasco.", "attributed"),
        ("Both sides agree on this: that a reckless plan failed.", "attributed"),
        ("The board called a meeting after the disastrous flood.", "own"),
        ("They blamed the mayor. The fiasco went on.", "own"),
        ("The fiasco was blamed on the mayor.", "own"),
    ],
)
def test_what_somebody_calls_a_thing_is_no_word_of_the_outlet(text, voice):
    assert [w.voice for w in find(of(text)) if w.group == "strong"] == [voice]


def test_strong_words_of_the_seeds_stand_in_the_outlets_own_voice():
    rows = [w for w in seed("000_9a6132da83e6163b.txt") if w.group == "strong"]
    own = {w.text for w in rows if w.voice == "own"}
    assert {"slaughter", "starvation", "unconditional"} <= own


@pytest.mark.parametrize(
    "text, names",
    [
        ("Troops may invade Rafah.", ["invade"]),
        ("Rafah fears a ground offensive.", ["ground offensive"]),
        ("Rafah waits. They plan to attack the city.", ["attack"]),
        ("Rafah waits. An attack on Tyre killed two.", []),
        ("Rafah waits. An invasion of Lebanon would follow.", []),
        ("Rafah waits. The invasion on Monday failed.", ["invasion"]),
        ("The operation on her knee went well.", []),
        ("An operation in parts of eastern Rafah began.", ["operation"]),
        ("Refugees and asylum seekers arrived.", ["Refugees", "asylum seekers"]),
        (
            "Illegal immigrants, said one; migrants, said another.",
            ["Illegal immigrants", "migrants"],
        ),
    ],
)
def test_a_name_counts_where_it_names_the_thing(text, names):
    assert [text for text, _ in found(text, "naming")] == names


def test_a_researcher_adds_and_removes_names():
    more = [
        SimpleNamespace(topic="strike", kind="name", form="walkout", term="walkout"),
        SimpleNamespace(topic="people who migrate", kind="name", form="refugees", term=""),
    ]
    rows = list(find(of("The walkout left refugees and migrants waiting."), (), more))
    assert [(w.topic, w.term) for w in rows if w.group == "naming"] == [
        ("strike", "walkout"),
        ("people who migrate", "migrants"),
    ]


@pytest.mark.parametrize(
    "text, hedges",
    [
        ("It may rain.", [("may", "modal")]),
        ("In May it rained.", []),
        ("May 5 was wet.", []),
        ("The army's might is spent.", []),
        ("A possible deal, perhaps.", [("possible", "adjective"), ("perhaps", "adverb")]),
        ("It was as if nothing had happened.", [("as if", "phrase")]),
    ],
)
def test_hedges(text, hedges):
    assert found(text, "hedge") == hedges


def test_boosters_keep_their_hyphens():
    assert found("An all-out, clearly massive push.", "booster") == [
        ("all-out", "size"),
        ("clearly", "certainty"),
        ("massive", "size"),
    ]


def test_reporting_verbs_are_the_cues_of_quotes():
    text = (
        "The mayor admitted the bridge was closed. Critics claim it never opened. She held a claim."
    )
    rows = found(text, "reporting", list(quotes.find(of(text))))
    assert rows == [("admitted", "conceding"), ("claim", "doubting")]


@pytest.mark.parametrize(
    "text, verbs",
    [
        ("Aid is late, Port Warns Ann Lee of the union.", []),  # a name or a title
        ("Warns the mayor: aid is late.", ["Warns"]),
        ("Aid Is Late, Mayor Warns Ann Lee.", ["Warns"]),
    ],
)
def test_a_capital_inside_a_sentence_makes_no_verb(text, verbs):
    at = text.lower().index("aid is late")
    said = [quotes.Quote(1, at, at + 11, text[at : at + 11], "indirect", "", -1, -1, "Warns")]
    assert [w for w, _ in found(text, "reporting", said)] == verbs


@pytest.mark.parametrize(
    "text, start",
    [
        ("She said a no. Aid is late, he said.", 31),  # behind the quote, nearer
        ("She said no. Aid is late.", 4),  # in the sentence before
        ("She said no. Wind rose. Aid is late.", None),  # two before: too far
        ("Aid is late. She said no.", 17),  # in the sentence behind
        ("Aid is late. Wind rose. She said no.", None),
        ("She said aid is late, Ann said.", 4),  # the nearer of two
        ("An unsaid word: aid is late, she said.", 33),  # whole words
    ],
)
def test_a_cue_is_the_one_nearest_to_its_quote(text, start):
    at = text.lower().index("aid is late")
    said = [quotes.Quote(1, at, at + 11, text[at : at + 11], "indirect", "", -1, -1, "said")]
    rows = [w for w in find(of(text), said) if w.group == "reporting"]
    assert [w.start for w in rows] == ([] if start is None else [start])


def test_a_verb_that_reports_does_not_hedge_as_well():
    text = "The mayor has suggested that the bridge is closed."
    said = list(quotes.find(of(text)))
    assert found(text, "reporting", said) == [("suggested", "neutral")]
    assert found(text, "hedge", said) == []


def test_words_have_the_voice_they_stand_in():
    text = "A massive fire, the mayor said, was “clearly arson”. It was massive."
    rows = [w for w in find(of(text), list(quotes.find(of(text)))) if w.group == "booster"]
    assert [(w.text, w.voice) for w in rows][1:] == [("clearly", "quoted"), ("massive", "own")]


def passives_of(text: str) -> dict[str, bool]:
    words = Whole(text)
    return {words.low[p.beyond - 1]: p.agent for p in passives.of(text, words)}


@pytest.mark.parametrize("sample", ["first", "second"])
def test_passives_of_invented_sentences(sample):
    """Labelled by hand: 117 passives the rules were mended on, 59 they had not seen."""
    right = given_ = wanted = 0
    for row in (r for r in listed("framing_passives") if r["sample"] == sample):
        gold, got = {w.strip("*") for w in row["passives"].split()}, set(passives_of(row["text"]))
        right, given_, wanted = right + len(gold & got), given_ + len(got), wanted + len(gold)
    assert right / given_ >= 0.95 and right / wanted >= 0.80


def test_agents_of_invented_sentences():
    right = of_ = 0
    for row in listed("framing_passives"):
        gold = {w.strip("*"): w.endswith("*") for w in row["passives"].split()}
        got = passives_of(row["text"])
        right += sum(gold[w] == got[w] for w in gold.keys() & got.keys())
        of_ += len(gold.keys() & got.keys())
    assert right / of_ >= 0.97


@pytest.mark.parametrize(
    "text, passive",
    [
        ("Ten have been killed.", {"killed": False}),
        ("She was told by him.", {"told": True}),
        ("It was closed by Monday.", {"closed": False}),
        ("Prices were cut by 3 percent.", {"cut": False}),
        ("It was damaged by shelling.", {"damaged": True}),
        ("He was charged by helicopter.", {"charged": False}),
        ("They are concerned.", {}),
        ("They were shocked by it.", {"shocked": True}),
        ("It is set to open.", {}),
        ("It isn't known.", {"known": False}),
        ("The money was used to buy tents.", {"used": False}),
        ("They are used to waiting; nobody is used to it.", {}),
        ("He is bent on a trip and she is set on it.", {}),
        ("It was “interpreted” as a threat.", {"interpreted": False}),
        ("It was “good” used tents sold.", {}),
        ("The law was rewritten; prices are undercut.", {"rewritten": False, "undercut": False}),
        ("The remark was ill-advised.", {}),
        ("It was overcast and the case is flawed.", {}),
        ("He's told lies, but it's built by them.", {"told": False, "built": True}),
        ("They were", {}),
        ("He's led a quiet life; she's won the race.", {}),
        ("It’s called a coup, and he’s given a medal.", {"called": False, "given": False}),
        ("He's led away by the guards.", {"led": True}),
        ("He was led a merry dance.", {"led": False}),
    ],
)
def test_passives_and_their_agents(text, passive):
    assert passives_of(text) == passive


def test_a_passive_is_shown_with_its_auxiliaries():
    assert found("Two may not have been found.", "passive") == [
        ("have been found", "agent left out")
    ]


@given(st.text(max_size=200), st.sampled_from(["may be killed. ", "Rafah İ invasion “was hit”. "]))
def test_offsets_are_true(noise, words):
    text = f"{noise}\n{words}{noise}"
    cut = of(text)
    for w in find(cut, list(quotes.find(cut))):
        assert text[w.start : w.end] == w.text and w.voice in ("own", "attributed", "quoted")


def test_no_sentences_no_rows():
    assert list(find([])) == []


def test_long_text_takes_linear_time():
    """Twice the text takes the same steps per word: counted, not timed."""
    text = "Aid was delayed and blocked by a unit, it may seem, the mayor said. " * 40
    once, twice = (len(list(find(of(t), list(quotes.find(of(t)))))) for t in (text, text * 2))
    assert abs(twice - 2 * once) <= 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The maker of Old Brack bitter, a beer, is sold.", []),
        ("She drank a Brack bitter.", []),
        ("It owns the Lund Fury, a boat.", []),
        ("It was a bitter, long fight.", ["bitter"]),
        ("The mood in Lund was bitter.", ["bitter"]),
        ("He left Lund bitter, and alone.", ["bitter"]),
    ],
)
def test_the_noun_of_a_named_thing_is_no_strong_word(text, words):
    found = find(of(text))
    assert [w.text for w in found if w.group == "strong"] == words
