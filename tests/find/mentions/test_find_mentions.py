"""Names in a telling: found in place, typed by their surroundings, linked in the article."""

import csv
import string
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from tellings.find import mentions
from tellings.find.mentions import Mention, capitals, find, finder, joints, resolve, unknown, words
from tellings.lexicons import rows
from tellings.read import lines, sentences
from tellings.read.sentences import of

SEEDS = Path(__file__).parents[3] / "seeds"
GOLD = Path(__file__).parents[2] / "gold"


def named(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.kind) for m in find(of(text))]


def entities(text: str) -> list[str]:
    return [m.entity for m in find(of(text))]


# --- the five seeds -------------------------------------------------------------------------------
def of_seed(article_id: str) -> list[Mention]:
    text = (SEEDS / f"{article_id}.txt").read_bytes().decode()
    return list(find(sentences.split(lines.classify(text))))


def gold_of_seeds() -> dict[str, list[dict]]:
    with (GOLD / "mentions.csv").open(encoding="utf-8", newline="") as file:
        found = {}
        for row in csv.DictReader(file):
            found.setdefault(row["article_id"], []).append(row)
        return found


@pytest.mark.parametrize("article_id, expected", gold_of_seeds().items())
def test_the_seeds_names_are_found_as_labelled_by_hand(article_id, expected):
    given = [
        (str(m.start), str(m.end), m.kind, m.title, m.sense, m.folds_to)
        for m in of_seed(article_id)
    ]
    columns = ("start", "end", "kind", "title", "sense", "folds_to")
    assert given == [tuple(row[c] for c in columns) for row in expected]


# --- finding --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text, expected",
    [
        ("Later Marta Kowalczyk flew to Lima.", [("Marta Kowalczyk", "PERSON"), ("Lima", "PLACE")]),
        ("He met Karine Jean-Pierre.", [("Karine Jean-Pierre", "PERSON")]),
        ("The crowd cheered Netanyahu's aides.", [("Netanyahu", "PERSON")]),
        ("Talks of US-Israel ties went on.", [("US", "PLACE"), ("Israel", "PLACE")]),
        ("A U.S.-led mission left.", [("U.S.", "PLACE")]),
        ("It was Kim Jong-un who spoke.", [("Kim Jong-un", "PERSON")]),
        ("She met Moon Jae-in there.", [("Moon Jae-in", "PERSON")]),
        ("The University of Leeds won.", [("University of Leeds", "ORG")]),
        ("They sailed the Gulf of Aden.", [("Gulf of Aden", "PLACE")]),
        ("The Food and Drug Administration said no.", [("Food and Drug Administration", "ORG")]),
        ("The Center for Strategic and Global Studies said so.",
         [("Center for Strategic and Global Studies", "ORG")]),
        ("Shares of Velmora Systems Inc. fell.", [("Velmora Systems Inc.", "ORG")]),
        ("An Israeli Air Force jet landed.", [("Israeli Air Force", "ORG")]),
        ("The German Foreign Ministry declined.", 
         [("German", "NORP"), ("Foreign Ministry", "ORG")]),
        ("AT&T and Antiwar.com agreed.", [("AT&T", "ORG"), ("Antiwar.com", "ORG")]),
        ("They watched the World Cup.", [("World Cup", "EVENT")]),
        ("It was Hurricane Rita.", [("Hurricane Rita", "EVENT")]),
        ("“Peter Lindor Memos just out,” he wrote, and that is what Lindor said.",
         [("Peter Lindor", "PERSON"), ("Lindor", "PERSON")]),
        ("He read the Marta Lindor Tapes, and then Lindor left.",
         [("Marta Lindor", "PERSON"), ("Lindor", "PERSON")]),
        ("He wanted Lindor Tapes when Marta Lindor left, as the tapes were new.",
         [("Lindor", "PERSON"), ("Marta Lindor", "PERSON")]),
        ("He owned the Lindor Rangers, said Marta Lindor.",
         [("Lindor Rangers", "ORG"), ("Marta Lindor", "PERSON")]),
        ("Talks of the two Koreas and the Carolinas went on.",
         [("Koreas", "PLACE"), ("Carolinas", "PLACE")]),
        ("They hid the Marta Velmo Lindor Tapes.", [("Marta Velmo Lindor", "PERSON")]),
        ("It held Nora Okoro Emails that Okoro sent.",
         [("Nora Okoro", "PERSON"), ("Okoro", "PERSON")]),
        ("He met Maxine Lindor Waters, and then Waters left.",
         [("Maxine Lindor Waters", "PERSON"), ("Waters", "PERSON")]),
        ("He met Peter Lindor Brooks.", [("Peter Lindor Brooks", "PERSON")]),
        ("They hired Peter Lindor Associates, which Lindor left.",
         [("Peter Lindor Associates", "ORG"), ("Lindor", "ORG")]),
        ("He told the president Wednesday.", []),
        ("Advisers to Velmora & Co. Obama knew left.",
         [("Velmora & Co.", "ORG"), ("Obama", "PERSON")]),
        ("The U.N. High Commissioner for Refugees left.",
         [("U.N. High Commissioner for Refugees", "ORG")]),
        ("Virginia Lind spoke. They say Virginia is dry.",
         [("Virginia Lind", "PERSON"), ("Virginia", "PLACE")]),
        ("Theresa May said that in May 2017 Mrs May left.",
         [("Theresa May", "PERSON"), ("May", "PERSON")]),
        ("In May or on May 5 it rained.", []),
        ("She moved to Tampa, FL, and then to Reno, NV.",
         [("Tampa", "PLACE"), ("FL", "PLACE"), ("Reno", "PLACE"), ("NV", "PLACE")]),
        ("Two Floridians met a Bostonian.", [("Floridians", "NORP"), ("Bostonian", "NORP")]),
        ("Then Obama met Xi; the Obama-Xi talks went well.",
         [("Obama", "PERSON"), ("Xi", "PERSON"), ("Obama", "PERSON"), ("Xi", "PERSON")]),
        ("Leeds beat Derby 3-0 on Saturday.", [("Leeds", "ORG"), ("Derby", "ORG")]),
        ("U.S. Treasury Secretary Ann Lee left.", [("U.S.", "PLACE"), ("Ann Lee", "PERSON")]),
        ("The Council on Foreign Affairs met.", [("Council on Foreign Affairs", "ORG")]),
        ("A spokesman for Union Velmora agreed.", [("Union Velmora", "ORG")]),
        ("He told The National that it rained.", [("The National", "ORG")]),
        ("The national mood was grim.", []),
        ("On Monday in March nothing happened.", []),
        ("Moon", []),
        ("Peter Lind and Ken Okoro met Matt Bo.",
         [("Peter Lind", "PERSON"), ("Ken Okoro", "PERSON"), ("Matt Bo", "PERSON")]),
        ("Neither Ana B. Costa nor he knew.", [("Ana B. Costa", "PERSON")]),
        ("Reportedly, he left. It was No. 14-915.", []),
        ("He Isn’t Sure, Ana Costa Says Of New Plan", [("Ana Costa", "PERSON")]),
        ("Paper Firm Sues Department Of Energy Over Waste", [("Department Of Energy", "ORG")]),
        ("Sen. Ana Costa (R-Texas) agreed.", [("Ana Costa", "PERSON"), ("Texas", "PLACE")]),
        ("It cited the Freedom of Information Act.", [("Freedom of Information Act", "OTHER")]),
        ("Ana Costa left. The Costas stayed.", [("Ana Costa", "PERSON"), ("Costas", "PERSON")]),
        ("None of the major TV networks came.", []),
        ("Turkish Americans met a Cuban-American.",
         [("Turkish Americans", "NORP"), ("Cuban", "NORP"), ("American", "NORP")]),
        ("“You’ve lost,” he said. Honestly, we left.", []),
        ("Ex-CIA men and Pro-Beijing envoys met.", [("CIA", "ORG"), ("Beijing", "PLACE")]),
        ("They won Group G and sold a T-Shirt with Vitamin C.", []),
        ("A man of DAB spoke. DAB’s vote grew, he said.", [("DAB", "ORG"), ("DAB", "ORG")]),
        ("It is A BAD DEAL, a BAD DEAL.", []),
        ("Two South Dakotans left.", [("South Dakotans", "NORP")]),
        ("U.S. District Judge Ana Costa ruled.", [("U.S.", "PLACE"), ("Ana Costa", "PERSON")]),
        ("Ana Costa is at Northern Kentucky University Hospital Trust.",
         [("Ana Costa", "PERSON"), ("Northern Kentucky University Hospital Trust", "ORG")]),
        ("Он сказал Привет.", []),
        ("The Puerto Rican Ana Lind won.", [("Puerto Rican", "NORP"), ("Ana Lind", "PERSON")]),
        ("Reporters met Anke van der Okoro.", [("Anke van der Okoro", "PERSON")]),
        ("Rosa de la Brix left.", [("Rosa de la Brix", "PERSON")]),
        ("Hope Brandvik spoke. Hope is all we have.", [("Hope Brandvik", "PERSON")]),
        ("Will Brandvik come?", [("Brandvik", "ORG")]),
        ("June Brandvik spoke. In June Brandvik left.",
         [("June Brandvik", "PERSON"), ("Brandvik", "PERSON")]),
        ("K.L. Brandvik spoke.", [("K.L. Brandvik", "PERSON")]),
        ("He asked John A. Brandvik of it.", [("John A. Brandvik", "PERSON")]),
        ("The Ministry of Trade and Ministry of Justice met.",
         [("Ministry of Trade", "ORG"), ("Ministry of Justice", "ORG")]),
        ("The Brandvik-Okoro talks ended.", [("Brandvik", "ORG"), ("Okoro", "ORG")]),
        ("UK-France talks ended.", [("UK", "PLACE"), ("France", "PLACE")]),
        ("Caterpillar said sales fell. A caterpillar fell.", [("Caterpillar", "ORG")]),
        ("Yeah. Hmm, no.", []),
        ("DA Marta Lind left.", [("Marta Lind", "PERSON")]),
        ("MARTA LIND: We won.", [("MARTA LIND", "PERSON")]),
        ("Mayor Ol\u00adga Mace\u0301 left.", [("Ol\u00adga Mace\u0301", "PERSON")]),
        ("Mayor Olga \u00adMace left.", [("Olga \u00adMace", "PERSON")]),
        ("He spoke on CBS’ “Answer the Question.” Soon Answer the Question ended.",
         [("CBS", "ORG"), ("Answer the Question", "OTHER"), ("Answer the Question", "OTHER")]),
        ("He called it “A Bad Day.”", [("Bad Day", "EVENT")]),
        ("They used Marta’s Kitchen, not Ana’s. Ana Lind left.",
         [("Marta’s Kitchen", "ORG"), ("Ana", "PERSON"), ("Ana Lind", "PERSON")]),
        ("A bill, the For the Farms Act or H.R. 12, failed.",
         [("For the Farms Act", "OTHER"), ("H.R. 12", "OTHER")]),
        ("The Boys and Girls Choir Club of Velmo sang.",
         [("Boys and Girls Choir Club of Velmo", "ORG")]),
        ("Ivo Shah met Imam Omar Lind.", [("Ivo Shah", "PERSON"), ("Omar Lind", "PERSON")]),
        ("The Velmo Divers' Union met.", [("Velmo Divers' Union", "ORG")]),
        ("A head of the Teachers’ Association left.", [("Teachers’ Association", "ORG")]),
        ("It was the Boys' Brigade that marched.", [("Boys' Brigade", "ORG")]),
        ("She led the Lawyers' Committee for Reform.",
         [("Lawyers' Committee for Reform", "ORG")]),
        ("The National Farmers' Union's chair left.", [("National Farmers' Union", "ORG")]),
        ("The Israelis' Army moved.", [("Israelis", "NORP"), ("Army", "ORG")]),
        ("The divers' Union flag was torn.", []),
        ("Reporters asked the teachers' spokesman, Ivo Lind.", [("Ivo Lind", "PERSON")]),
        ("Two Velmora Democrats and Congressional Republicans met.",
         [("Velmora", "ORG"), ("Democrats", "NORP"), ("Republicans", "NORP")]),
        ("He took the 4th Amendment to 33rd Street.",
         [("4th Amendment", "OTHER"), ("33rd Street", "PLACE")]),
        ("Special Agents Marta Lind and Ivo Brix left.",
         [("Marta Lind", "PERSON"), ("Ivo Brix", "PERSON")]),
        ("They sought IRA contributions.", []),
        ("The Deferred Aid for Rural Schools plan, or DARS, grew.",
         [("Deferred Aid for Rural Schools", "ORG"), ("DARS", "ORG")]),
        ("It told Congress of Brandvik’s plan.", [("Congress", "ORG"), ("Brandvik", "ORG")]),
        ("Putinism and anti-Semitism grew.", [("Putinism", "OTHER")]),
        ("They live in St. Brandvik now.", [("St. Brandvik", "PLACE")]),
        ("Mexico beat Chile 3-0. Peru lost 1-2. Chile drew 1-1 in Peru.",
         [("Mexico", "ORG"), ("Chile", "ORG"), ("Peru", "ORG"), ("Chile", "ORG"),
          ("Peru", "PLACE")]),
        ("Read @decampdave or https://Example.com/Path now.", []),
    ],
)  # fmt: skip
def test_a_name_is_the_longest_proper_name(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    "text, title, name",
    [
        ("Then Prime Minister Ana Costa left.", "Prime Minister", "Ana Costa"),
        ("Mr Okafor agreed.", "Mr", "Okafor"),
        ("Said Ms. Jean-Pierre.", "Ms.", "Jean-Pierre"),
        ("The former president Ada Lind spoke.", "former president", "Ada Lind"),
        ("A spokesman, Minister for Strategic Affairs Ron Dermer, left.",
         "Minister for Strategic Affairs", "Ron Dermer"),
        ("Lt. Gen. Ola Nord saluted.", "Lt. Gen.", "Ola Nord"),
        ("On Friday County Clerk Ada Lind spoke.", "County Clerk", "Ada Lind"),
        ("The case was led by Det Ch Insp Ola Nord.", "Det Ch Insp", "Ola Nord"),
        ("Mrs Justice Lind agreed.", "Mrs Justice", "Lind"),
    ],
)  # fmt: skip
def test_a_title_stands_outside_the_name(text, title, name):
    assert (title, name) in [(m.title, m.text) for m in find(of(text)) if m.kind == "PERSON"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The operator, Linea Azzura, said that it was sorry.", "ORG"),
        ("They had warned the ferry operator, Linea Azzura, twice. Linea Azzura denied it.", "ORG"),
        ("The airline, Linea Azzura, denied it.", "ORG"),
        ("They sued its owner, the software company, Linea Azzura, over it.", "ORG"),
        ("At the company, Linea Azzura, who left, said so.", "PERSON"),
        ("Of the team, Linea Azzura, 43, said so.", "PERSON"),
        ("He told the company, Linea Azzura, a lawyer, said.", "PERSON"),
        ("He left the company, Linea Azzura said.", "PERSON"),
    ],
)
def test_a_name_in_commas_behind_a_word_for_a_body_is_that_body(text, kind):
    assert {m.kind for m in find(of(text)) if m.text == "Linea Azzura"} == {kind}


def test_a_body_before_a_title_is_a_mention_of_its_own():
    text = "The White House press secretary Jane Doe spoke."
    assert named(text) == [("White House", "ORG"), ("Jane Doe", "PERSON")]


@pytest.mark.parametrize(
    "text, kind",
    [
        ("Refugees arrived in Jordan on Friday.", "PLACE"),
        ("Ms. Jordan, 34, said she would sue.", "PERSON"),
        ("They marched to Washington.", "PLACE"),
        ("Denzel Washington laughed.", "PERSON"),
        ("Workers at Brevant said the firm cut pay; Brevant shares fell.", "ORG"),
        ("Floods reached Quillota, a town of 4,000 residents.", "PLACE"),
        ("Villagers in Tuzlo and Zvornit fled.", "PLACE"),
        ("Tadeu, 41, said he was tired.", "PERSON"),
        ("The software company Ondatek said it would close.", "ORG"),
    ],
)
def test_the_words_around_a_name_decide_its_kind(text, kind):
    assert {k for _, k in named(text)} == {kind}


@pytest.mark.parametrize("rule", unknown.ONE_WORD + unknown.SEVERAL_WORDS, ids=lambda r: r.name)
def test_each_rule_for_unknown_names_explains_its_example(rule):
    before, rest = rule.example.split("[")
    name, after = rest.split("]")
    runs = capitals.Runs(words.read(of(before + name + after)))
    first, last = (sum(bool(w.text) for w in words.read(of(t))) for t in (before, before + name))
    title = runs.after_title.get(first, "")
    assert unknown.ruled(unknown.Unknown(runs, first, last, title)) is rule


@pytest.mark.parametrize("joint", joints.JOINTS, ids=lambda j: j.example)
def test_each_joint_makes_its_example_one_name(joint, monkeypatch):
    sentence = f"They met {joint.example} there."
    assert joint.example in [text for text, _ in named(sentence)]
    others = {
        word: [takes for takes in rules if takes is not joint.takes]
        for word, rules in joints.by_word().items()
    }
    monkeypatch.setattr(joints, "by_word", lambda: others)
    assert joint.example not in [text for text, _ in named(sentence)]


def test_an_all_capitals_headline_names_whom_the_body_names():
    text = "ZORAN MILIC WINS VOTE IN BRAZIL\nZoran Milic won the vote on Sunday, Milic said."
    assert named(text) == [
        ("ZORAN MILIC", "PERSON"), ("BRAZIL", "PLACE"),
        ("Zoran Milic", "PERSON"), ("Milic", "PERSON"),
    ]  # fmt: skip
    assert set(entities(text)) == {"Zoran Milic", "Brazil"}
    assert named("PARTY CHIEF TO VISIT CHINA") == [("CHINA", "PLACE")]


@pytest.mark.parametrize(
    "line",
    [
        "NEW YORK 1996-12-06",
        "BONN (Agency) - It rained.",
        "PORT-AU-PRINCE 1996-12-06",
    ],
)
def test_a_dateline_in_capitals_is_a_place(line):
    first = next(find(of(line)))
    assert first.kind == "PLACE" and first.entity.title() in (
        "New York",
        "Bonn",
        "St. Louis",
        "Port-Au-Prince",
    )


def test_a_word_in_lower_case_elsewhere_is_no_name():
    assert named("Grebbling is a sport. Many find grebbling odd.") == []


def test_a_capital_at_a_sentence_start_needs_more():
    assert named("Officials left. Bridges fell. He said: “Markets fell.”") == []
    assert named("He wrote “Grebbling is odd”, for grebbling is odd.") == []


def test_loud_capitals_are_no_names():
    assert named("He wrote that there was NO COLLUSION at all.") == []


@pytest.mark.parametrize(
    "text, sense, folds_to",
    [
        ("Washington has warned Iran.", "metonym", "United States"),
        ("They met in Washington.", "", ""),
        ("Talks in Moscow had failed.", "", ""),
        ("Moscow said it would reply.", "metonym", "Russia"),
        ("The Biden administration agreed.", "administration", ""),
        ("Israeli jets flew.", "", "Israel"),
        ("The White House agreed.", "", "United States"),
    ],
)
def test_what_else_a_name_may_mean_is_marked(text, sense, folds_to):
    first = next(find(of(text)))
    assert (first.sense, first.folds_to) == (sense, folds_to)


# --- linking inside an article --------------------------------------------------------------------
@pytest.mark.parametrize(
    "text, expected",
    [
        ("Marta Lind spoke. Lind left.", ["Marta Lind"] * 2),
        ("Marta Lind spoke. “Marta is ill,” a friend said.", ["Marta Lind"] * 2),
        ("Kim Jong Un spoke. Mr. Kim left. Kim Jong-un came back.", ["Kim Jong Un"] * 3),
        ("Bill Gold spoke. William Gold left. W. Gold returned.", ["William Gold"] * 3),
        ("Al Gold spoke. Alan Gold left.", ["Alan Gold"] * 2),
        ("Bill Clinton spoke. Hillary Clinton left. Clinton waved.",
         ["Bill Clinton", "Hillary Clinton", "Hillary Clinton"]),
        ("Hillary Clinton spoke. Bill Clinton left. Mrs. Clinton waved.",
         ["Hillary Clinton", "Bill Clinton", "Hillary Clinton"]),
        ("President Bill Clinton spoke. Mrs. Hillary Clinton left. President Clinton waved.",
         ["Bill Clinton", "Hillary Clinton", "Bill Clinton"]),
        ("Kim Yo Jong spoke. Kim Jong Un left. Kim waved.",
         ["Kim Yo Jong", "Kim Jong Un", "Kim Jong Un"]),
        ("The Rural Aid Trust (RAT) met. The RAT left.", ["Rural Aid Trust"] * 3),
        ("The RAT met. The Rural Aid Trust (RAT) left.", ["Rural Aid Trust"] * 3),
        ("The Norvik Motor Company grew. Norvik shares rose.", ["Norvik Motor Company"] * 2),
        ("The Ministry of Health agreed. The Health Ministry denied it.",
         ["Ministry of Health"] * 2),
        ("He left the US. The United States agreed.", ["United States"] * 2),
        ("Gaza burned. The Gaza Strip is small.", ["Gaza"] * 2),
        ("Donald Trump spoke. Donald Trump Jr. left. Trump waved.",
         ["Donald Trump", "Donald Trump Jr.", "Donald Trump"]),
        ("North Korea fired. Then the North denied it.", ["North Korea"] * 2),
        ("The Health Ministry in Gaza spoke.", ["Gaza Health Ministry", "Gaza"]),
        ("Tovi Beesom spoke. While Rubio has Beesom, Bush has none.",
         ["Tovi Beesom", "Rubio", "Tovi Beesom", "Bush"]),
        ("President Kovac and Elena Kovac, the first lady, came. Kovac spoke.",
         ["Kovac", "Elena Kovac", "Kovac"]),
        ("Minister Oduya left. Grace Oduya, his wife, stayed. Oduya spoke.",
         ["Oduya", "Grace Oduya", "Oduya"]),
        ("Prices rose under the Bush administration. Jeb Bush complained.",
         ["Bush", "Jeb Bush"]),
        ("President Ivo Lind met his daughter, Eva Lind. Lind left.",
         ["Ivo Lind", "Eva Lind", "Ivo Lind"]),
        ("The mother, Eva Lind, spoke. Lind left.", ["Eva Lind"] * 2),
        ("Anna Lind and Bert Lind came. Lind spoke.", ["Anna Lind", "Bert Lind", "Lind"]),
        ("Sen. Ivo Lind met Eva Lind. She was late. Lind left.",
         ["Ivo Lind", "Eva Lind", "Ivo Lind"]),
        ("Robert S. Lind III spoke. Robert Lind left.", ["Robert Lind"] * 2),
        ("Marta “Doc” Lind spoke. Lind left.", ["Marta Lind"] * 2),
        ("Kim Jong Un met Jong Un Kim.", ["Kim Jong Un"] * 2),
        ("The House Committee on Rivers met. The House Rivers Committee won.",
         ["House Committee on Rivers"] * 2),
        ("The Velmo Journal wrote. The Journal was right.", ["Velmo Journal"] * 2),
        ("The Deferred Aid for Rural Schools plan, or DARS, grew.",
         ["Deferred Aid for Rural Schools"] * 2),
        ("The U.S. Velmo Service grew. USVS men left.", ["U.S. Velmo Service"] * 2),
        ("The National Organization for Bees met. NOB won.",
         ["National Organization for Bees"] * 2),
        ("An Israeli fled. Two Israelis stayed.", ["Israelis"] * 2),
        ("The IDF left. The Israel Defense Forces agreed.", ["Israel Defense Forces"] * 2),
    ],
)  # fmt: skip
def test_names_of_one_entity_are_linked(text, expected):
    names = entities(text)
    assert [n.casefold() for n in names] == [e.casefold() for e in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump spoke. Donald Trump Jr. left.",
        "George W. Bush spoke. George H. Bush left.",
        "Jane Smith spoke. John Smith left.",
        "Albert Smith spoke. Alan Smith left.",
        "Al Smith spoke. Albert Smith left. Alan Smith waved.",
        "The Jordan valley bloomed near Jordan. Later Eva Jordan sang.",
    ],
)
def test_namesakes_stay_apart(text):
    assert len(set(entities(text)) - {"Jordan valley", "Jordan Valley"}) == 2


def test_resolving_again_changes_nothing():
    once = list(find(of("Marta Lind spoke. Lind left the US. The United States agreed.")))
    assert resolve(once) == once


# --- any text -------------------------------------------------------------------------------------
_LETTERS = string.ascii_letters + " .,'’“”-–\n\t1234567890&éÖ()"
_LISTED = [r[column] for name, column in
           [("known_names", "name"), ("places", "name"), ("demonyms", "word"), ("titles", "title")]
           for r in rows(name)]  # fmt: skip
_PIECES = ["Mr. ", "U.S. ", "of the ", "Bank ", "Kim Jong-un ", "SAYS ", "al-", "President ", "'s "]
texts = st.lists(
    st.text(_LETTERS, max_size=12)
    | st.sampled_from(_PIECES)
    | st.sampled_from(_LISTED).map(lambda name: f"{name} "),
    max_size=30,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(texts)
def test_offsets_are_true_and_names_do_not_overlap(text):
    end = 0
    for m in find(of(text)):
        assert text[m.start : m.end] == m.text
        assert m.start >= end and m.kind in mentions.KINDS and m.entity
        end = m.end


@settings(max_examples=50, deadline=None)
@given(texts)
def test_the_text_of_sentences_is_read_word_by_word(text):
    found = words.read(of(text))
    kept = "".join(w.text for w in found)
    assert [c for c in kept if c.isalnum()] == [
        c for s in of(text) for c in words.plain(s.text) if c.isalnum()
    ]


@pytest.mark.parametrize("around", ["{}", "{} Wibble Parade came.", "He and {} met Wibble {} {}."])
def test_every_listed_name_can_stand_anywhere(around):
    for name in _LISTED:
        text = around.replace("{}", name)
        assert all(text[m.start : m.end] == m.text for m in find(of(text)))


def test_no_sentences_give_no_names():
    assert list(find([])) == []


def test_the_same_rows_come_out_of_tuples_of_another_type():
    from collections import namedtuple

    Given = namedtuple("Given", "zone paragraph sentence start end text")
    given = [Given(*s) for s in of("Marta Lind met Mr. Bo in Lima.")]
    assert list(find(given)) == list(find(of("Marta Lind met Mr. Bo in Lima.")))


# --- a trained model ------------------------------------------------------------------------------
def test_an_unknown_finder_is_refused():
    with pytest.raises(ValueError, match="unknown finder of names 'nltk'; known: rules, spacy:"):
        finder("nltk")


def test_a_missing_model_names_the_commands(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "spacy", None)
    with pytest.raises(ValueError, match="pip install spacy && python -m spacy download"):
        list(finder("spacy:no_such_model_here")(of("Jane Doe left.")))


def test_a_model_fills_the_same_columns(tmp_path):
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed: make spacy")
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([
        {"label": "PERSON", "pattern": "President Jane Doe"},
        {"label": "PERSON", "pattern": "Doe"},
        {"label": "GPE", "pattern": "Lima"},
        {"label": "DATE", "pattern": "Monday"},
    ])  # fmt: skip
    pipeline.to_disk(tmp_path / "model")
    text = "On Monday President Jane Doe left Lima. Doe’s plane was late."
    found = list(finder(f"spacy:{tmp_path / 'model'}")(of(text)))
    assert [(m.text, m.kind, m.title, m.entity) for m in found] == [
        ("Jane Doe", "PERSON", "President", "Jane Doe"),
        ("Lima", "PLACE", "", "Lima"),
        ("Doe", "PERSON", "", "Jane Doe"),
    ]
    assert all(text[m.start : m.end] == m.text for m in found)


def test_a_trained_model_gives_names_titles_and_true_offsets():
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed: make spacy")
    installed = spacy.util.get_installed_models()
    if not installed:
        pytest.skip("no trained spaCy model is installed")
    text = "On Monday President Joe Biden met Angela Merkel in Berlin. Ms. Merkel left for Paris."
    for model in installed:
        found = list(finder(f"spacy:{model}")(of(text)))
        assert all(text[m.start : m.end] == m.text and m.rule.startswith("spacy:") for m in found)
        assert ("President", "Joe Biden", "PERSON") in [(m.title, m.entity, m.kind) for m in found]
        assert {m.entity for m in found if m.kind == "PERSON"} == {"Joe Biden", "Angela Merkel"}


# --- the lists ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "name",
    "common_words demonyms first_names known_names name_cues nicknames places titles".split(),
)
def test_every_row_of_a_list_says_where_it_comes_from(name):
    assert {row["source"] for row in rows(name)} <= {"own", "SCOWL", "GeoNames", "Census"}


def test_the_lists_stay_small():
    folder = Path(words.__file__).parents[2] / "lexicons"
    lists = "common_words demonyms first_names known_names name_cues nicknames places titles"
    assert sum((folder / f"{name}.csv").stat().st_size for name in lists.split()) <= 500_000


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The barrister, Piers Lomax KC, left.", [("Piers Lomax", "PERSON")]),
        ("The lawyer, Anna Lomax, KC, left.", [("Anna Lomax", "PERSON")]),
        ("He met Anna Bell PhD and Ida Roy MD.", [("Anna Bell", "PERSON"), ("Ida Roy", "PERSON")]),
        ("They wrote to Tove Brandt OBE on Monday.", [("Tove Brandt", "PERSON")]),
        ("Lawyer Pilar Rooney KC left.", [("Pilar Rooney", "PERSON")]),
        ("Workers love KC and the beer there.", [("KC", "ORG")]),
        ("It left San Diego, MD, for good.", [("San Diego", "PLACE"), ("MD", "PLACE")]),
    ],
)
def test_letters_behind_a_name_are_no_part_of_it(text, names):
    assert [(m.text, m.kind) for m in mentions.find(of(text))] == names


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Ms van der Lind rejected the charge.", "Lind", "Ms"),
        ("Mr de Wit left.", "Wit", "Mr"),
        ("He met Dr von Ahn on Monday.", "Ahn", "Dr"),
        ("The crews met Inspector de Wit.", "Wit", "Inspector"),
        ("Ms Lind rejected the charge.", "Lind", "Ms"),
    ],
)
def test_particles_stand_between_a_title_and_its_name(text, name, title):
    assert [(m.text, m.kind, m.title) for m in mentions.find(of(text))] == [(name, "PERSON", title)]
