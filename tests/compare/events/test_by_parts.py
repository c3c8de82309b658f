"""Events of tables that are read part by part: the same as of frames, whatever the parts."""

import pandas as pd
import pytest
from hypothesis import given, settings, strategies as st

from tellings.compare import events, ingest
from tellings.compare.events import outlets, similarity, whole
from tellings.compare.events.repeated import Repeated
from tellings.compare.parts import in_parts
from tellings.parallel import each
from tellings.parallel.shelf import slices
from tellings.read import articles, files, lines, sentences

POINT = "The inquiry at Oderau bridge opened on 3 May. Mayor Lena Harte said 41 people were heard."


class Cut:
    """A table in parts of so many articles."""

    def __init__(self, table: pd.DataFrame, size: int):
        self.table, self.size = table, size

    def parts(self):
        for ids in slices(self.table["article_id"].unique(), self.size):
            yield self.of(ids)

    def of(self, articles):
        return self.table[self.table["article_id"].isin(list(articles))]


@pytest.fixture(scope="module")
def made(root):
    """Articles, lines and sentences of the seeds and of some texts that one outlet has twice."""
    captures = ingest.kept(files.captures(root / "seeds"))
    more = captures.head(2).assign(article_id=["x", "y"], text=f"Harte Speaks\n\n{POINT}\n")
    captures = pd.concat([captures, more.assign(file=["x.txt", "y.txt"])], ignore_index=True)
    roles = each(ingest.texts(captures), lines.classify, lines.Line)
    own = each(roles, articles.describe, articles.Article, hints=ingest.hints(captures))
    split = each(roles, sentences.split, sentences.Sentence)
    return events.described(own, captures), roles, split


def all_of(own, roles, split) -> list[pd.DataFrame]:
    """Every table that is made of articles, lines and sentences."""
    found = events.find(own, split)
    told = events.tellings(own, outlets.find(own, roles), found.groups, split)
    return [*found, told, events.likeness(told, split)]


@settings(max_examples=5, deadline=None)
@given(st.integers(1, 7))
def test_parts_of_any_size_give_what_a_frame_gives(made, size):
    own, roles, split = made
    found = all_of(own, Cut(roles, size), Cut(split, size))
    for table, uncut in zip(found, all_of(*made), strict=True):
        pd.testing.assert_frame_equal(table, uncut, check_exact=True)


def test_many_articles_which_forks_read_and_compare_give_what_few_give(made, monkeypatch):
    few = all_of(*made)
    for module in (similarity, whole):
        monkeypatch.setattr(module, "MANY", 0)
    for table, one in zip(all_of(*made), few, strict=True):
        pd.testing.assert_frame_equal(table, one, check_exact=True)


@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("uvwxyz")), max_size=20),
    st.lists(st.sampled_from(["", "Post", "Echo"]), min_size=4, max_size=4),
    st.integers(1, 4),
)
def test_what_an_outlet_repeats_is_left_out_unless_it_is_half_of_an_article(said, outlet, size):
    table = pd.DataFrame(said, columns=["article_id", "text"])
    own = dict(zip("abcd", outlet, strict=True))
    known = pd.DataFrame({"article_id": list("abcd"), "outlet": outlet})
    repeated = Repeated(known, Cut(table, size))
    for one in "abcd":
        told = [row for row in table.itertuples() if row.article_id == one]
        again = [
            bool(own[one])
            and any(own[i] == own[one] and t == row.text for i, t in said if i != one)
            for row in told
        ]
        kept = [r for r, n in zip(told, again, strict=True) if not n or 2 * sum(again) >= len(told)]
        assert list(repeated.without(one, told)) == kept


def test_articles_without_outlets_repeat_nothing():
    table = pd.DataFrame({"article_id": ["a", "b", "b"], "text": ["u", "u", "v"]})
    repeated = Repeated(table[["article_id"]], in_parts(table))
    told = list(table.itertuples())
    assert repeated.without("b", told) == told
