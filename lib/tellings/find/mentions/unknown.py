"""Names that no list and no ending explains: which rule says what they are, or that they are none.

ONE_WORD and SEVERAL_WORDS are read from above, and the first rule that holds decides. A rule's name
stands in `Mention.rule`, and with a weight of its own among the cues (name_cues.csv, "prior").
"""

from collections.abc import Callable, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from tellings.find.mentions.capitals import Runs
from tellings.find.mentions.looks import Look, cues, group_of
from tellings.find.mentions.words import Word


class Unknown:
    """A name that is to be explained: words first to last - 1 of the runs, the title before it."""

    def __init__(self, runs: Runs, first: int, last: int, title: str):
        """Look at these words of the runs; title is "firm", "soft" or ""."""
        self.words, self.first, self.last, self.title = runs.words, first, last, title
        self.word: Word = runs.words[first]
        self.looks: list[Look] = [w.look for w in runs.words[first:last] if w.text[0].isalnum()]

    @cached_property
    def texts(self) -> list[str]:
        """The words as written, hyphens among them."""
        return [word.text for word in self.words[self.first : self.last]]

    @cached_property
    def common(self) -> bool:
        """Whether all its words are common ones."""
        return all(look.common for look in self.looks)


class Rule(NamedTuple):
    """A rule for unknown names.

    kind     what they are then; "" if the words around them vote, None if they are no names
    example  the name itself in brackets
    """

    name: str
    kind: str | None
    holds: Callable[[Unknown], bool]
    example: str


def ruled(name: Unknown) -> Rule:
    """The first rule that holds for the name."""
    rules: Sequence[Rule] = ONE_WORD if len(name.looks) == 1 else SEVERAL_WORDS
    return next(rule for rule in rules if rule.holds(name))


def first_name(name: Unknown) -> bool:
    """Whether the name begins with a listed first name."""
    return name.looks[0].first or name.looks[0].also == "first name"


def _stop(name: Unknown) -> bool:
    look = name.looks[0]
    return (look.stop and look.key != "US") or len(look.key) == 1


def _address(name: Unknown) -> bool:
    return name.word.text[0] in "@#" or "://" in name.word.text


def _postal(name: Unknown) -> bool:
    """Whether a word is a state's two letters behind a town."""
    behind = name.words[name.first - 1].text == ","
    town = name.words[name.first - 2].look.capital
    return behind and town and name.word.text in cues("postal")


def _ending_alone(name: Unknown) -> bool:
    return name.looks[0].low in cues("generation") or name.looks[0].low in cues("company")


def _direction(name: Unknown) -> bool:
    the = name.words[name.first - 1].look.low == "the"
    return the and name.looks[0].low in cues("direction")


def _web_address(name: Unknown) -> bool:
    return "." in name.word.text[1:-1] and name.word.text[-1].islower()


def _first_name_alone(name: Unknown) -> bool:
    look = name.looks[0]
    return look.first and not look.common and not look.size


def _mixed(name: Unknown) -> bool:
    """Whether a word has a capital inside as brands do (PayPal), not as people (McCain)."""
    for text in name.texts:
        inside = [letter.isupper() for letter in text[1:]]
        if any(inside) and not all(inside) and not text.startswith(_prefixes()):
            return True
    return False


@cache
def _prefixes() -> tuple[str, ...]:
    """What surnames may begin with before a second capital."""
    return tuple(cues("surname_prefix"))


def _of_a_place(name: Unknown) -> bool:
    return len(name.texts) == 2 and group_of(" ".join(name.texts)) is not None


def _acronym_inside(name: Unknown) -> bool:
    return any((x.upper and len(x.key) > 2) or x.key[0].isdigit() for x in name.looks)


def _lettered(name: Unknown) -> bool:
    if name.looks[0].common and len(name.looks[-1].key) == 1:
        return True  # Group G
    return len(name.looks) == 2 and len(name.looks[0].key) == 1 and name.texts[1] == "-"


def _initial(name: Unknown) -> bool:
    return any(len(look.key) == 1 for look in name.looks) and "-" not in name.texts


def _particle(name: Unknown) -> bool:
    return any(look.low in cues("particle") for look in name.looks[1:])


def _team(name: Unknown) -> bool:
    last = name.looks[-1]
    return bool(name.looks[0].size) and last.low.endswith("s") and last.common


def _quoted(name: Unknown) -> bool:
    """Whether a name stands in quotation marks by itself: the title of a work, a byword."""
    marks = ('"', "'")
    after = (name.words[name.last].text, name.words[name.last + 1].text)
    before = name.words[name.first - 1].text in marks
    return name.common and before and any(text in marks for text in after)


def _always(name: Unknown) -> bool:
    return True


ONE_WORD = (
    Rule("a common word", None, _stop, "He wrote that [They] left."),
    Rule("a handle or address", None, _address, "Read [https://Velmo.org/Lind] now."),
    Rule("postal", "PLACE", _postal, "She moved to Tuzlo, [NV], and stayed."),
    Rule("an ending alone", None, _ending_alone, "They asked the [Jr] about it."),
    Rule("of a place", "NORP", lambda n: n.looks[0].group, "Two [Bostonians] left."),
    Rule("direction", "PLACE", _direction, "They moved to the [West] last year."),
    Rule("no body", None, lambda n: n.looks[0].upper and n.looks[0].key in cues("no_body"),
         "The man watched [DVD] films."),
    Rule("web address", "ORG", _web_address, "He wrote for [Antiwar.com] then."),
    Rule("after a title", "", lambda n: bool(n.title), "They asked the chairman [Velmo] of it."),
    Rule("first name alone", "", _first_name_alone, "They asked [Marta] of it."),
    Rule("acronym", "", lambda n: n.looks[0].upper and len(n.looks[0].key) <= 6,
         "They asked the [VKR] of it."),
    Rule("mixed case", "", _mixed, "They asked [VelmoPay] of it."),
    Rule("listed place", "", lambda n: bool(n.looks[0].size), "They went to [Leeds] then."),
    Rule("one word", "", _always, "They asked [Velmora] of it."),
)  # fmt: skip
SEVERAL_WORDS = (
    Rule("first name", "PERSON", first_name, "They asked [Marta Velmo] of it."),
    Rule("of a place", "NORP", _of_a_place, "Two [South Dakotans] left."),
    Rule("acronym", "", _acronym_inside, "They asked [Velmora VKR] of it."),
    Rule("start", "ORG", lambda n: n.looks[0].low in cues("org_first"),
         "They asked [Radio Velmora] of it."),
    Rule("lettered", None, _lettered, "They took [Vitamin C] for it."),
    Rule("initial", "PERSON", _initial, "They asked [Velmo B. Lind] of it."),
    Rule("particle", "PERSON", _particle, "They asked [Velmo van Lind] of it."),
    Rule("after a title", "", lambda n: bool(n.title), "The chairman [Velmo Lindo] left."),
    Rule("mixed case", "", _mixed, "They asked [VelmoPay Lindora] of it."),
    Rule("team", "ORG", _team, "The [Leeds Miners] won."),
    Rule("common word first", "", lambda n: n.looks[0].common and not n.common,
         "They asked [Rapid Velmora] of it."),
    Rule("quoted", "OTHER", _quoted, "They called it “[Cold River]” then."),
    Rule("common words", "", lambda n: n.common, "They asked [Rapid Dream] of it."),
    Rule("several words", "", _always, "They asked [Velmora Lindora] of it."),
)  # fmt: skip
