"""Places where two tellings may differ in what they say: the checks in, drafts out."""

from collections.abc import Iterator
from types import SimpleNamespace

import pandas as pd

from tellings.compare.differences import excerpts
from tellings.compare.differences.rows import TO_CHECK, Draft

_MOST = 6
_QUOTED = 160  # characters of a side


def drafts(checks: pd.DataFrame, voices: dict[str, str]) -> Iterator[Draft]:
    """Drafts of kind "to check", for one event: two sentences abreast and what differs in them."""
    rows = checks[checks["reason"] != "told by both"]
    for n, row in enumerate(rows.head(_MOST).itertuples()):
        sides = [
            SimpleNamespace(
                article_id=getattr(row, f"article_id_{s}"),
                start=getattr(row, f"start_{s}"),
                end=getattr(row, f"end_{s}"),
                text=getattr(row, f"text_{s}"),
            )
            for s in "ab"
        ]
        names = [voices[side.article_id] for side in sides]
        if names[0] == names[1]:
            continue
        said = [excerpts.of(side, _QUOTED) for side in sides]
        parts = ["To compare: ", f"{names[0]} ", said[0], f"; {names[1]} ", said[1], "."]
        yield Draft("to check", parts, names, 0.6 * 0.9**n, TO_CHECK)
