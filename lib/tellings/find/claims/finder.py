"""Claims of a telling: sentences in, one Claim for each number that counts something out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tellings.find.claims import forecasts, idle, keys, numbers, quantities, senses, units, voices
from tellings.find.claims.places import Places
from tellings.find.claims.units import Quantity
from tellings.read.sentences import Sentence
from tellings.text import tokens
from tellings.text.tokens import Words

_PROSE = 4000  # characters; a longer "sentence" is a table: its numbers are read without context


class Claim(NamedTuple):
    """One number and what it counts.

    start, end  code points into the capture: capture[start:end] == text; text runs from the bound's
                words to the end of the unit: "over 1 million Palestinian civilians"
    kind        cardinal money percent duration distance age measure share ordinal vague
    low, high   the number as written, in `unit`; they differ where a range ("5 to 10") or a vague
                plural ("thousands of": 1000 to 10000) is written. The bound does not move them
    bound       "=" "~" "<" ">" "<=" ">=": what the words commit to
    trend       "up" or "down" where the number is a change ("rose 5%"); else ""
    unit        "person", "hour", "dollar", "percent"; for other counts the noun phrase; "" for none
    subject     what is counted or measured, in the text's words
    source      who gives the number, in the text's words; "" for the article itself
    status      report estimate forecast plan quote denied; earlier: what was before ("up from 38")
    as_of       the day (ISO) the number speaks of: a forecast's horizon, else the article's day
    key         the quantity spoken of ("people in Rafah"); "" if unknown
    """

    sentence: int
    start: int
    end: int
    text: str
    kind: str
    low: float
    high: float
    bound: str
    trend: str
    unit: str
    subject: str
    source: str
    status: str
    as_of: str
    key: str


def find(sentences: Sequence[Sentence], quotes: Sequence = (), anchor=None) -> Iterator[Claim]:
    """Yield one Claim for each number that counts or measures something.

    quotes   the article's Quote rows: a number inside one, marked or not, is its speaker's; without
             them every number is the article's own
    anchor   the article's day (a date or ISO text), for `as_of`; None if unknown

    Dates and times of day, names ("Air Force One"), scores, codes and lists are no claims.
    Units are lexicons/units.csv, bounds lexicons/bound_words.csv, each row with its source.

    >>> from tellings.read.sentences import of
    >>> [(c.low, c.bound, c.unit) for c in find(of("More than 33,900 people have been killed."))]
    [(33900.0, '>', 'person')]
    """
    heard, places = voices.Voices(sentences, quotes), Places(sentences)
    told_of: dict[str, str] = {}
    day = forecasts.iso(anchor)
    for n, sentence in enumerate(sentences):
        if not numbers.may_hold(sentence.text):
            continue
        said = tokens.fine(sentence.text)
        what, earlier = None, False
        for quantity in quantities.read(said):
            if len(sentence.text) > _PROSE:
                yield _row(sentence, said, quantity, keys.What(), ("", "report", ""))
                continue
            voice = heard.of(n, said, quantity)
            context = keys.Context(places, anchor, what, told_of, earlier)
            what, earlier = keys.of(said, quantity, voice.status, context), quantity.earlier
            if _of_nothing(said, quantity, what):
                continue
            if what.sense and what.place:
                told_of[what.sense] = what.place
            status = _status(quantity, what, voice.status)
            given = (voice.source, status, what.horizon or day)
            yield _row(sentence, said, quantity, what, given)


def _of_nothing(said: Words, quantity: Quantity, what: keys.What) -> bool:
    """Whether a number counts nothing: "no people in the streets", and what idle.rule names."""
    nobody = quantity.form == "none" and what.sense not in senses.of_people()
    return nobody or bool(idle.rule(said, quantity))


def _status(quantity: Quantity, what: keys.What, status: str) -> str:
    """What the number is given as: what was before and what is denied are no report."""
    if quantity.earlier:
        return "earlier"
    return "denied" if what.denied else status


def _row(
    sentence, said: Words, quantity: Quantity, what: keys.What, given: tuple[str, str, str]
) -> Claim:
    """The row of a quantity; `given`: its source, status and as_of."""
    start, end = said.start[quantity.first], said.end[quantity.last - 1]
    return Claim(
        sentence.sentence,
        sentence.start + start,
        sentence.start + end,
        sentence.text[start:end],
        units.kind(quantity),
        quantity.low,
        quantity.high,
        quantity.bound,
        quantity.trend,
        quantity.unit.unit if quantity.unit else what.unit,
        what.subject,
        *given,
        what.key,
    )
