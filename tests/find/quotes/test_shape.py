"""The shape of a paragraph: each word stands where it says, whatever stands between the words."""

import pytest
from hypothesis import given, strategies as st

from tellings.find.quotes import paragraphs
from tellings.read.sentences import of
from tellings.text.characters import lowered

PIECES = (
    "İzmir’s",
    "U.S.",
    "he's",
    "“Go,”",
    "''no",
    "_",
    "a\u200bb",
    "1,200",
    "said.",
    "Mr. Ode",
    "|",
)


@given(st.lists(st.sampled_from(PIECES)), st.sampled_from((" ", "  ", "\u00a0", "\t")))
def test_a_word_stands_where_the_shape_says(pieces, between):
    for sentence in of(between.join(pieces)):
        shape = paragraphs.of([[sentence]])[0].shape
        text = lowered(sentence.text)
        words = range(1, len(shape.low))
        spans = [(shape.starts[i], shape.end(i)) for i in words]
        assert spans == sorted(spans)
        assert len(shape.starts) == len(shape.letters) == len(shape.low)
        assert all(
            text[a:b] == w for (a, b), w in zip(spans, shape.low[1:], strict=True) if w != "|" and w
        )


@pytest.mark.parametrize(
    "text, letters",
    [
        ("“Rain,” said Ms. Lee.", "|qVN~N.|"),
        ("U.S.\u2009aid—they said", "|Nn—PV|"),
    ],
)
def test_words_are_read_run_by_run(text, letters):
    assert paragraphs.of([of(text)])[0].shape.letters == letters
