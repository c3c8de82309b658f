"""Coverage: what each telling carries, omits or leaves unclear; contradictions; shared runs."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from tellings.compare import claims as quantities, coverage, entities, events, quotes as versions
from tellings.compare.coverage import contradictions, missing, reuse
from tellings.compare.coverage.content_words import Concepts, held, stem, tells, weights
from tellings.find import claims, framing, mentions, quotes
from tellings.parallel import each
from tellings.read import dates, lines
from tellings.read.sentences import Sentence, of, split

HERE = Path(__file__).parents[2]
PAIRS = pd.DataFrame(columns=list(quantities.Pair._fields))


def listed_facts() -> list[dict]:
    """Facts of the five seeds, written down by hand before the suite was."""
    text = (HERE / "gold" / "coverage_facts.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def articles(*ids: str, events=None) -> pd.DataFrame:
    table = pd.DataFrame({"article_id": list(ids), "event_id": events or ["one"] * len(ids)})
    names = [f"Outlet {i}" for i in ids]
    return table.assign(outlet=names, telling=names, anchor="2024-04-18")


def found(texts: dict[str, str], listed: pd.DataFrame | None = None) -> coverage.Found:
    """What the suite's own finders make of texts by article_id."""
    rows = [dict(s._asdict(), article_id=i) for i, t in texts.items() for s in of(t)]
    return read(pd.DataFrame(rows), articles(*texts) if listed is None else listed)


def read(sentences: pd.DataFrame, listed: pd.DataFrame) -> coverage.Found:
    said = each(sentences, quotes.find, quotes.Quote)
    anchor = events.anchors(listed)
    counted = each(sentences, claims.find, claims.Claim, quotes=said, anchor=anchor)
    named = entities.merge(events.join(each(sentences, mentions.find, mentions.Mention), listed))
    return coverage.Found(
        listed,
        sentences,
        quantities.align(counted, listed),
        versions.statements(said, listed),
        named,
        each(sentences, dates.resolve, dates.When, anchor=anchor),
        each(sentences, framing.find, framing.Wording, quotes=said),
    )


@pytest.fixture(scope="module")
def seeds() -> pd.DataFrame:
    """The matrix of the five seeds, from their texts on."""
    event = {r["file"][:3]: r["event"] for r in listed_facts()}
    paths = sorted((HERE.parent / "seeds").glob("*.txt"))
    cut = [
        dict(s._asdict(), article_id=p.stem[:3])
        for p in paths
        for s in split(lines.classify(p.read_text(encoding="utf-8")))
    ]
    listed = articles(*event, events=list(event.values())).sort_values("article_id")
    listed["anchor"] = listed["event_id"]
    return coverage.matrix(read(pd.DataFrame(cut), listed))


def states(cells: pd.DataFrame, kind: str, fact: str) -> list[str]:
    rows = cells[(cells["kind"] == kind) & cells["fact"].str.startswith(fact)]
    return list(rows.sort_values("article_id")["state"])


def gold() -> dict[tuple[str, str], list[dict]]:
    facts: dict = {}
    for row in listed_facts():
        facts.setdefault((row["event"], row["fact"]), []).append(row)
    return facts


def wrong(rows: list[dict], cells: pd.DataFrame) -> int | None:
    """Cells of a fact that differ from those labelled by hand; None if it leads to other words."""
    state = cells.set_index(cells["article_id"])
    at = [state.loc[r["file"][:3]] for r in rows]
    hit = [
        c["state"] == "carried" and c["start"] < int(r["end"]) and int(r["start"]) < c["end"]
        for r, c in zip(rows, at, strict=True)
        if r["carried"] == "1"
    ]
    if not any(hit):
        return None
    other = {"1": "omitted", "0": "carried"}
    return sum(c["state"] == other[r["carried"]] for r, c in zip(rows, at, strict=True))


@pytest.mark.parametrize("fact", gold(), ids=lambda f: f[1])
def test_facts_of_the_seeds_have_a_row_without_a_wrong_cell(seeds, fact):
    rows = gold()[fact]
    own = seeds[seeds["event_id"] == fact[0]]
    if (kind := rows[0]["kind"]) in ("day", "person"):
        own = own[own["kind"] == kind]
    errors = [wrong(rows, cells) for _, cells in own.groupby(["kind", "fact"], sort=False)]
    assert min((e for e in errors if e is not None), default=None) == 0


def test_numbers_of_one_quantity_are_one_fact():
    cells = coverage.matrix(
        found(
            {
                "a": "More than 300 people were killed in Tyre.",
                "b": "In Tyre, 310 people have been killed.",
                "c": "Tyre is quiet.",
            }
        )
    )
    assert states(cells, "number", "people killed") == ["carried", "carried", "omitted"]


def test_people_days_and_pairs():
    cells = coverage.matrix(
        found(
            {
                "a": "President Mary Collins met Minister Peter Novak on April 1.",
                "b": "President Mary Collins spoke. Minister Peter Novak did not.",
                "c": "President Mary Collins flew home to Lima on April 1, CNN said.",
            }
        )
    )
    assert states(cells, "organisation", "CNN") == ["omitted", "omitted", "carried"]
    assert states(cells, "place", "Lima") == ["omitted", "omitted", "carried"]
    assert states(cells, "person", "Peter Novak") == ["carried", "carried", "omitted"]
    assert states(cells, "day", "1 April 2024") == ["carried", "omitted", "carried"]
    assert states(cells, "pair", "Mary Collins with Peter Novak") == [
        "carried",
        "unclear",
        "omitted",
    ]


SAID = "The port of Tyre will reopen to cargo ships next spring, the harbour master said."


@pytest.mark.parametrize(
    "other, state",
    [
        ("Cargo ships can use the port again when Tyre reopens it in spring.", "carried"),
        ("The harbour was empty of ships in spring.", "unclear"),
        ("Cargo ships left the port of Tyre.", "unclear"),
        ("Prices rose sharply in the capital, and nobody knows why they did.", "omitted"),
    ],
)
def test_a_statement_is_looked_for_in_other_words(other, state):
    cells = coverage.matrix(found({"a": SAID, "b": other}))
    assert states(cells, "statement", "The port of Tyre") == ["carried", state]


def test_short_statements_are_never_called_omitted():
    cells = coverage.matrix(found({"a": "“Red lines exist,” she said.", "b": "Nothing new here."}))
    assert states(cells, "statement", "Red lines") == ["carried", "unclear"]


def test_words_cut_from_a_quote_are_a_fact():
    whole = "“We agreed to hold further talks on the harbour between experts,” the envoy said."
    cells = coverage.matrix(found({"a": whole, "b": whole.replace(" between experts", "")}))
    assert states(cells, "cut", "“between experts”") == ["carried", "omitted"]


def test_scraps_around_a_shared_quote_are_no_facts():
    words = "a firm and lasting bond between the two harbour towns"
    texts = {
        "a": f"The mayor said that the towns and ports have “{words}” today.",
        "b": f"There is “{words},” said the mayor.",
    }
    facts = set(coverage.matrix(found(texts)).query("kind == 'statement'")["fact"])
    assert facts == {words}


def test_alone_in_its_event_a_telling_has_nothing_to_itself():
    cells = coverage.matrix(found({"a": "President Mary Collins flew home."}))
    assert len(cells) and missing.only_here(cells).empty


def test_the_researcher_adds_a_fact():
    given = found({"a": "The quay sank at noon.", "b": "The quay held."})
    row = dict(
        subject="fact", article_id="a", place="0-13", was="", becomes="the quay sank", note=""
    )
    cells = coverage.matrix(given, pd.DataFrame([row]))
    assert states(cells, "by hand", "the quay sank") == ["carried", "omitted"]
    assert next(iter(cells.loc[cells["kind"] == "by hand", "text"])) == "The quay sank"


def test_events_are_kept_apart():
    texts = {"a": "President Mary Collins flew.", "b": "Nothing."}
    cells = coverage.matrix(found(texts, articles("a", "b", events=["one", "two"])))
    assert set(cells.loc[cells["fact"] == "Mary Collins", "article_id"]) == {"a"}
    assert set(cells["of"]) == {1}


def test_places_are_true(seeds):
    texts = {
        p.stem[:3]: p.read_text(encoding="utf-8") for p in (HERE.parent / "seeds").glob("*.txt")
    }
    placed = seeds[seeds["start"].notna() & (seeds["kind"] != "cut")]
    assert len(placed) > 100
    for row in placed.itertuples():
        assert texts[row.article_id][row.start : row.end] == row.text


def test_what_one_reader_would_miss(seeds):
    table = missing.misses(seeds).set_index("article_id")
    parts = ["carried", "only_here", "unclear", "omitted"]
    assert (table[parts].sum(axis=1) == table["facts"]).all()
    assert "Antony Blinken" in set(missing.only_here(seeds)["fact"])
    assert not (missing.decided(seeds)["state"] == "unclear").any()
    assert "would miss" in missing.finding(seeds, contradictions.find(*nothing()))
    assert missing.table(seeds)["fact"].notna().all()


def nothing():
    empty = found({"a": "Nothing."})
    return empty.sentences, PAIRS, empty.articles


def opposed(a: str, b: str) -> list[str]:
    given = found({"a": a, "b": b})
    return list(contradictions.find(given.sentences, PAIRS, given.articles)["words"])


@pytest.mark.parametrize(
    "a, b, words",
    [
        (
            "They have not presented any plan.",
            "The plans presented so far differ.",
            ["plans presented"],
        ),
        ("They have not presented any plan.", "They never presented a plan.", []),
        ("They have not presented any plan.", "They presented their guests.", []),
        ("It doesn't take the dead into account.", "It took costs into account.", []),
        ("They did not visit Tyre.", "Tyre is a port.", []),
        ("They have not presented any plan.", "Would they have presented plans?", []),
        ("They have not presented any plan. The plans presented differ.", "No news.", []),
    ],
)
def test_a_denial_meets_what_another_says(a, b, words):
    assert opposed(a, b) == words


def test_seeds_contradict_each_other_once():
    cut = [
        dict(s._asdict(), article_id=p.stem[:3])
        for p in sorted((HERE.parent / "seeds").glob("*.txt"))
        for s in split(lines.classify(p.read_text(encoding="utf-8")))
    ]
    listed = articles("000", "001", "002", "003", "004", events=["b", "b", "b", "a", "a"])
    rows = contradictions.find(pd.DataFrame(cut), PAIRS, listed)
    assert list(zip(rows["article_id_a"], rows["article_id_b"], strict=True)) == [("000", "002")]
    sides = contradictions.sides(rows)
    assert list(sides["place"]) == ["denied here", "said here"]
    assert "1 by a negation" in contradictions.in_words(rows)


def test_only_the_articles_asked_for_are_read():
    given = found({"a": "They have not presented any plan.", "b": "The plans presented differ."})
    one = given.articles.head(1)
    assert contradictions.find(given.sentences, PAIRS, one).empty
    assert set(coverage.matrix(given._replace(articles=one))["article_id"]) <= {"a"}
    assert reuse.alike(given.sentences, given.statements.head(0), one).empty


def test_numbers_that_conflict_stand_beside():
    pair = dict(event_id="one", key="people", verdict="conflict", article_id_a="a", start_a=0)
    pair |= dict(end_a=1, text_a="3", article_id_b="b", start_b=0, end_b=1, text_b="9")
    given = found({"a": "x", "b": "y"})
    rows = contradictions.find(given.sentences, pd.DataFrame([pair]), given.articles)
    assert list(rows["reason"]) == ["numbers"] and list(rows["telling_b"]) == ["Outlet b"]


def test_shared_runs_tell_a_source_from_a_reprint():
    line = "The harbour will reopen to all ships before the end of spring"
    texts = {
        "a": f"“{line},” she said. Nothing else was known at the time of writing.",
        "b": f"{line}. Trade had been slow there.",
        "c": "The harbour will reopen, some say; others saw it the other way.",
    }
    given = found(texts)
    said = each(given.sentences, quotes.find, quotes.Quote)
    short = reuse.alike(given.sentences.iloc[[0, 3]], said, given.articles)
    assert set(short["reading"]) <= {"hardly any words in common"}
    alike = reuse.alike(given.sentences, said, given.articles)
    top = alike.iloc[0]
    assert {top["article_id_a"], top["article_id_b"]} == {"a", "b"} and top["shared"] == 12
    assert top["longest"] == line and top["reading"].startswith("own words")
    assert set(alike.iloc[1:]["shared"]) == {0}
    assert next(iter(reuse.table(alike)["text"])) == line


@pytest.mark.parametrize(
    "one, other", [("plans", "plan"), ("defeated", "defeating"), ("discuss", "discussion")]
)
def test_endings_do_not_count(one, other):
    assert stem(one) == stem(other)


def test_names_of_one_thing_are_one_word():
    given = found(
        {"a": "Washington wants talks on Rafah.", "b": "The US fears an assault on Rafah."}
    )
    concepts = Concepts(given.mentions.itertuples(), given.wordings.itertuples())
    one = concepts.content("a", 0, "Washington wants talks on Rafah.")
    other = concepts.content("b", 0, "The US fears an assault on Rafah.")
    assert set(one.stems) & set(other.stems) >= {"@Rafah"}
    assert "#operation in Rafah" in other.stems
    assert 0 < held(one, other, weights([one, other])) < 1
    assert not tells("the") and tells("harbour")


def test_no_articles_no_facts():
    given = found({"a": "Nothing."})
    empty = coverage.Found(*(t.head(0) for t in given))
    assert coverage.matrix(empty).empty
    assert missing.in_words(coverage.matrix(empty)) == "No facts were found."
    assert Sentence._fields[0] == "zone"
