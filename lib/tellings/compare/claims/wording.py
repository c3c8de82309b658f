"""Agreement in tables and words: aligned claims and their pairs in, what a page shows out."""

from collections.abc import Iterator, Mapping

import pandas as pd

from tellings.compare.claims import measures
from tellings.compare.claims.intervals import number
from tellings.compare.claims.near import any_near
from tellings.compare.events.outlets import noun, voices
from tellings.compare.rows import alike, grouped
from tellings.tables import Tables, tuples
from tellings.text.inflection import plural
from tellings.text.prose import counted

PANELS = 6  # quantities that are drawn
_FORECAST = ", forecast"
_NUMBERS = ["start_a", "end_a", "difference"]
_WORDS = ["key", "article_id_a", "outlet_a", "text_a", "source_a", "outlet_b", "text_b"]
_WORDS += ["source_b", "verdict", "reason"]
_ODDS = ["conflict", "development", "consistent", "compatible"]
_ORDER = [*_ODDS, "agree", "sequence"]
_AT_ONCE = 5_000  # pairs that are put in words at one time


def printed(aligned: pd.DataFrame) -> pd.DataFrame:
    """Every claim for people: who prints it, its words, how they are read, whose number it is."""
    rows = aligned.assign(
        read_as=[_read_as(r) for r in tuples(aligned)],
        source=aligned["source"].where(aligned["source"] != "", "own voice"),
    )
    columns = [
        "article_id",
        "start",
        "end",
        "telling",
        "text",
        "read_as",
        "unit",
        "source",
        "status",
    ]
    return rows[[*columns, "key"]].rename(columns={"key": "quantity"})


def _read_as(claim) -> str:
    """A claim's number with its bound as a sign: "> 1 million", "5 to 10"."""
    low, high = number(claim.low), number(claim.high)
    value = low if low == high else f"{low} to {high}"
    return value if claim.bound == "=" else f"{claim.bound} {value}"


def alone(aligned: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The claims that only one outlet of their event gives, where the event has more than one.

    articles  all of them: one without any number is an outlet that does not give these

    A number that another outlet gives of a thing of that name ("14 weeks") is none of one alone,
    whether or not it is of one quantity.
    """
    outlets = aligned["event_id"].map(_outlets(articles).map(len))
    told = aligned.groupby("group")["outlet"].transform("nunique")
    by = [aligned["event_id"], aligned["unit"], aligned["low"], aligned["high"]]
    given = aligned["outlet"].groupby(by).transform("nunique")
    kept = aligned[(outlets > 1) & (given == 1) & ((aligned["group"] == "") | (told == 1))]
    rows = kept.sort_values(["event_id", "outlet", "start"], kind="stable")
    return printed(rows).drop(columns=["read_as", "unit"])


def _outlets(articles: pd.DataFrame) -> pd.Series:
    """The outlets of each event, those without a number among them."""
    return voices(articles).groupby(articles["event_id"]).unique()


def left_out(aligned: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The quantities that all outlets of an event but one give, where it has three or more.

    Not where that one gives a number so near that it may be of the quantity. Columns event_id,
    quantity, outlet (in which none was matched: it may say it otherwise), and the words of one that
    gives it, with their place.
    """
    outlets = _outlets(articles).to_dict()
    given = grouped(tuples(aligned), lambda row: (row.event_id, row.outlet))
    found = []
    for rows in alike(aligned[aligned["group"] != ""], ["group"]):
        one, all_of_event = rows[0], outlets[rows[0].event_id]
        silent = sorted(set(all_of_event) - {row.outlet for row in rows})
        if len(silent) != 1 or len(all_of_event) < 3:
            continue
        if not any_near(given.get((one.event_id, silent[0]), ()), rows):
            place = (one.article_id, one.start, one.end, one.text)
            found.append((one.event_id, one.key, silent[0], one.outlet, *place))
    columns = "event_id quantity outlet given_by article_id start end text".split()
    return pd.DataFrame(found, columns=columns)


def perhaps(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs that may be one quantity, for people: both wordings and what speaks for it."""
    rows = pairs.rename(columns={"article_id_a": "article_id", "start_a": "start", "end_a": "end"})
    sides = (
        [f"{o}: “{t}”" for o, t in zip(pairs[f"outlet_{s}"], pairs[f"text_{s}"], strict=True)]
        for s in "ab"
    )
    rows["text"], rows["beside"] = sides
    return rows[
        ["event_id", "rank", "article_id", "start", "end", "text", "beside", "reason", "share"]
    ]


def verdicts(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs inside an event for people: what is at odds first, then what is given alike.

    order  the index: what is at odds in any event comes first; the rows come event by event
    """
    inside = pairs[pairs["event_id"] != ""]
    rank = {verdict: n for n, verdict in enumerate(_ORDER)}
    order = inside["verdict"].map(rank).fillna(len(rank))
    by = ["event_id", "order", "key"]
    return _for_people(inside.assign(order=order).sort_values(by, kind="stable"))


def at_odds(pairs: pd.DataFrame) -> pd.DataFrame:
    """Those of `verdicts` whose numbers differ; ranks of one series and forecasts are no such."""
    odds = pairs[(pairs["event_id"] != "") & pairs["verdict"].isin(_ODDS)]
    return verdicts(odds).drop(columns="difference")


def days(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs of days for people: what is at odds first."""
    return verdicts(pairs).drop(columns="difference")


def developments(told: Tables) -> Iterator[pd.DataFrame]:
    """The pairs between two events for people: one quantity at two times, the same source first.

    told  with the table claim_pairs

    A few thousand at a time: in the words of a table they take as much again.
    """
    between = _between(told)
    same = between["reason"].str.contains("the same source", regex=False)
    order = between[["key"]].assign(order=~same.astype(bool))
    order = order.sort_values(["order", "key"], kind="stable")
    for at in range(0, max(len(order), 1), _AT_ONCE):
        part = order["order"].iloc[at : at + _AT_ONCE]
        rows = between.loc[part.index].astype(dict.fromkeys(_WORDS, "str"))
        yield _for_people(rows.assign(order=part))


def _between(told: Tables) -> pd.DataFrame:
    """The pairs of two events by the columns shown; of a text each row has its number only. Read a
    column at a time: of a toll that many events give there are many pairs."""
    own = told.of_events([""])
    pairs = {c: own.columns("claim_pairs", c)[c].astype("category") for c in _WORDS}
    return own.columns("claim_pairs", *_NUMBERS).assign(**pairs)


def _for_people(pairs: pd.DataFrame) -> pd.DataFrame:
    """Pairs with both wordings, the difference, the days between and the reason, by `order`."""
    columns = {"article_id_a": "article_id", "start_a": "start", "end_a": "end", "key": "quantity"}
    rows = pairs.rename(columns=columns)
    rows["text"] = _said(pairs, "a")
    rows["beside"] = _said(pairs, "b")
    rows["difference"] = [_per_cent(d) for d in pairs["difference"]]
    shown = ["quantity", "text", "beside", "verdict", "difference", "reason"]
    return rows.set_index("order")[["article_id", "start", "end", *shown]]


def _said(pairs: pd.DataFrame, side: str) -> list[str]:
    """Each claim of a side of the pairs as "outlet: “words” (source)"."""
    columns = zip(
        pairs[f"outlet_{side}"], pairs[f"text_{side}"], pairs[f"source_{side}"], strict=True
    )
    return [f"{o}: “{t}”" + (f" ({s})" if s else "") for o, t, s in columns]


def _per_cent(difference: float) -> str:
    """A difference as people write it; "" where it cannot be told."""
    return "" if difference != difference else f"{difference:+.1f} %".replace("+0.0", "0")


def drawn(aligned: pd.DataFrame) -> pd.DataFrame:
    """The aligned claims that a figure shows, with the panel they belong to.

    A quantity is drawn where it has two claims, and a forecast of it. The tables alone tell days,
    ranks and what is held for one quantity only because the number is the same ("two sides").
    A panel counts in one unit, the one that most of its claims use, or the finer: low and high are
    in it ("over six decades", "60 years"). Columns beside those of `aligned`: panel, title (in
    words), units (that unit's plural), size (of the claim's own unit in it) and articles (of its
    event).
    """
    articles = aligned.groupby("event_id")["article_id"].transform("nunique")
    aligned = aligned.assign(articles=articles)
    table = aligned[(aligned["group"] != "") & ~aligned["kind"].isin(["date", "ordinal"])].copy()
    forecast = table["key"].str.contains(_FORECAST, regex=False)
    base = table["key"].str.split(_FORECAST).str[0]
    panel = table["group"].where(~forecast, table["event_id"] + ": " + base + _FORECAST)
    table = table.assign(
        panel=panel,
        title=base.str[:1].str.upper()
        + base.str[1:]
        + forecast.map({True: ": forecasts", False: ""}),
    )
    table = _in_one_unit(table)
    rows = table.groupby("panel")
    alike = rows["low"].transform("nunique") == 1
    bare = alike & (table["basis"] == "number") & (rows["bound"].transform("nunique") == 1)
    counted = ~bare & ((~bare).groupby(table["panel"]).transform("sum") > 1)
    with_count = set(
        zip(table["event_id"][counted & ~forecast], base[counted & ~forecast], strict=True)
    )
    beside = [pair in with_count for pair in zip(table["event_id"], base, strict=True)]
    return table[counted | (forecast & pd.Series(beside, index=table.index, dtype=bool))]


def _in_one_unit(table: pd.DataFrame) -> pd.DataFrame:
    """The claims with low and high in one unit a panel, its plural as units, and their size."""
    size = measures.sizes(table["unit"])
    used = size.groupby([table["panel"], size]).transform("size")
    order = pd.DataFrame(
        {"panel": table["panel"], "used": -used, "size": size, "unit": table["unit"]}
    )
    first = (
        order.sort_values(["used", "size"], kind="stable")
        .groupby("panel")[["unit", "size"]]
        .first()
    )
    one = first.loc[table["panel"]].set_index(table.index)
    size = size / one["size"]
    return table.assign(
        low=table["low"] * size,
        high=table["high"] * size,
        size=size,
        units=[plural(unit) if unit else "" for unit in one["unit"]],
    )


def panels(table: pd.DataFrame) -> list[str]:
    """The panels of `drawn`: events of most articles first, then quantities of most outlets."""

    rows = table[["panel", "event_id", "title", "articles", "outlet"]]
    events = {of[0].event_id: of for of in alike(rows, ["event_id"], lone=True)}

    def place(one) -> tuple:
        title = one.title.split(": forecasts")[0]
        same = [row for row in events[one.event_id] if row.title.startswith(title)]
        outlets = {row.outlet for row in same}
        return -one.articles, one.event_id, -len(outlets), -len(same), title, one.panel

    first = tuples(rows.drop_duplicates("panel"))
    return [one.panel for one in sorted(first, key=place)]


def in_words(table: pd.DataFrame, called: Mapping[str, str]) -> str:
    """What the figure of the claims shows: each quantity with its range of numbers.

    table   of `drawn`; called: the names of the events by their ids
    """
    chosen = panels(table)
    parts = [_panel_in_words(table[table["panel"] == p], called) for p in chosen[:PANELS]]
    if not parts:
        return "No quantity is given twice on one event."
    more = f" of {len(chosen):,}" if len(chosen) > PANELS else ""
    return f"{counted(len(parts), 'panel')}{more}. " + "; ".join(parts) + "."


def _panel_in_words(rows: pd.DataFrame, called: Mapping[str, str]) -> str:
    """One quantity: "People in Rafah, Talks of April: 1 million to 1.3 million (3 claims, …)"."""
    low, high = number(rows["low"].min()), number(rows["high"].max())
    values = low if low == high else f"{low} to {high}"
    told = f"{counted(len(rows), 'claim')}, {counted(rows['outlet'].nunique(), noun(rows))}"
    event = f", {called[rows['event_id'].iloc[0]]}" if len(called) > 1 else ""
    return f"{rows['title'].iloc[0]}{event}: {values} ({told})"
