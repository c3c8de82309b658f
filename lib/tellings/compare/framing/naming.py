"""What each telling calls the thing: Wording rows of group "naming" in, who says what out."""

import pandas as pd

from tellings.compare import events


def names(wordings: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The naming rows with their keys, and `place`: 1, 2 ... of its topic in its telling."""
    table = events.join(wordings[wordings["group"] == "naming"], articles)
    table = table.sort_values(["event_id", "article_id", "topic", "start"], kind="stable")
    by = table.groupby(["article_id", "topic"], sort=False)
    return table.assign(place=by.cumcount() + 1).reset_index(drop=True)
