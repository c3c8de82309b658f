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
        self.runs, self.words = runs, runs.words
        self.first, self.last, self.title = first, last, title
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
    look = name.looks[0]
    return look.first or look.also == "first name" or name.runs.first_name(name.first)


def _stop(name: Unknown) -> bool:
    look = name.looks[0]
    return (look.stop and look.key != "US") or len(look.key) == 1


def _address(name: Unknown) -> bool:
    return name.word.text[0] in "@#" or "://" in name.word.text


def _doctrine(name: Unknown) -> bool:
    """A faith or a doctrine: Christianity, Putinism."""
    low = name.looks[0].low
    return low.endswith(tuple(cues("doctrine_ending"))) or low in cues("doctrine")


def _adjective(name: Unknown) -> bool:
    """An adjective of a body or a party: "Congressional leaders"; "Conservative men" in front."""
    seen = name.word.text in name.runs.spelling.middle
    party = name.looks[0].low in cues("ideology") and name.word.opens and not seen
    return party or name.looks[0].low in cues("no_name_alone")


def _against(name: Unknown) -> bool:
    """What a prefix makes of a doctrine: anti-Semitism."""
    prefix = name.words[name.first - 2].look.low in cues("before_hyphen")
    return prefix and name.words[name.first - 1].text == "-" and _doctrine(name)


def _family(name: Unknown) -> bool:
    """The Clintons: a known surname in the plural behind "the"."""
    the = name.words[name.first - 1].look.low == "the"
    low = name.looks[0].low
    return the and low.endswith("s") and low.removesuffix("s") in cues("surname")


def _postal(name: Unknown) -> bool:
    """Whether a word is a state's two letters behind a town."""
    behind = name.words[name.first - 1].text == ","
    town = name.words[name.first - 2].look.capital
    return behind and town and name.word.text in cues("postal")


def _ending_alone(name: Unknown) -> bool:
    return name.looks[0].low in cues("generation") or name.looks[0].low in cues("company")


def _unfit(name: Unknown) -> bool:
    """A name's letters where they are a word: IRA contributions."""
    return " ".join(name.words.low(name.first, name.first + 2)) in cues("unfit")


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


def _speaker(name: Unknown) -> bool:
    """Whether a name in capitals opens a line and a colon follows, as in a transcript."""
    opens = name.words[name.first - 1].sentence != name.word.sentence
    colon = name.words[name.last].text == ":"
    return opens and colon and all(x.upper or len(x.key) == 1 for x in name.looks)


def _of_a_place(name: Unknown) -> bool:
    return len(name.texts) == 2 and group_of(" ".join(name.texts)) is not None


def _acronym_inside(name: Unknown) -> bool:
    return any((x.upper and len(x.key) > 2) or x.key[0].isdigit() for x in name.looks)


def _lettered(name: Unknown) -> bool:
    if name.looks[0].common and len(name.looks[-1].key) == 1:
        return True  # Group G
    return len(name.looks) == 2 and len(name.looks[0].key) == 1 and name.texts[1] == "-"


def _initials(name: Unknown) -> bool:
    """Whether letters with stops stand before a surname: J.D. Okoro; not "L.A. police"."""
    look = name.looks[1]
    letters = name.texts[0].replace(".", "")
    dotted = name.texts[0] == "".join(f"{letter}." for letter in letters) and len(letters) < 4
    return dotted and not (look.common or look.size or look.group or look.upper)


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
    Rule("firm", "ORG", lambda n: n.runs.firm(n.first), "[Boots] said it would close."),
    Rule("a common word", None, _stop, "He wrote that [They] left."),
    Rule("a handle or address", None, _address, "Read [https://Velmo.org/Lind] now."),
    Rule("against a doctrine", None, _against, "They spoke of anti-[Velmism] then."),
    Rule("doctrine", "OTHER", _doctrine, "They spoke of [Velmorism] then."),
    Rule("adjective", None, _adjective,
         "They asked [Congressional] leaders."),
    Rule("family", "PERSON", _family, "They asked the [Clintons] of it."),
    Rule("postal", "PLACE", _postal, "She moved to Tuzlo, [NV], and stayed."),
    Rule("an ending alone", None, _ending_alone, "They asked the [Jr] about it."),
    Rule("of a place", "NORP", lambda n: n.looks[0].group, "Two [Bostonians] left."),
    Rule("direction", "PLACE", _direction, "They moved to the [West] last year."),
    Rule("no body", None, lambda n: n.looks[0].key in cues("no_body") or _unfit(n),
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
    Rule("speaker", "PERSON", _speaker, "[MARTA VELMO]: It was late."),
    Rule("saint", "PLACE", lambda n: n.looks[0].low in cues("saint"),
         "They went to [St. Velmo] then."),
    Rule("owner", "ORG", lambda n: "'s" in n.texts, "They asked [Marta's List] of it."),
    Rule("first name", "PERSON", first_name, "They asked [Marta Velmo] of it."),
    Rule("of a place", "NORP", _of_a_place, "Two [South Dakotans] left."),
    Rule("initials", "PERSON", _initials, "They asked [J.D. Velmo] of it."),
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
