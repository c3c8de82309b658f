"""Titles of works in quotation marks: words in, where each title begins and ends out.

A show, a film, a book or a headline stands in marks as speech does; it is told from speech by its
capitals ("Face the Nation") and by a word beside it: a show's host, "on", a network's name.
"""

from tellings.find.mentions.looks import cues
from tellings.find.mentions.words import Words

# A title has no more words; a quotation with more is speech.
_LONGEST = 8
_MARKS = ('"', "'")
_BEFORE_MARK = (",", ".", "!", "?", ";", ":")


def works(words: Words) -> dict[int, int]:
    """The titles in marks: place of the first word -> place after the last."""
    found = {}
    for place in words.marks:
        word = words.at[place]
        if word.text in _MARKS and word.spaced and words.at[place + 1].look.capital:
            end = _end(words, place + 1, word.text)
            if end and _titled(words, place + 1, end) and _cued(words, place, end):
                found[place + 1] = end
    return found | _again(words, found)


def _end(words: Words, first: int, mark: str) -> int:
    """The place of the closing mark, or of the stop before it; 0 if it is too far."""
    for place in range(first + 1, first + _LONGEST + 2):
        word = words.beside(place, first)
        if word.text == mark and not word.spaced:
            return place - (words.at[place - 1].text in _BEFORE_MARK)
        if not word.text or (word.text in _BEFORE_MARK[1:] and words.at[place + 1].text != mark):
            return 0
    return 0


def _titled(words: Words, first: int, end: int) -> bool:
    """Whether words are written as a title: small words small, the others with a capital."""
    inside = words.at[first:end]
    if inside[0].look.first and not inside[0].look.common:
        return False  # a person in marks
    if any(w.style for w in inside):
        return False  # in a headline every word has a capital
    lasting = [w.look for w in inside if w.look.low not in cues("small_in_title")]
    written = all(look.capital or look.low[:1].isdigit() for look in lasting)
    return written and inside[-1].look.capital and any(look.common or look.stop for look in lasting)


def _cued(words: Words, mark: int, end: int) -> bool:
    """Whether a word beside the marks says that a title stands between them."""
    close = end + (words.at[end].text in _BEFORE_MARK)
    before = [words.beside(mark - k, mark).look for k in (1, 2, 3)]
    after = [words.beside(close + k, mark).look.low for k in (1, 2)]
    nickname = words.at[close + 1].look.capital and end - mark == 2
    if nickname and words.at[close + 1].spaced and before[0].capital:
        return False  # Ron "Doc" Lee
    whose = before[0].low in ("'s", "'") or (before[0].upper and end - mark > 2)
    far = any(look.low in cues("work") for look in before)
    return (
        whose or far or before[0].low in cues("before_work") or not cues("work").isdisjoint(after)
    )


def _again(words: Words, found: dict[int, int]) -> dict[int, int]:
    """The other places of the titles of several words, without marks."""
    titles = {words.low(a, b): b - a for a, b in found.items() if b - a > 1}
    firsts = {title[0] for title in titles}
    again: dict[int, int] = {}
    for place in words.capitals if titles else ():
        word = words.at[place]
        if word.look.low in firsts and place not in found:
            for title, size in titles.items():
                if words.low(place, place + size) == title:
                    again[place] = place + size
    return again
