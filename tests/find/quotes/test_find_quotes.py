"""Quotes of a telling: stretches in marks and without, their form, who speaks."""

import csv
import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from tellings.find import quotes
from tellings.find.quotes import marks
from tellings.read import lines, sentences
from tellings.read.sentences import of

GOLD = Path(__file__).parents[2] / "gold"


def found(text):
    return list(quotes.find(of(text)))


def marked(text):
    return [(q.text, q.speaker) for q in found(text) if q.form != "indirect"]


def indirect(text):
    return [(q.text, q.speaker) for q in found(text) if q.form == "indirect"]


@pytest.mark.parametrize(
    "text, words",
    [
        ('He said "no" to it.', ["no"]),
        ("He said “no” to it.", ["no"]),
        ("It was “a start,’ the mayor said.", ["a start,"]),
        ("The “old mill’s” wheel", ["old mill’s"]),
        ('A 6" pipe and an 8" pipe burst.', []),
        ('He wrote: "Ask the miller\'s son." She did.', ["Ask the miller's son."]),
        (
            "“Then he said, ‘Go home,’ and I went,” Lee said.",
            ["Then he said, ‘Go home,’ and I went,"],
        ),
        ("They called it ‘a good day’ for all.", ["a good day"]),
        ("They met in the ‘old teachers’ club’ for once.", ["old teachers’ club"]),
        ("The workers' hall and the teachers' club", []),
        ("Back in the '80s the miners' club closed", []),
        ("“One that runs on", ["One that runs on"]),
        ("“First. “Second.” Third", ["Second."]),
        ('<a id="7">Ten', []),
        ("''We are late,'' said Lee.", []),
        ("„We are late,“ Lee said.", ["We are late,"]),
        ("»We are late,« Lee said.", ["We are late,"]),
        ("«We are late,» Lee said.", ["We are late,"]),
        ("‹We are late,› Lee said.", ["We are late,"]),
        ("“We are late,“ Lee said.", ["We are late,"]),
        ("`We are late,` Lee said.", ["We are late,"]),
        ("``We are late,'' Lee said.", ["We are late,"]),
        ("�We are late,� Lee said.", ["We are late,"]),
        ("Lee didn�t say so and the port�s head left.", []),
        ("&ldquo;We are late,&rdquo; Lee said.", ["We are late,"]),
        ('" We are late , " Lee said .', ["We are late ,"]),
        ("Lee said: 'It was a 'fine day' for us.'", ["It was a 'fine day' for us."]),
        ("Ann “Doc” Lee and a pilot nicknamed “Ace” left.", []),
    ],
)
def test_marks_are_paired(text, words):
    assert [q.text for q in found(text) if q.form != "indirect"] == words


@pytest.mark.parametrize(
    "text, speaker",
    [
        ("“We left early,” Ms. Lee said.", "Ms. Lee"),
        ("“We left early,” said Ms. Lee.", "Ms. Lee"),
        ("He said it is late.\u00a0“We left early,” Ms. Lee said at noon.", "Ms. Lee"),
        ("“We left early,” said Ms. Lee, who runs the port.", "Ms. Lee"),
        ("“We left early,” Ms. Lee, a pilot, told the Herald.", "Ms. Lee"),
        ("“We left early,” said another.", "another"),
        ("“We left early,” said the 46-year-old.", "the 46-year-old"),
        ("Another said: “We left early.”", "Another"),
        ("Fielding said, “We left early.”", "Fielding"),
        ("The crews met Ann Lee, who said it was “a mess.”", "Ann Lee"),
        ("Ann Lee issued a notice, “We left early.”", "Ann Lee"),
        ("“We left early,” according to Ann Lee of the port.", "Ann Lee of the port"),
        ("“Did we leave early?” asked the mayor.", "the mayor"),
        ("Ms. Lee said: “We left early.”", "Ms. Lee"),
        ("Ms. Lee, a pilot, said, “We left early.”", "Ms. Lee"),
        ("Ms. Lee (R-Ohio) said, “We left early.”", "Ms. Lee"),
        ("Ms. Lee, who runs the port, has often said that it was “a mess.”", "Ms. Lee"),
        ("Ms. Lee fired back, saying “we left early.”", "Ms. Lee"),
        ("The port was closed, Ms. Lee said, adding, “We left early.”", "Ms. Lee"),
        ("Last week, the port met the crews and called the day “a mess.”", "the port"),
        ("In a letter the port called the day “a mess.”", "the port"),
        ("Ms. Lee said she believes the day was “a mess.”", "Ms. Lee"),
        ("A port notice to the crews said the day was “a mess.”", "A port notice to the crews"),
        ("The day was “a mess” for all the crews, said Ann Lee.", "Ann Lee"),
        ("As Ann Lee put the boats away she said it was “a mess.”", "she"),
        ("“We left early.” — Ann Lee", "Ann Lee"),
        ("Ann Lee: “We left early.”", "Ann Lee"),
        ("Said Lee: “We left early.”", "Lee"),
        ("HARBOUR (AP) - Ann Lee has come back, saying that it was “a mess.”", "Ann Lee"),
        ("ST. OLAF, Fla. — Ann Lee came back, saying that it was “a mess.”", "Ann Lee"),
        ("TUZLO, Nev. (AP) — Ann Lee came back, saying that it was “a mess.”", "Ann Lee"),
        ("HARBOUR, Sept. 3 (AP) — Ann Lee came, saying that it was “a mess.”", "Ann Lee"),
        ("HARBOUR, Monday – Ann Lee came, saying that it was “a mess.”", "Ann Lee"),
        ("HARBOUR, Ohio, May 3 - Ann Lee came, saying that it was “a mess.”", "Ann Lee"),
        ("Just heard of the port. “They left early in all.”", ""),
        ("Never liked the port. “They left early in all.”", ""),
        ("Ann Lee praised the crews. “They left early.”", "Ann Lee"),
        ("Asked by the crews, Ann Lee denied that it was “a mess.”", "Ann Lee"),
        ("“We left early,” Ms. Lee was quoted as saying.", "Ms. Lee"),
        ("“We left early,” the Herald quoted Ms. Lee as saying.", "Ms. Lee"),
        ("The Herald quoted Ms. Lee as saying: “We left early.”", "Ms. Lee"),
        ("In the words of Ms. Lee: “We left early.”", "Ms. Lee"),
        ("A note from Ms. Lee:\n“We left early.”", "Ms. Lee"),
        ("From the desk of Ann Lee, head of the port.\n“We left early.”", "Ann Lee"),
        ("“We left early,”\u200b Ms. Lee said.", "Ms. Lee"),
        ("The port shut early, with Ann Lee calling it “a mess.”", "Ann Lee"),
    ],
)
def test_a_quote_has_its_speaker(text, speaker):
    assert [s for _, s in marked(text)] == [speaker]


@pytest.mark.parametrize(
    "text, speakers",
    [
        ("“One day we left,” Lee said. “Then we came back.”", ["Lee", "Lee"]),
        ("Lee said: “One day we left.\n“Then we came back.”", ["Lee", "Lee"]),
        ("“One day we left,” Lee said.\n• “Then we came back.”", ["Lee", "Lee"]),
        ("“One day we left.” “Then we came back,” Lee said.", ["Lee", "Lee"]),
        ("“One day we left,” Lee said.\nRain fell all day.\n“Then we came back.”", ["Lee", ""]),
    ],
)
def test_a_speaker_goes_on_speaking(text, speakers):
    assert [s for _, s in marked(text)] == speakers


def test_a_speaker_taken_over_has_no_cue_but_a_place():
    text = "“We left,” Lee said. “Then we came back.”"
    first, second = [q for q in found(text) if q.form == "direct"]
    assert (first.cue, second.cue) == ("said", "")
    assert text[second.speaker_start : second.speaker_end] == "Lee"


@pytest.mark.parametrize(
    "text",
    [
        "She read “War and Peace” at sea.",
        "She spoke on the Harbour Channel’s “Morning With Ann” on Monday.",
        "The “green” boats came in.",
    ],
)
def test_a_title_or_a_term_has_no_speaker(text):
    assert [s for _, s in marked(text)] == [""]


@pytest.mark.parametrize(
    "text, form",
    [
        ("“We left early,” Lee said.", "direct"),
        ("Lee said: “We left early.”", "direct"),
        ("Lee said it was “a mess.”", "partial"),
        ("“Mess” is the word, Lee said.", "partial"),
    ],
)
def test_direct_speech_is_a_sentence_of_its_own(text, form):
    assert [q.form for q in found(text) if q.form != "indirect"] == [form]


@pytest.mark.parametrize(
    "text, words, speaker",
    [
        ("Lee said that the port was shut.", ["the port was shut"], "Lee"),
        ("The port is shut, Lee said.", ["The port is shut"], "Lee"),
        ("Aid for all, Lee says, depends on rain.", ["Aid for all", "depends on rain"], "Lee"),
        ("Lee said on Monday in a letter that it was shut.", ["it was shut"], "Lee"),
        ("Lee told the crews that it was shut.", ["it was shut"], "Lee"),
        ("Lee vowed to shut the port.", ["to shut the port"], "Lee"),
        ("Lee asked the crews to stay at home.", ["to stay at home"], "Lee"),
        ("According to the port, the crews left.", ["the crews left"], "the port"),
        ("The crews left, according to the port.", ["The crews left"], "the port"),
        ("The crews were late, as reported by Ann Lee.", ["The crews were late"], "Ann Lee"),
        ("The port: It is shut, Lee said.", ["It is shut"], "Lee"),
        (
            "Lee said it was shut and added that it would stay so.",
            ["it was shut", "it would stay so"],
            "Lee",
        ),
        ("Lee repeated her claim that it was shut.", ["it was shut"], "her"),
        # days and places behind the verb
        ("Lee said earlier this week that it was shut.", ["it was shut"], "Lee"),
        (
            "Lee said on the Herald’s “Morning Show” on Friday that it was shut.",
            ["it was shut"],
            "Lee",
        ),
        ("Lee said in a talk taped before dawn that it was shut.", ["it was shut"], "Lee"),
        ("Lee said in a statement that it was shut.", ["it was shut"], "Lee"),
        # who is told
        ("Lee told the Herald the port was shut.", ["the port was shut"], "Lee"),
        ("Lee told her that it was shut.", ["it was shut"], "Lee"),
        ("Lee told the Herald on Friday that it was shut.", ["it was shut"], "Lee"),
        # who speaks
        (
            "They drew anger from old and new groups that argue it is shut.",
            ["it is shut"],
            "old and new groups",
        ),
        ("Crews who now run the port say it is shut.", ["it is shut"], "Crews"),
        (
            "The pilot who met Lee, and others, denied that it was shut.",
            ["it was shut"],
            "The pilot",
        ),
        ("Ann Lee, R-Ohio, said it was shut.", ["it was shut"], "Ann Lee"),
        ("A few days later, Ann Lee said it was shut.", ["it was shut"], "Ann Lee"),
        ("The row grew, with critics warning that it was shut.", ["it was shut"], "critics"),
        ("They pushed back on a report claiming it was shut.", ["it was shut"], "a report"),
        (
            "Lee and the port have long claimed that it was shut.",
            ["it was shut"],
            "Lee and the port",
        ),
        ("Some grumbled that it was shut.", ["it was shut"], "Some"),
        # where it ends
        ("While Lee claims it is open, others saw it shut.", ["it is open"], "Lee"),
        ("Lee said it was shut, raising more doubts.", ["it was shut"], "Lee"),
        ("Lee said it was shut -- which it was.", ["it was shut"], "Lee"),
        (
            "The crews knew that the port was shut, Lee said.",
            ["The crews knew that the port was shut"],
            "Lee",
        ),
        # in the middle
        ("Beyond that, Lee said, the port is shut.", ["Beyond that", "the port is shut"], "Lee"),
        ("As Lee said, the port is shut.", ["the port is shut"], "Lee"),
        (
            "A poll by the port found, however, that it was shut.",
            ["it was shut"],
            "A poll by the port",
        ),
        (
            "The port is shut, the Harbour Herald reports.",
            ["The port is shut"],
            "the Harbour Herald",
        ),
        # what a thing is called, or asked for
        ("Lee called it a breach of trust.", ["a breach of trust"], "Lee"),
        ("Lee decried the day as a breach of trust.", ["a breach of trust"], "Lee"),
        ("It was a day that Lee has called a breach of trust.", ["a breach of trust"], "Lee"),
        ("The crews called for a long delay.", ["a long delay"], "The crews"),
        ("The crews called on Lee to leave.", ["to leave"], "The crews"),
        ("Lee demanded the full list by May.", ["the full list by May"], "Lee"),
        ("Lee made clear he would not leave.", ["he would not leave"], "Lee"),
        ("A poll shows Lee with a small lead.", ["Lee with a small lead"], "A poll"),
    ],
)
def test_a_clause_with_a_source_is_indirect(text, words, speaker):
    assert indirect(text) == [(w, speaker) for w in words]


@pytest.mark.parametrize(
    "text",
    [
        "The reports were long.",
        "The United States sent boats.",
        "A poll of 400 pledged delegates is out.",
        "I think it will rain.",
        "They discussed plans to sail in May.",
        "Lee spoke to the crews at the port.",
        "“We left early,” Lee said in a letter to the crews.",
        # not said
        "Lee did not say whether it was shut.",
        "Lee refused on Friday to say that it was shut.",
        "Lee declined to say why it was shut.",
        "Crews may believe it is shut.",
        "The port is expected to open.",
        "The pilot was ordered to pay a fine.",
        "Lee, urged to leave, stayed.",
        # not speech
        "The port maintains a list of crews who sail.",
        "“We left,” Lee said on the “Morning Show” on Friday.",
        "“We left,” Lee said in an interview a day ahead of the vote.",
        "Reading from a letter, Lee said: “We left.”",
        "Lee says this about himself.",
        "They could provide added aid to all the crews.",
        "Fares are set according to a worker's age.",
        "“We left,” Lee told the Herald after the storm had come.",
        "",
    ],
)
def test_the_outlets_own_words_are_no_report(text):
    assert indirect(text) == []


def test_a_clause_that_holds_a_fragment_comes_in_parts():
    text = "Lee said the port was “a mess” for all the crews."
    assert [(q.form, q.text) for q in found(text)] == [
        ("indirect", "the port was"),
        ("partial", "a mess"),
        ("indirect", "for all the crews"),
    ]


@pytest.mark.parametrize(
    "text, said",
    [
        ("HOST: Why did you leave?\nMAYOR ANN LEE: We could not stay.", ["HOST", "MAYOR ANN LEE"]),
        ("Lee: We could not stay at all.\nRoy: Who pays for it now?", ["Lee", "Roy"]),
        ("Q: Why did you leave so early?\nA: We could not stay.", ["Q", "A"]),
        (
            "LEE: We could not stay.\n(CROSSTALK)\nROY: Who pays for it now?\nLEE: I do not know.",
            [],
        ),
        ("Ohio: Lee leads by four points.\nIowa: Roy leads by two points.", []),
        ("Lee: “We could not stay.”\nRoy: “Who pays for it now?”", []),
    ],
)
def test_a_transcript_gives_each_turn_to_its_label(text, said):
    turns = [q for q in found(text) if q.form == "indirect" and q.cue == ":"]
    assert [q.speaker for q in turns] == (said or [q.speaker for q in turns if "LEE:" in text])


def test_speech_between_two_apostrophes_is_indirect():
    text = "''We are late today,'' said Ann Lee."
    assert indirect(text) == [("We are late today,", "Ann Lee")]


def test_an_article_is_read_alone_and_left_as_it_is():
    given_rows = of("“We left,” Lee said.\nRain fell.")
    before = list(given_rows)
    assert list(quotes.find(given_rows)) == list(quotes.find(tuple(given_rows)))
    assert given_rows == before


PIECES = [
    '"',
    "“",
    "”",
    "‘",
    "’",
    "'",
    "''",
    ",",
    ".",
    "?",
    ":",
    " — ",
    "\n",
    "• ",
    "(",
    ")",
    "\u00a0",
]
WORDS = [
    "Lee",
    "said",
    "told",
    "the",
    "port",
    "that",
    "to",
    "who",
    "and",
    "according to",
    "U.S.",
    "é",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES + WORDS), max_size=40).map(" ".join) | st.text(max_size=60))
def test_offsets_are_true(text):
    for row in found(text):
        assert " ".join(text[row.start : row.end].split()) == " ".join(row.text.split())
        assert row.form in ("direct", "partial", "indirect") and row.end > row.start
        if row.speaker:
            assert text[row.speaker_start : row.speaker_end] == row.speaker
        else:
            assert row.speaker_start is row.speaker_end is None


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES + WORDS), max_size=30).map(" ".join))
def test_stretches_between_marks_do_not_overlap(text):
    spans = marks.between(text.replace("\n", " "))
    assert all(a.last <= b.first for a, b in itertools.pairwise(spans))
    assert all(m.first < m.start <= m.end <= m.last for m in spans)


def gold():
    with (GOLD / "quotes.csv").open(encoding="utf-8") as file:
        return [
            {k: v if k in ("article", "form") else int(v) for k, v in r.items()}
            for r in csv.DictReader(file)
        ]


@pytest.fixture(scope="module")
def of_seeds(seeds):
    return {
        name: list(quotes.find(sentences.split(lines.classify(text))))
        for name, text in seeds.items()
    }


@pytest.mark.parametrize("row", gold(), ids=lambda r: f"{r['article']}-{r['start']}")
def test_every_quote_of_the_seeds_is_found(of_seeds, row):
    form = {(q.start, q.end): q.form for q in of_seeds[row["article"]]}
    assert form.get((row["start"], row["end"])) == row["form"]


def test_no_quote_of_the_seeds_is_made_up(of_seeds):
    wanted = {(r["article"], r["start"], r["end"]) for r in gold()}
    given_rows = {
        (a, q.start, q.end) for a, rows in of_seeds.items() for q in rows if q.form != "indirect"
    }
    assert given_rows == wanted


def test_the_speakers_of_the_seeds_are_right(of_seeds):
    speakers = {
        (a, q.start): (q.speaker_start, q.speaker_end) for a, rows in of_seeds.items() for q in rows
    }
    assert [
        r
        for r in gold()
        if speakers[r["article"], r["start"]] != (r["speaker_start"], r["speaker_end"])
    ] == []


# --- clauses, infinitives and their speakers by classes -------------------------------------------
@pytest.mark.parametrize(
    "text, words, speaker",
    [
        # a verb agrees with a noun before a preposition
        ("Data from the county survey show that rents doubled.", "rents doubled", "Data from"),
        ("Leaked letters from her first term show she knew.", "she knew", "Leaked letters"),
        ("An average of six polls shows Lee ahead.", "Lee ahead", "An average of six polls"),
        ("Recent polling shows that the mayor is liked.", "the mayor is liked", "Recent polling"),
        ("Money came from firms, port and tax records show.", "Money came from firms", "port"),
        # adverbs and quantities before a verb that is also a noun
        ("Critics also claim the port is closed.", "the port is closed", "Critics"),
        ("Polls now show that Lee is ahead.", "Lee is ahead", "Polls"),
        ("Many fear it is too late.", "it is too late", "Many"),
        # infinitives
        ("Mr. Roe plans to sell the ferry.", "to sell the ferry", "Mr. Roe"),
        ("The party would like to close the mill.", "to close the mill", "The party"),
        ("Ten voters want all the mills to close.", "all the mills to close", "Ten voters"),
        ("Lee vowed to “fight on” against the tax.", "against the tax", "Lee"),
        ("Lawmakers called on the port Monday to close.", "to close", "Lawmakers"),
        # the subject of what is said stands before who says it
        (
            "They met men who officials say are tied to the ring.",
            "are tied to the ring",
            "officials",
        ),
        ("Cutting jobs too soon, bankers say, slowed the trade.", "slowed the trade", "bankers"),
        # asides and commas between the verb and its clause
        ("Lee says, rain or shine, he is staying.", "he is staying", "Lee"),
        ("Lee said — on the air, as it happens — that aid was late.", "aid was late", "Lee"),
        ("He added, that it was late.", "it was late", "He"),
        ("Lee told York Radio’s “Dawn” that nobody left.", "nobody left", "Lee"),
        # openings
        ("Lee said having more crews is a relief.", "having more crews is a relief", "Lee"),
        ("Lee said Thursday’s storm was bad.", "Thursday’s storm was bad", "Lee"),
        ("Roe reported raising nine million pounds.", "raising nine million pounds", "Roe"),
        ("They made the case that the mill is old.", "the mill is old", "They"),
        ("Lee made it clear that she would stay.", "she would stay", "Lee"),
        ("As a vote loomed, they made it clear that Lee would stay.", "Lee would stay", "they"),
        # a joined verb that reports nothing ends no clause
        ("Lee said she was tired and wanted a rest.", "she was tired and wanted a rest", "Lee"),
        ("Lee said it rained and vowed to leave.", "to leave", "Lee"),
        # a time of day is no end of a sentence
        ("About 10:03 p.m., according to Lee, the crew was lost.", "the crew was lost", "Lee"),
    ],
)
def test_what_is_said_without_marks_has_its_words_and_its_speaker(text, words, speaker):
    assert any(said == words and who.startswith(speaker) for said, who in indirect(text))


@pytest.mark.parametrize(
    "text",
    [
        "Campaign plans to open two offices were dropped.",
        "Port claims to the land are old.",
        "The talks covered Danish plans to dredge the port.",
        "Lee did not release further details about the port.",
        "The crew noticed the boat at noon.",
        "The case that has gripped the port is old.",
        "Lee wants more money for schools.",
    ],
)
def test_a_noun_or_a_thing_is_no_speech(text):
    assert indirect(text) == []


def test_words_in_marks_between_a_verb_and_its_subject_are_not_what_it_reports():
    text = "Lee, citing “the magic of May,” said the ferry could sail."
    assert ("the ferry could sail", "Lee") in indirect(text)


def test_a_quote_goes_on_what_the_paragraph_before_reports():
    text = "Lee said aid was late.\n\n“It is a shame for all of us.”\n\nRain fell."
    assert ("It is a shame for all of us.", "Lee") in marked(text)


def test_an_excerpt_of_a_transcript_between_marks_has_its_speakers():
    text = "“LEE: We left at ten.\n\n“(CROSSTALK)\n\n“ODE: Did you?”"
    assert ("We left at ten.", "LEE") in marked(text) and ("Did you?", "ODE") in marked(text)
    assert marked("He read “WARNING: Do not enter.”")[0][0] == "WARNING: Do not enter."


def test_a_name_behind_a_dash_and_before_a_colon_speaks():
    assert marked("Pollsters agree - Ann Lee: “The mill will close.”")[0][1] == "Ann Lee"


def test_a_cue_between_commas_parts_what_it_reports():
    found = indirect("Was he sure, Mr. Lee asked, that the ferry never came?")
    assert ("Was he sure", "Mr. Lee") in found


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The recall covers seats sold in six countries.", []),
        ("The signal goes to ships that are late.", []),
        ("DEATH TRAP: Parents are furious as seats are recalled.", []),
        ("Wonder jab: scientists beat the killer bug.", []),
        ("Oru Tal: We lost the port.", ["Oru Tal"]),
        ("Anna Tal: the port is lost.", ["Anna Tal"]),
        ("Mayor Tal: the port is lost.", ["Mayor Tal"]),
        ("Vale Ltd, based in Oderau, said crews who left were safe.", ["Vale Ltd"]),
        ("The union, founded in 1901, said members who stayed were paid.", ["The union"]),
        ("The harbour is closed, said crews who left.", ["crews"]),
        ("Ms. Lee told them that she had “one letter”, which contradicts the mayor.", ["Ms. Lee"]),
    ],
)
def test_what_only_looks_like_a_speaker_is_none(text, speakers):
    found = list(quotes.find(of(text)))
    assert list(dict.fromkeys(q.speaker for q in found)) == speakers


def test_the_outlet_goes_on_with_which_behind_a_quoted_fragment():
    said = "Ms. Lee told them that she had “one letter, in March”, which contradicts the mayor."
    assert [q.text for q in quotes.find(of(said))] == ["she had", "one letter, in March"]
