"""Parts of a table: of whole articles, every row once, of a frame as of a folder's table."""

from typing import get_type_hints

import pandas as pd
import pytest
from hypothesis import given, strategies as st

from tellings import tables
from tellings.compare import parts
from tellings.compare.parts import Stored, in_parts


@given(st.lists(st.sampled_from("abcde")), st.integers(1, 6))
def test_each_row_stands_in_one_part_with_all_of_its_article(ids, size):
    table = pd.DataFrame({"article_id": ids, "n": range(len(ids))})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "_AT_ONCE", size)
        found = list(in_parts(table).parts())
    assert sorted(n for part in found for n in part["n"]) == list(range(len(ids)))
    met = [set(part["article_id"]) for part in found]
    assert sum(map(len, met)) == len(set(ids)) and all(len(own) <= size for own in met)


def test_a_folder_s_table_is_read_in_parts_and_by_article(tmp_path):
    row_type = tables.row_type("articles")
    blank = {f: 0 if "int" in str(kind) else "" for f, kind in get_type_hints(row_type).items()}
    told = tables.open(tmp_path)
    articles = pd.DataFrame([blank] * 2, columns=row_type._fields)
    told.write("articles", articles.assign(article_id=["a", "b"], event_id=["two", "one"]))
    told.write("words", pd.DataFrame({"article_id": ["a", "b", "b"], "n": range(3)}))
    words = Stored(told, "words")
    assert in_parts(words) is words
    assert [list(part["n"]) for part in words.parts()] == [
        list(part["n"]) for part in words.parts()
    ]
    assert sorted(n for part in words.parts() for n in part["n"]) == [0, 1, 2]
    assert list(words.of(["b"])["n"]) == [1, 2] and words.of([]).empty
