"""What the tables of entities say: notebook 2's finding and its figures in words."""

import pandas as pd

from tellings.text.prose import joined


def finding(tally: pd.DataFrame, left_out: pd.DataFrame) -> str:
    """Who is named by all, who is left out by whom, and whether any rate differs beyond noise."""
    if tally.empty:
        return "No telling names anybody."
    events = list(tally.groupby("event_id", sort=True))
    parts = [_of_event(e, rows) for e, rows in events] if len(events) < 3 else [_of_events(tally)]
    apart = apart_rates(tally)
    one = "1 entity differs" if len(apart) else "no entity differs"
    many = f"{len(apart)} entities differ beyond their 95 % intervals"
    rate = many if len(apart) > 1 else f"{one} beyond its 95 % interval"
    return f"{' '.join(parts)} {_omissions(left_out)} In rate {rate}."


def apart_rates(tally: pd.DataFrame) -> pd.DataFrame:
    """Entities of which two tellings' 95 % intervals do not meet: event_id, entity."""
    groups = tally.groupby(["event_id", "entity_id", "entity"], sort=False)
    ends = groups.agg(most=("low", "max"), least=("high", "min")).reset_index()
    return ends.loc[ends["most"] > ends["least"], ["event_id", "entity"]].reset_index(drop=True)


def counts_in_words(tally: pd.DataFrame) -> str:
    """The grid of counts: each event's most named entity, and how many cells are empty."""
    return _each_event(tally, _counts_of)


def presence_in_words(tally: pd.DataFrame) -> str:
    """The grid of first places: who is missing from which telling."""
    return _each_event(tally, _missing_of)


def rates_in_words(tally: pd.DataFrame) -> str:
    """The rates: the widest spread between tellings of an event, with both intervals."""
    return _each_event(tally, _spread_of)


def strips_in_words(tally: pd.DataFrame) -> str:
    """The strips: whom each telling names in its headline, and whom first of the people."""
    return _each_event(tally, _openings_of)


def network_in_words(together: pd.DataFrame) -> str:
    """The network: the pair that most sentences of each event name together."""
    first = together.drop_duplicates("event_id")
    parts = [
        f"In event {r.event_id} {r.a} and {r.b} are named together most often, "
        f"in {r.sentences} sentences of {r.tellings} tellings."
        for r in first.itertuples()
    ]
    return " ".join(parts) or "No two entities are named together."


def titles_in_words(titles: pd.DataFrame) -> str:
    """How many people go by more than one way of naming inside their event."""
    ways = titles.groupby(["event_id", "entity"])["called"].nunique()
    return f"{int((ways > 1).sum())} of {len(ways)} people are named in more than one way."


def _each_event(tally: pd.DataFrame, told) -> str:
    parts = [f"Event {e}: {told(rows)}." for e, rows in tally.groupby("event_id", sort=True)]
    return " ".join(parts) or "No telling names anybody."


def _of_event(event: str, rows: pd.DataFrame) -> str:
    """How many entities an event has, and how many all its tellings name."""
    tellings, entities = rows["article_id"].nunique(), rows["entity_id"].nunique()
    everywhere = int(rows["mentions"].gt(0).groupby(rows["entity_id"]).all().sum())
    if tellings == 1:
        return f"The one telling of {event} names {entities} entities."
    all_of = "both" if tellings == 2 else f"all {tellings}"
    return f"{everywhere} of the {entities} entities of {event} stand in {all_of} tellings."


def _of_events(tally: pd.DataFrame) -> str:
    """The same for many events in one sentence; an event of one telling has nobody to compare."""
    tellings = tally.groupby("event_id")["article_id"].transform("nunique")
    told = tally[tellings > 1]
    named = told["mentions"].gt(0).groupby([told["event_id"], told["entity_id"]])
    entities = tally.groupby(["event_id", "entity_id"]).ngroups
    said = (
        f"{tally['article_id'].nunique():,} tellings of {tally['event_id'].nunique():,} events "
        f"name {entities:,} entities."
    )
    if told.empty:
        return f"{said} No event has two tellings."
    return (
        f"{said} Of the {named.ngroups:,} in events with two tellings or more "
        f"{int(named.all().sum()):,} stand in all of them."
    )


def _omissions(left_out: pd.DataFrame) -> str:
    """Whom an outlet does not name, though two others of the event do: persons and bodies."""
    acting = left_out[left_out["apart"] == ""]
    if acting.empty:
        return "Nobody whom two outlets name was searched for in vain in a third."
    groups = acting.groupby("left_out_by", sort=True)["entity"]
    parts = [
        f"{outlet} does not name {joined(list(dict.fromkeys(names)), most=4)}"
        for outlet, names in groups
    ]
    more = f"; so do {len(parts) - 3} more with others" if len(parts) > 3 else ""
    return f"{'; '.join(parts[:3])}{more}, whom two other outlets or more name."


def _counts_of(rows: pd.DataFrame) -> str:
    total = rows.groupby("entity", sort=False)["mentions"].sum()
    empty = int(rows["mentions"].eq(0).sum())
    most = f"{total.index[0]} is named most, {total.iloc[0]} times"
    return f"{most}; {empty} of {len(rows)} cells of entity and telling are empty"


def _missing_of(rows: pd.DataFrame) -> str:
    named = rows["mentions"].gt(0).groupby(rows["entity_id"]).transform("sum")
    enough = min(2, rows["article_id"].nunique() - 1)
    missing = rows[rows["mentions"].eq(0) & (named >= enough)]
    if missing.empty:
        return "no telling leaves out anybody whom the others name"
    groups = missing.groupby("telling", sort=True)["entity"]
    return "; ".join(
        f"{telling} does not name {joined(list(names), most=4)}" for telling, names in groups
    )


def _spread_of(rows: pd.DataFrame) -> str:
    groups = rows.groupby("entity_id", sort=False)["per_1000_words"]
    spread = (groups.max() - groups.min()).idxmax()
    own = rows[rows["entity_id"] == spread].sort_values("per_1000_words")
    ends = [
        f"{r.telling} {r.per_1000_words:.1f} ({r.low:.1f} to {r.high:.1f})"
        for r in (own.iloc[-1], own.iloc[0])
    ]
    who = own.iloc[0]["entity"]
    return f"the rates of {who} differ most, {' against '.join(ends)} per 1,000 words"


def _openings_of(rows: pd.DataFrame) -> str:
    parts = []
    for telling, own in rows[rows["mentions"] > 0].groupby("telling", sort=True):
        top = own[own["in_headline"]].sort_values("first")["entity"]
        parts.append(
            f"{telling} names {joined(list(top), most=4) if len(top) else 'nobody'} in its headline"
        )
    return "; ".join(parts)
