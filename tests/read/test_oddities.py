"""Oddities: each kind by example, the seeds' own, and none in a plain text."""

import pytest
from hypothesis import given, settings, strategies as st

from tellings.read import oddities
from tellings.read.lines import Line, classify

LEAD = "The two sides met again on Monday to talk about the harbour, officials said."
MORE = "Nobody would say how long the talks are going to last, or who pays for them."


def found(*paragraphs):
    """Kind and words of each oddity of a page."""
    text = "\n\n".join(["Harbour talks go on", LEAD, *paragraphs, MORE])
    rows = list(oddities.find(classify(text)))
    assert all(text[o.start : o.end] == o.text for o in rows)
    return [(o.kind, o.text) for o in rows]


# A paragraph, the kind of its oddity, the words it is found in.
ODD = [
    ("They want “an aim,’ and left the room at once.", "mismatched quotes", "“an aim,’"),
    ("They want “an aim and left at once.", "unclosed quote", "“an aim and left at once."),
    ("The toll\u00a0will rise again, the navy said on Tuesday.", "odd space", "\u00a0"),
    ("The toll\u200b will rise again, the navy said on Tuesday.", "control character", "\u200b"),
    ("The navy said that at least have been lost at sea since.", "garbled", "at least have"),
    ("The navy said that the the ships were lost in the storm.", "garbled", "the the"),
    (
        "Two ships were lost at sea in May, ten ships were lost at sea, it said.",
        "repeated words",
        "ships were lost at sea",
    ),
    (
        "İmamoğlu said ships were lost at sea, İnan says ships were lost at sea.",
        "repeated words",
        "ships were lost at sea",
    ),
    ("Sign in here", "nag", "Sign in here"),
    ("  • The navy sent two ships to the harbour.", "bullets", "  • "),
    (LEAD, "repeated line", LEAD),
]  # fmt: skip


@pytest.mark.parametrize(("paragraph", "kind", "words"), ODD, ids=[k for _, k, _ in ODD])
def test_an_odd_place_is_found_where_it_is(paragraph, kind, words):
    assert (kind, words) in found(paragraph)


@given(st.lists(st.sampled_from(["ships", "Towed", "towed", "men", "it"]), max_size=30))
def test_words_are_repeated_where_five_stand_twice_in_a_paragraph(words):
    text = " ".join(words)
    line = Line(1, "body", 0, len(text), "", text)
    runs = [tuple(w.lower() for w in words[i : i + 5]) for i in range(len(words) - 4)]
    twice = any(run in runs[i + 5 :] for i, run in enumerate(runs))
    assert twice == any(o.kind == "repeated words" for o in oddities.find([line]))


@pytest.mark.parametrize(
    "words", ["to to", "of of", "that that the", "at most were", "located at ."]
)
def test_words_that_are_doubled_or_missing_are_found(words):
    assert ("garbled", words.removesuffix(".")) in found(f"The navy said {words} so on Tuesday.")


@pytest.mark.parametrize("sign", ["\x00", "\x85", "\xad", "\u3000", "\u2060", "\ufeff", "\ue000"])
def test_a_sign_that_nobody_sees_is_found(sign):
    assert [text for _, text in found(f"The toll {sign}will rise again, the navy said.")] == [sign]


PLAIN = [
    "“We met,” she said, “and we’ll meet again.”",
    "He called it ‘the end’ and the minister’s friends’ plans “over”.",
    '"We met," she said. "We left."',
    "The ships that had had no crew were towed, and that that is true is known.",
    "At least two of the ships were lost, at most three of them.",
]


@pytest.mark.parametrize("paragraph", PLAIN)
def test_plain_text_is_not_odd(paragraph):
    assert found(paragraph) == []


def test_a_quotation_over_paragraphs_says_so():
    text = f"Talks\n\n{LEAD}\n\n“We met the other side.\n\n“We talked,” she told us on Monday."
    (only,) = oddities.find(classify(text))
    assert (only.kind, "over paragraphs" in only.note) == ("unclosed quote", True)


# What the seeds are known for: file, line, kind.
SEEDS = {
    ("000", 5, "mismatched quotes"),
    ("000", 17, "garbled"),
    ("000", 17, "repeated words"),
    ("000", 19, "odd space"),
    ("001", 14, "mixed quotes"),
    ("001", 26, "unclosed quote"),
    ("002", 12, "double blank"),
    ("002", 17, "bullets"),
    ("002", 35, "wall"),
    ("002", 41, "repeated line"),
    ("004", 33, "double blank"),
    ("004", 34, "garbled"),
    ("004", 34, "reposter"),
    ("004", 34, "stray quote"),
}


def test_the_seeds_oddities_are_these(seeds):
    rows = {
        (name, o.line, o.kind)
        for name, text in seeds.items()
        for o in oddities.find(classify(text))
        if o.kind != "nag"
    }
    assert rows == SEEDS


@settings(deadline=None)
@given(st.text(alphabet="“”‘’\"' abc\u00a0\n.", max_size=120))
def test_no_text_raises_and_places_hold(text):
    for odd in oddities.find(classify(text)):
        assert text[odd.start : odd.end] == odd.text


def test_a_date_that_may_be_two_days_is_flagged():
    def kinds(*stamps):
        return [
            o.kind
            for o in oddities.find(classify("\n".join((*stamps, "", "The bridge was closed."))))
        ]

    assert kinds("Published 5/6/2031") == ["two days"]
    assert kinds("Published 5/6/2031", "Updated 13/6/2031") == kinds("Published 13/6/2031") == []
