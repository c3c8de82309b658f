"""Names that no list and no ending explains: which rule says what they are, or that they are none.

ONE_WORD and SEVERAL_WORDS are read from above, and the first rule that holds decides. A rule's name
stands in `Mention.rule`, and with a weight of its own among the cues (name_cues.csv, "prior").
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from tellings.find.mentions.capitals import Runs
from tellings.find.mentions.looks import Look, cues, group_of, look


@dataclass(slots=True)
class Written:
    """A name as it is written: its words, hyphens among them, and the looks of those with letters.

    common  whether all its words are common ones
    title   what title stands before it: "firm", "soft" or ""
    """

    texts: tuple[str, ...]
    looks: tuple[Look, ...]
    common: bool
    title: str


class Unknown:
    """A name that is to be explained: words first to last - 1 of the runs, the title before it."""

    def __init__(self, runs: Runs, first: int, last: int, title: str):
        """Look at these words of the runs; title is "firm", "soft" or ""."""
        self.runs, self.words, self.first, self.last = runs, runs.words, first, last
        texts = [word.text for word in runs.words.at[first:last]]
        self.written, self.rules = _fitting(title, *texts)
        self.looks = self.written.looks


@dataclass(slots=True)
class Rule:
    """A rule for unknown names.

    kind     what they are then; "" if the words around them vote, None if they are no names
    letters  what must hold of the name as it is written, which is asked once for all its places
    holds    what else must hold at its place
    example  the name itself in brackets
    """

    name: str
    kind: str | None
    letters: Callable[[Written], bool]
    holds: Callable[[Unknown], bool]
    example: str


def _always(name: Written | Unknown) -> bool:
    return True


@lru_cache(maxsize=20_000)
def _fitting(title: str, *texts: str) -> tuple[Written, tuple[Rule, ...]]:
    """A name's words as they are written, and the rules that may hold for it wherever it stands."""
    looks = tuple(look(text) for text in texts if text[0].isalnum())
    written = Written(texts, looks, all(each.common for each in looks), title)
    rules = ONE_WORD if len(looks) == 1 else SEVERAL_WORDS
    return written, tuple(rule for rule in rules if rule.letters(written))


def ruled(name: Unknown) -> Rule:
    """The first rule that holds for the name."""
    for rule in name.rules:
        if rule.holds is _always or rule.holds(name):
            return rule
    raise AssertionError("the last rule holds for every name")


def first_name(name: Unknown) -> bool:
    """Whether the name begins with a listed first name."""
    look = name.looks[0]
    return look.first or look.also == "first name" or name.runs.first_name(name.first)


def _titled(name: Written) -> bool:
    return bool(name.title)


def _stop(name: Written) -> bool:
    look = name.looks[0]
    return (look.stop and look.key != "US") or len(look.key) == 1


def _address(name: Written) -> bool:
    return name.texts[0][0] in "@#" or "://" in name.texts[0]


def _doctrine(name: Written) -> bool:
    """A faith or a doctrine: Christianity, Putinism."""
    low = name.looks[0].low
    return low.endswith(tuple(cues("doctrine_ending"))) or low in cues("doctrine")


def _adjective(name: Written) -> bool:
    """An adjective of a body or a party: "Congressional leaders"."""
    return name.looks[0].low in cues("no_name_alone") or name.looks[0].low in cues("ideology")


def _no_party(name: Unknown) -> bool:
    """Whether a party's adjective begins a sentence: "Conservative men" in front."""
    text = name.written.texts[0]
    opens = name.words.at[name.first].opens and text not in name.runs.spelling.middle
    return opens or name.looks[0].low in cues("no_name_alone")


def _prefixed(name: Unknown) -> bool:
    """What a prefix makes of a doctrine: anti-Semitism."""
    prefix = name.words.at[name.first - 2].look.low in cues("before_hyphen")
    return prefix and name.words.at[name.first - 1].text == "-"


def _surnames(name: Written) -> bool:
    """A known surname in the plural, as of a family: the Clintons."""
    low = name.looks[0].low
    return low.endswith("s") and low.removesuffix("s") in cues("surname")


def _with_the(name: Unknown) -> bool:
    return name.words.at[name.first - 1].look.low == "the"


def _behind_town(name: Unknown) -> bool:
    """Whether a word stands where a state's two letters do: behind a town."""
    return name.words.at[name.first - 1].text == "," and name.words.at[name.first - 2].look.capital


def _ending_alone(name: Written) -> bool:
    return name.looks[0].low in cues("generation") or name.looks[0].low in cues("company")


def _no_body(name: Written) -> bool:
    return name.looks[0].key in cues("no_body") or name.looks[0].low in _unfit_firsts()


def _unfit(name: Unknown) -> bool:
    """A name's letters where they are a word: IRA contributions."""
    two = name.words.key(name.first, name.first + 2)
    return two in cues("unfit") or name.looks[0].key in cues("no_body")


@cache
def _unfit_firsts() -> frozenset[str]:
    return frozenset(two.split()[0] for two in cues("unfit"))


def _web_address(name: Written) -> bool:
    return "." in name.texts[0][1:-1] and name.texts[0][-1].islower()


def _first_name_alone(name: Written) -> bool:
    look = name.looks[0]
    return look.first and not look.common and not look.size


def _mixed(name: Written) -> bool:
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


def _loud(name: Written) -> bool:
    return all(look.upper or len(look.key) == 1 for look in name.looks)


def _speaker(name: Unknown) -> bool:
    """Whether a name opens a line and a colon follows, as in a transcript."""
    sentence = name.words.sentence
    opens = sentence[name.first - 1] != sentence[name.first]
    return opens and name.words.at[name.last].text == ":"


def _first_name(name: Written) -> bool:
    """Whether the name's first word can be a first name, given the right surname."""
    look = name.looks[0]
    return look.first or look.also == "first name" or look.low in cues("word_name")


def _of_a_place(name: Written) -> bool:
    return len(name.texts) == 2 and group_of(" ".join(name.texts)) is not None


def _acronym_inside(name: Written) -> bool:
    return any((x.upper and len(x.key) > 2) or x.key[0].isdigit() for x in name.looks)


def _lettered(name: Written) -> bool:
    if name.looks[0].common and len(name.looks[-1].key) == 1:
        return True  # Group G
    return len(name.looks) == 2 and len(name.looks[0].key) == 1 and name.texts[1] == "-"


def _initials(name: Written) -> bool:
    """Whether letters with stops stand before a surname: J.D. Okoro; not "L.A. police"."""
    look = name.looks[1]
    letters = name.texts[0].replace(".", "")
    dotted = name.texts[0] == "".join(f"{letter}." for letter in letters) and len(letters) < 4
    return dotted and not (look.common or look.size or look.group or look.upper)


def _initial(name: Written) -> bool:
    return any(len(look.key) == 1 for look in name.looks) and "-" not in name.texts


def _particle(name: Written) -> bool:
    return any(look.low in cues("particle") for look in name.looks[1:])


def _team(name: Written) -> bool:
    last = name.looks[-1]
    return bool(name.looks[0].size) and last.low.endswith("s") and last.common


def _quoted(name: Unknown) -> bool:
    """Whether a name stands in quotation marks by itself: the title of a work, a byword."""
    marks = ('"', "'")
    after = (name.words.at[name.last].text, name.words.at[name.last + 1].text)
    return name.words.at[name.first - 1].text in marks and any(text in marks for text in after)


ONE_WORD = (
    Rule("firm", "ORG", lambda w: w.looks[0].low in cues("firm"), lambda n: n.runs.firm(n.first),
         "[Boots] said it would close."),
    Rule("a common word", None, _stop, _always, "He wrote that [They] left."),
    Rule("a handle or address", None, _address, _always, "Read [https://Velmo.org/Lind] now."),
    Rule("against a doctrine", None, _doctrine, _prefixed, "They spoke of anti-[Velmism] then."),
    Rule("doctrine", "OTHER", _doctrine, _always, "They spoke of [Velmorism] then."),
    Rule("adjective", None, _adjective, _no_party,
         "They asked [Congressional] leaders."),
    Rule("family", "PERSON", _surnames, _with_the, "They asked the [Clintons] of it."),
    Rule("postal", "PLACE", lambda w: w.texts[0] in cues("postal"), _behind_town,
         "She moved to Tuzlo, [NV], and stayed."),
    Rule("an ending alone", None, _ending_alone, _always, "They asked the [Jr] about it."),
    Rule("of a place", "NORP", lambda w: w.looks[0].group, _always, "Two [Bostonians] left."),
    Rule("direction", "PLACE", lambda w: w.looks[0].low in cues("direction"), _with_the,
         "They moved to the [West] last year."),
    Rule("no body", None, _no_body, _unfit, "The man watched [DVD] films."),
    Rule("web address", "ORG", _web_address, _always, "He wrote for [Antiwar.com] then."),
    Rule("after a title", "", _titled, _always,
         "They asked the chairman [Velmo] of it."),
    Rule("first name alone", "", _first_name_alone, _always, "They asked [Marta] of it."),
    Rule("acronym", "", lambda w: w.looks[0].upper and len(w.looks[0].key) <= 6, _always,
         "They asked the [VKR] of it."),
    Rule("mixed case", "", _mixed, _always, "They asked [VelmoPay] of it."),
    Rule("listed place", "", lambda w: bool(w.looks[0].size), _always,
         "They went to [Leeds] then."),
    Rule("one word", "", _always, _always, "They asked [Velmora] of it."),
)  # fmt: skip
SEVERAL_WORDS = (
    Rule("speaker", "PERSON", _loud, _speaker, "[MARTA VELMO]: It was late."),
    Rule("saint", "PLACE", lambda w: w.looks[0].low in cues("saint"), _always,
         "They went to [St. Velmo] then."),
    Rule("owner", "ORG", lambda w: "'s" in w.texts, _always, "They asked [Marta's List] of it."),
    Rule("first name", "PERSON", _first_name, first_name, "They asked [Marta Velmo] of it."),
    Rule("of a place", "NORP", _of_a_place, _always, "Two [South Dakotans] left."),
    Rule("initials", "PERSON", _initials, _always, "They asked [J.D. Velmo] of it."),
    Rule("acronym", "", _acronym_inside, _always, "They asked [Velmora VKR] of it."),
    Rule("start", "ORG", lambda w: w.looks[0].low in cues("org_first"), _always,
         "They asked [Radio Velmora] of it."),
    Rule("lettered", None, _lettered, _always, "They took [Vitamin C] for it."),
    Rule("initial", "PERSON", _initial, _always, "They asked [Velmo B. Lind] of it."),
    Rule("particle", "PERSON", _particle, _always, "They asked [Velmo van Lind] of it."),
    Rule("after a title", "", _titled, _always, "The chairman [Velmo Lindo] left."),
    Rule("mixed case", "", _mixed, _always, "They asked [VelmoPay Lindora] of it."),
    Rule("team", "ORG", _team, _always, "The [Leeds Miners] won."),
    Rule("common word first", "", lambda w: w.looks[0].common and not w.common, _always,
         "They asked [Rapid Velmora] of it."),
    Rule("quoted", "OTHER", lambda w: w.common, _quoted, "They called it “[Cold River]” then."),
    Rule("common words", "", lambda w: w.common, _always, "They asked [Rapid Dream] of it."),
    Rule("several words", "", _always, _always, "They asked [Velmora Lindora] of it."),
)  # fmt: skip
