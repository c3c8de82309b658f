"""What outlets call a thing, and how strongly they put it, in their own voice: framing in, drafts
out. A word that somebody said is never an outlet's."""

from collections.abc import Iterator, Mapping

from tellings.compare.differences.rows import Draft, Event, Said, listed
from tellings.compare.rows import firsts, grouped
from tellings.text.prose import upper

_MOST = 3  # words of one outlet in a sentence
_STRONG = "Strong words in the outlets' own voice: "
_BLUNT = 3  # weight of the strongest words of the list


def drafts(event: Event) -> Iterator[Draft]:
    """Drafts of kinds "called" and "strong words"."""
    if len(event.everyone) < 2:
        return
    own = [r for r in event.framing if r.voice == "own"]
    names = [r for r in own if r.group == "naming"]
    for topic, rows in grouped(names, lambda r: r.topic).items():
        by = grouped(rows, event.told_by)
        if _differ(by):
            words = f"{upper(topic)}, in the outlets' own words: "
            yield Draft("called", [words, *_each(by), "."], list(by), 0.73)
    if strong := [r for r in own if r.group == "strong"]:
        by = grouped(sorted(strong, key=lambda r: -r.weight), event.told_by)
        blunt = [len({r.term for r in rows if r.weight >= _BLUNT}) for rows in by.values()]
        most = sorted([*blunt, 0], reverse=True)
        one = len(by) == 1 and len({r.term for r in strong}) == 1
        what = "A strong word in an outlet's own voice: " if one else _STRONG
        parts = [what, *_each(by), "."]
        apart = min(most[0] - most[1], _MOST)  # where all are blunt none stands out
        yield Draft("strong words", parts, list(by), 0.52 + 0.075 * apart)


def _differ(by: Mapping[str, list]) -> bool:
    """Whether two outlets have no word for a thing in common."""
    terms = [{r.term for r in own} for own in by.values()]
    return any(not one & other for one in terms for other in terms)


def _each(by: Mapping[str, list]) -> Iterator[str | Said]:
    """The words of each outlet, each word once, with the outlet behind them."""
    for n, (outlet, own) in enumerate(by.items()):
        words = firsts(firsts(own, lambda r: r.text.lower()), lambda r: r.term)[:_MOST]
        said = [Said(r.article_id, r.start, r.end, r.text) for r in words]
        yield from ["; "] if n else []
        yield from listed(said)
        yield f" in {outlet}"
