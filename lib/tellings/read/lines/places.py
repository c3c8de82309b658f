"""Roles by place: what the lines before, in and behind the body's span are."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain

from tellings.lexicons import listed
from tellings.read.lines import titles as page_titles
from tellings.read.lines.lists import link_lists
from tellings.read.lines.looks import Look
from tellings.read.lines.named import author
from tellings.read.lines.roles import ROLES, Verdict

# A title has so many lines with words between it and the body; more if its words come back.
_NEAR, _FAR = 12, 40
_IS = re.compile(
    r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]*){0,2} (?P<surname>[A-Z][\w'-]+)(?: \(@\w+\))?,?"
    r" (?:is|was|writes|covers)\b"
)
# Words of a caption and of a credit alone, at most; "(Walt Disney Co.)".
_CAPTION, _CREDIT = 45, 12
_BRACKETS = re.compile(r"\([A-Z][\w.'&/ -]{2,40}\)$")
# "About Ann Lee", "About the author"; a heading and so many lines below it.
_ABOUT_NAME = re.compile(r"\w+ (?:the [a-z]+|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3})$")
_BIO = 4
# "LINDAU, Ind. — ", "ODERAU (Reuters) - ", "April 29 (UPI) — ": what a story opens with.
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.' -]{2,}(?:,[^()—]{2,30}?)?|[A-Z][\w.,' ]{2,40}\([A-Z][\w. ]+\))"
    r"\s*(?:\([^)]*\)\s*)?(?:—|–|--|-)\s"
)
_SHORTEST, _LONGEST = 4, 20  # words of a headline that ends in a full stop
_NEXT = re.compile(r"\s(\w+)\b")


def headline_with_stop(
    lines: Sequence[Look], named: Sequence[Verdict | None], first: int, last: int
) -> int:
    """Where the body begins when its first line is a headline that somebody gave a full stop; else
    where it does anyway.

    "Trump Warns Iran Again." is told by its capitals, "Bridge to close." by the dateline that the
    next paragraph opens with. Nothing but what names itself stands above it.
    """
    if any(line.words and not name for line, name in zip(lines[:first], named, strict=False)):
        return first
    next_one = next((i for i in range(first + 1, last + 1) if lines[i].words), None)
    words = lines[first].text.split() if next_one else []
    if not next_one or not _SHORTEST <= len(words) <= _LONGEST or lines[first].bullet:
        return first
    told = _in_capitals(words) or _DATELINE.match(lines[next_one].text)
    return next_one if told and not _DATELINE.match(lines[first].text) else first


def _in_capitals(words: Sequence[str]) -> bool:
    """Whether a line is written like a title: capitals, its verbs too, but for its small words."""
    kinds = ("determiner", "preposition", "coordinator", "subordinator")
    small = frozenset().union(*(listed("function_words", kind=k) for k in kinds))
    own = [w for w in words if w not in small and w[0].isalpha()]
    return len(own) >= _SHORTEST and all(w[0].isupper() for w in own)


def before(
    lines: Sequence[Look], named: Sequence[Verdict | None], first: int, last: int
) -> dict[int, Verdict]:
    """Before the body: headline, then dek, with a section above; what is left over is nav."""
    found = {i: named[i] or Verdict("nav", "before the body") for i in range(first)}
    free = [i for i in range(first) if not named[i] and not lines[i].bullet]
    titles = _titles(lines, [i for i in range(first) if lines[i].words], free, first, last)
    given = [i for i, n in enumerate(named[:first]) if n and n.role == "headline"]
    repeated = _repeated(lines, titles, given)
    found |= dict.fromkeys(repeated, Verdict("nav", page_titles.RULE))
    titles = given or [i for i in titles if i not in repeated]
    if titles and not given:
        found[titles[0]] = _headline(lines[titles[0]])
        above = [i for i in range(titles[0]) if lines[i].words]
        if above and above[-1] in free and len(lines[above[-1]].words) <= 3:
            found[above[-1]] = Verdict("section", "a kicker above the headline")
    later = [i for i in titles[1:] if len(lines[i].words) >= 6]
    if later:
        found[later[0]] = Verdict("dek", "second title before the body")
    return found


def _headline(line: Look) -> Verdict:
    """The first title; a bar before a site's name says that the page's title is all there is."""
    with_site = "|" in line.text and page_titles.parts(line.text)[1]
    rule = page_titles.WITH_SITE if with_site else "first title before the body"
    return Verdict("headline", rule)


def _repeated(lines: Sequence[Look], titles: list[int], given: list[int]) -> set[int]:
    """Lines that say the headline once more: the page's title ("Headline | Site") above it, and
    words that stand there already."""
    seen = {lines[i].low for i in given}
    found = set()
    for i in titles:
        if lines[i].low in seen or any(
            page_titles.again(lines[i].text, lines[j].text) for j in [*titles, *given] if j != i
        ):
            found.add(i)
        seen.add(lines[i].low)
    return found


def _titles(
    lines: Sequence[Look], filled: list[int], free: list[int], first: int, last: int
) -> list[int]:
    """Lines above the body that may be its titles, the headline first.

    The headline is the first near the body whose words come back in it, else one further up, else
    the first near it at all.
    """
    near, far = set(filled[-_NEAR:]), set(filled[-_FAR:])
    long = [i for i in free if len(lines[i].words) >= 4]
    titles = set(chain.from_iterable(lines[i].words for i in long))
    body = titles.intersection(chain.from_iterable(x.words for x in lines[first : last + 1]))
    told = [i for i in long if _tells(lines[i], body)]
    best = [i for i in told if i in near][:1] or [i for i in told if i in far][-1:]
    best = best or [i for i in long if i in near][:1] or [i for i in free if i in near][-1:]
    return best + [i for i in long if best and i > best[0]]


def _tells(line: Look, body: set[str]) -> bool:
    """Whether half of a title's words come back in the body: furniture has words of its own."""
    known = listed("function_words")
    own = {w for w in line.words if len(w) > 2 and w not in known}
    return 2 * len(own & body) >= len(own) > 0


_BODY, _LIST = (Verdict(role, "in the run of prose") for role in ("body", "list"))


def inside(
    lines: Sequence[Look], named: Sequence[Verdict | None], first: int, last: int
) -> dict[int, Verdict]:
    """Inside the body's span: what names itself keeps its role; bullets are list, the rest body.

    Bullets that are other articles' headlines are nav, and what stands twice without a stop.
    """
    found = {i: named[i] or (_LIST if lines[i].bullet else _BODY) for i in range(first, last + 1)}
    links = link_lists(lines, named) & set(found)
    seen = Counter(line.low for line in lines if line.text and not line.stops)
    twice = {i for i in found if not named[i] and seen[lines[i].low] > 1 and not lines[i].stops}
    found |= dict.fromkeys(twice, Verdict("nav", "stands twice on the page"))
    return found | dict.fromkeys(links, Verdict("nav", "a list of links"))


def captions(lines: Sequence[Look], named: Sequence[Verdict | None]) -> dict[int, Verdict]:
    """Lines that stand with a picture's count or credit: "Image 2 of 5", the words, "(NASA)".

    A credit alone makes the line above it a caption only if that ends in no stop.
    """
    found = {}
    filled = [i for i, line in enumerate(lines) if line.text]
    for above, i, below in zip(filled, filled[1:], filled[2:], strict=False):
        if named[i] or len(lines[i].words) > _CAPTION:
            continue
        counted = _is(named[above], "nav", "counts pictures")
        credited = _is(named[below], "caption", "") and len(lines[below].words) <= _CREDIT
        bracket = below == i + 1 and bool(_BRACKETS.match(lines[below].text))
        if (counted and credited) or (
            (credited or bracket) and not lines[i].stops and i + 1 == below
        ):
            found[i] = Verdict("caption", "stands with a picture's credit")
            found |= {below: Verdict("caption", "a credit alone")} if bracket else {}
    return found


def _is(name: Verdict | None, role: str, rule: str) -> bool:
    return name is not None and name.role == role and name.rule.startswith(rule)


def behind(named: Sequence[Verdict | None], last: int) -> dict[int, Verdict]:
    """Behind the body: what names itself keeps its role, the rest is nav."""
    return {i: named[i] or Verdict("nav", "after the body") for i in range(last + 1, len(named))}


def about_author(
    lines: Sequence[Look], named: Sequence[Verdict | None], first: int, last: int
) -> dict[int, Verdict]:
    """Lines near the body's end that say who the author is: bio.

    Such a line begins with the byline's name, or with a name that the article has not told of and a
    trade of the press: "Ann Lee is a staff writer at the Post."
    """
    names = [author(x) for x, n in zip(lines, named, strict=True) if n and n.role == "byline"]
    near = [i for i in range(last + 1) if lines[i].text][-2:] + list(range(last + 1, len(lines)))
    found = _about(lines, named, last)
    for i in near:
        if named[i]:
            continue
        if any(_introduces(lines[i].text, name) for name in names):
            found[i] = Verdict("bio", "about the author of the byline")
        elif _of_the_press(lines[i], lines[first : min(i, last + 1)]):
            found[i] = Verdict("bio", "a name that writes")
    return found


def _about(lines: Sequence[Look], named: Sequence[Verdict | None], last: int) -> dict[int, Verdict]:
    """ "About Ann Lee" near the body's end, and the lines below it that tell of her."""
    filled = [i for i in range(last + 1) if lines[i].text][-_BIO:]
    heads = (i for i in filled if not named[i] and _ABOUT_NAME.match(lines[i].text))
    head = next((i for i in heads if lines[i].low.startswith(_abouts())), None)
    if head is None:
        return {}
    below = [i for i in filled if i >= head and not named[i]]
    return dict.fromkeys(below, Verdict("bio", "below a heading about somebody"))


@cache
def _abouts() -> tuple[str, ...]:
    return tuple(f"{word} " for word in sorted(listed("line_cues", kind="about")))


def _of_the_press(line: Look, above: Sequence[Look]) -> bool:
    """Whether a line says of somebody whom the text above does not name that he or she writes."""
    name = _IS.match(line.text)
    if not name or not above:
        return False
    if listed("line_cues", kind="writes").isdisjoint(line.words[:25]):
        return False
    surname = name["surname"].lower()
    return not any(surname in x.words for x in above)


def _introduces(text: str, name: str) -> bool:
    """Whether a line begins with a name and a verb that says who or what that is."""
    verb = _NEXT.match(text, len(name))
    told = verb is not None and verb.group(1) in listed("line_cues", kind="bio")
    return bool(name) and told and text.startswith(name)


def corrected(corrections: Iterable, size: int) -> dict[int, Verdict]:
    """Roles that the researcher has set; raises ValueError for a role or a line that is none."""
    found = {}
    for row in corrections:
        if row.subject != "line":
            continue
        if row.becomes not in ROLES:
            raise ValueError(
                f"corrections.csv: unknown role {row.becomes!r}; known: {', '.join(ROLES)}"
            )
        if not row.place.isdecimal() or not 1 <= int(row.place) <= size:
            raise ValueError(
                f"corrections.csv: no line {row.place!r}; place is a line number, 1 to {size}"
            )
        found[int(row.place) - 1] = Verdict(row.becomes, "correction")
    return found
