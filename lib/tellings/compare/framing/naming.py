"""What each telling calls the thing: Wording rows of group "naming" in, who says what out."""

from collections import Counter

import pandas as pd

from tellings.compare import events


def names(wordings: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The naming rows with their keys, and `place`: 1, 2 ... of its topic in its telling."""
    table = events.join(wordings[wordings["group"] == "naming"], articles)
    table = table.sort_values(["event_id", "article_id", "topic", "start"], kind="stable")
    by = table.groupby(["article_id", "topic"], sort=False)
    return table.assign(place=by.cumcount() + 1).reset_index(drop=True)


def tally(names: pd.DataFrame) -> pd.DataFrame:
    """One row per event, topic and term: how many tellings use it, and how often in whose voice."""
    by = ["event_id", "topic", "term"]
    voices = names.groupby([*by, "voice"]).size().unstack(fill_value=0)
    voices = voices.reindex(columns=["own", "attributed", "quoted"], fill_value=0)
    used = names.groupby(by)["article_id"].nunique().rename("tellings")
    own = (
        names[names["voice"] == "own"]
        .groupby(by)["telling"]
        .agg(lambda t: ", ".join(sorted(set(t))))
    )
    table = voices.join(used).join(own.rename("own_voice_of")).fillna({"own_voice_of": ""})
    table = table.reset_index().rename_axis(columns=None)
    table = table.sort_values(
        ["event_id", "tellings", "own", "term"], ascending=[True, False, False, True]
    )
    return table[[*by, "tellings", "own", "attributed", "quoted", "own_voice_of"]]


def finding(names: pd.DataFrame) -> str:
    """How many names the tellings use, in whose voice, and what each outlet says itself."""
    if names.empty:
        return "No telling uses a name of the naming sets."
    names = names[names["topic"] == names["topic"].value_counts().sort_index().idxmax()]
    own = names[names["voice"] == "own"]
    largest = names.groupby("event_id")["article_id"].nunique().sort_index().idxmax()
    said = own[own["event_id"] == largest].groupby("telling", sort=False)["term"]
    words = [f"{telling} says {_list(terms)}" for telling, terms in said]
    silent = sorted(set(names.loc[names["event_id"] == largest, "telling"]) - set(said.groups))
    words += [f"{telling} uses none" for telling in silent]
    return (
        f"{len(own)} of {len(names)} names for the {names['topic'].iloc[0]} stand in the outlets' "
        f"own voice, the others in somebody else's words. In their own "
        f"voice, on {largest}: {'; '.join(words)}."
    )


def _list(terms: pd.Series) -> str:
    """Terms by how often: "assault (3), invasion (2)"."""
    return ", ".join(
        f"{t} ({n})" for t, n in sorted(Counter(terms).items(), key=lambda x: (-x[1], x[0]))
    )
