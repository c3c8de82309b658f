"""Counts and lists as a sentence says them: a number and a noun in, words out."""

from collections.abc import Sequence

from tellings.text.inflection import plural


def counted(count: int, noun: str) -> str:
    """A count with its noun in the right number.

    >>> counted(1, "telling"), counted(2400, "story")
    ('1 telling', '2,400 stories')
    """
    return f"{count:,} {noun if count == 1 else plural(noun)}"


def joined(names: Sequence[str], most: int = 0) -> str:
    """Names as a list in a sentence; beyond `most`, where it is given, how many more there are.

    >>> joined(["Ann", "Bo", "Cy"]), joined(["Ann", "Bo", "Cy"], most=1), joined([])
    ('Ann, Bo and Cy', 'Ann and 2 more', '')
    """
    shown = list(names)
    if most and len(shown) > most:
        shown = [*shown[:most], f"{len(shown) - most:,} more"]
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(count: int) -> str:
    """A count as running text has it: words up to ten.

    >>> number(3), number(1200)
    ('three', '1,200')
    """
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def few(count: int, noun: str) -> str:
    """A count with its noun, in words up to ten.

    >>> few(1, "article"), few(0, "story"), few(12, "event")
    ('one article', 'no stories', '12 events')
    """
    return f"{number(count)} {noun if count == 1 else plural(noun)}"


def a(noun: str) -> str:
    """A noun with "a" or "an" before it, as its first letter asks.

    >>> a("report"), a("account")
    ('a report', 'an account')
    """
    return f"{'an' if noun[:1].lower() in tuple('aeiou') else 'a'} {noun}"


def upper(sentence: str) -> str:
    """The sentence with a capital at its beginning; the rest is left as it is.

    >>> upper("three articles by HuffPost")
    'Three articles by HuffPost'
    """
    return sentence[:1].upper() + sentence[1:]
