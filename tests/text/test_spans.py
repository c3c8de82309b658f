"""The rows that reach into each sentence."""

from types import SimpleNamespace

from hypothesis import given, strategies as st

from tellings.text import spans

PLACES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=12)


@given(PLACES)
def test_each_sentence_gets_the_rows_that_reach_into_it(places):
    sentences = [SimpleNamespace(start=i * 10, end=i * 10 + 9) for i in range(7)]
    rows = [SimpleNamespace(start=a, end=a + n) for a, n in places]
    for s, found in zip(sentences, spans.reaching(sentences, rows), strict=True):
        wanted = [r for r in rows if r.start < s.end and s.start < r.end]
        assert sorted(map(id, found)) == sorted(map(id, wanted))


def test_no_rows_no_lists_missing():
    assert list(spans.reaching([SimpleNamespace(start=0, end=5)], [])) == [[]]
