"""The scorer of facts that matter: what counts as right."""

import importlib.util
from pathlib import Path

import pandas as pd
import pytest

_SPEC = importlib.util.spec_from_file_location("lead", Path(__file__).with_name("score_lead.py"))
lead = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(lead)

LABEL = dict(id="1", event="e", paragraph="", in_headline="no", place_start="", place_end="")
OWN = LABEL | dict(telling="a", label="yes", place_start="30", place_end="60")


def cells(state: str, start: int | None, second: int | None = None) -> dict[str, pd.DataFrame]:
    """A fact of article a, and the cell that article b has for it."""
    none = dict(second_start=None, second_end=None)
    own = dict(article_id="a", fact="f", state="carried", start=30, end=60, again=False) | none
    end = None if start is None else start + 9
    other = own | dict(article_id="b", state=state, start=start, end=end)
    if second is not None:
        other |= dict(second_start=second, second_end=second + 9)
    places = dict.fromkeys(("start", "end", "second_start", "second_end"), "Int64")
    return {"e": pd.DataFrame([own, other]).astype(places)}


@pytest.mark.parametrize(
    "state, start, right",
    [("omitted", None, 1), ("unclear", None, 1), ("unclear", 70, 0), ("partly", 70, 0)],
)
def test_a_no_is_right_where_nothing_is_shown(state, start, right):
    row = LABEL | dict(telling="b", label="no")
    assert lead.score([OWN, row], cells(state, start))["no"] == (right, 1)


@pytest.mark.parametrize(
    "state, start, right",
    [("carried", 90, 1), ("unclear", 75, 1), ("unclear", 90, 0), ("omitted", None, 0)],
)
def test_a_yes_is_right_where_a_reader_is_led_to_it(state, start, right):
    row = LABEL | dict(telling="b", label="yes", place_start="70", place_end="80")
    others = [OWN | dict(label="partly"), row]  # what only it tells whole is met by a part
    assert lead.score(others, cells(state, start))["yes"] == (right, 1)


def test_the_second_place_that_is_shown_counts_and_is_told_apart():
    row = LABEL | dict(telling="b", label="yes", place_start="70", place_end="80")
    figures = lead.score([OWN | dict(label="partly"), row], cells("unclear", 90, second=75))
    assert figures["yes"] == (1, 1) and figures[lead.ONE] == (0, 1)


def test_what_is_shown_beside_a_place_counts_and_is_told_apart():
    row = LABEL | dict(telling="b", label="yes", place_start="70", place_end="80")
    texts = [("The ship sank.", 70, 84), ("Nobody was saved.", 85, 102)]
    sentences = pd.DataFrame([("b", "body", *t) for t in texts])
    sentences.columns = ["article_id", "zone", "text", "start", "end"]
    given = [OWN | dict(label="partly"), row]
    figures = lead.score(given, cells("unclear", 85), sentences)
    assert figures["yes"] == figures[lead.ONE] == (1, 1) and figures[lead.ALONE] == (0, 1)
