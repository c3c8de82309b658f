"""What the numbers of a corpus say, in sentences: pairs and aligned claims in, the finding out."""

import pandas as pd

from tellings.compare.claims import wording
from tellings.compare.events.outlets import noun
from tellings.text.prose import counted, joined

_NAMED = 3  # quantities that the finding names
_RANK = ("conflict", "consistent", "compatible", "agree")
_JUDGED = {
    "conflict": "they conflict",
    "consistent": "only a loose bound leaves room for both",
    "compatible": "both can be true",
    "agree": "they agree",
}


def finding(pairs: pd.DataFrame, aligned: pd.DataFrame) -> str:
    """The notebook's answer: which numbers outlets give of one thing, what is at odds first.

    What one outlet alone has, or one lacks, is only said to be unmatched: it may be said otherwise.
    """
    judged = pairs[(pairs["event_id"] != "") & (pairs["outlets"] > 1)]
    judged = judged[judged["verdict"].isin(_RANK)]
    if judged.empty:
        one = noun(aligned)
        none = f"No number of one {one} was matched with one of another {one} of its event."
        return " ".join(filter(None, [none, _moved(pairs)]))
    worst = judged.assign(rank=judged["verdict"].map(_RANK.index))
    worst = worst.groupby(["event_id", "key"], sort=False)["rank"].min()
    size = judged.groupby(["event_id", "key"], sort=False)["outlets"].size()
    order = pd.DataFrame({"rank": worst, "size": -size}).sort_values(
        ["rank", "size"], kind="stable"
    )
    odds = int((worst == 0).sum())
    told = f"{counted(len(worst), 'number')} {'is' if len(worst) == 1 else 'are'} matched between"
    verdict = f"{odds} of them in conflict" if odds else "none in conflict"
    lead = f"{told} {noun(aligned)}s of one event, {verdict}."
    named = [_named(judged, aligned, *key) for key in order.index[:_NAMED]]
    return " ".join(filter(None, [lead, *named, _unmatched(aligned), _moved(pairs)]))


def _named(judged: pd.DataFrame, aligned: pd.DataFrame, event: str, key: str) -> str:
    """One number with the words of each outlet: "People killed: Post “41”, Echo “39”: …"."""
    pairs = judged[(judged["event_id"] == event) & (judged["key"] == key)]
    verdict = min(pairs["verdict"], key=_RANK.index)
    rows = aligned[(aligned["event_id"] == event) & (aligned["key"] == key)]
    if verdict == "conflict":
        row = pairs[pairs["verdict"] == verdict].iloc[0]
        said = {row[f"outlet_{side}"]: row[f"text_{side}"] for side in "ab"}
    else:
        said = dict(zip(rows["outlet"][::-1], rows["text"][::-1], strict=True))
    words = joined([f"“{said[outlet]}” in {outlet}" for outlet in sorted(said)])
    return f"{key[:1].upper()}{key[1:]}: {words}; {_JUDGED[verdict]}."


def _unmatched(aligned: pd.DataFrame) -> str:
    """A number that all outlets of an event but one give, named."""
    lacking = wording.left_out(aligned)
    if lacking.empty:
        return ""
    row = lacking.iloc[0]
    more = f" ({counted(len(lacking), 'such number')} in all)" if len(lacking) > 1 else ""
    given = f"{row['quantity']} (“{row['text']}” in {row['given_by']})"
    return f"In {row['outlet']} nothing was matched with {given}{more}."


def _moved(pairs: pd.DataFrame) -> str:
    """The plainest change from one event to the next: one source, the largest difference.

    A number that only rounds another has not moved.
    """
    between = pairs[(pairs["event_id"] == "") & (pairs["difference"].abs() > 0)]
    between = between[between["reason"].str.contains("the same source", regex=False)]
    between = between[between["verdict"] != "agree"]
    if between.empty:
        return ""
    row = between.loc[between["difference"].abs().idxmax()]
    room = ", within what the wordings allow" if row["verdict"] == "compatible" else ""
    moved = f"({row['difference']:+.1f} % in {row['days']:.0f} days{room})"
    return (
        f"From one event to the next, {row['key']} went from “{row['text_a']}” to "
        f"“{row['text_b']}” by the same source {moved}."
    )
