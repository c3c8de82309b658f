"""A notebook's finding, event by event: sentences in, the lines that a page opens with out."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import pandas as pd

from tellings.text.prose import few

MOST = 3  # events that a finding speaks of, those of most articles first
DRAWN = 6  # events that have a panel in a figure: show.panels draws so many
_SENTENCES = 2  # of each of them where a finding speaks of more than two


def names(articles: pd.DataFrame) -> dict[str, str]:
    """The name of each event by its id, the event of most articles first."""
    size = articles["event_id"].map(articles["event_id"].value_counts()).astype(int)
    order = articles.assign(size=-size).sort_values(["size", "event_id"], kind="stable")
    return dict(zip(order["event_id"], order["event_name"], strict=True))


def drawn(
    rows: pd.DataFrame, called: Mapping[str, str], most: int = DRAWN
) -> Iterator[tuple[str, pd.DataFrame]]:
    """The name and the rows of each event that a figure draws: the largest of those that have rows.

    called  the names of the events by their ids, in the order of `names`
    """
    there = set(rows["event_id"])
    for event in [event for event in called if event in there][:most]:
        yield called[event], rows[rows["event_id"] == event]


def to_draw(called: Mapping[str, str], *by: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """A function that takes from a table what a figure needs of it: the rows of the first events,
    and of each other event its first row, by which the figure says how many more there are.

    called  the names of the events by their ids, in the order of `names`
    by      columns by which a figure chooses rows: of each of their values there is a first row
    """
    first = set(list(called)[:DRAWN])

    def of(rows: pd.DataFrame) -> pd.DataFrame:
        return rows[rows["event_id"].isin(first) | ~rows.duplicated(["event_id", *by])]

    return of


def by_event(said: Mapping[str, Sequence[str]], articles: pd.DataFrame, none: str) -> str:
    """A line for each event of which there is something to say, at most MOST; `none` if there is
    nothing to say of any.

    said  sentences by event_id

    A line begins with its event's name where the articles are of more than one event.
    """
    called = names(articles)
    own = [event for event in called if said.get(event)]
    most = _SENTENCES if len(own) > 2 else None
    lines = [_line(called, event, said[event][:most]) for event in own[:MOST]]
    if len(own) > MOST:
        lines[-1] += f" For {few(len(own) - MOST, 'more event')}, see the tables below."
    return "\n".join(lines) or none


def title(said: Mapping[str, Sequence[str]], articles: pd.DataFrame, none: str) -> str:
    """What a figure finds: the first clause said of the first event, else `none`."""
    called = names(articles)
    first = (_line(called, event, said[event][:1]) for event in called if said.get(event))
    return next(first, none).partition("; ")[0].rstrip(".")


def _line(called: Mapping[str, str], event: str, sentences: Sequence[str]) -> str:
    """An event's sentences behind its name, if it is not the only one."""
    name = f"{called[event]}: " if len(called) > 1 else ""
    return name + " ".join(sentences)
