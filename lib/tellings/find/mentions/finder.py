"""Names in a telling: sentences in, one Mention per name out."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from tellings.find.mentions import boundaries, kinds, linking, listed
from tellings.find.mentions.forms import Form
from tellings.find.mentions.words import Word, cues, group_of, places, read
from tellings.lexicons import rows
from tellings.text.characters import plain

KINDS = ("PERSON", "ORG", "PLACE", "NORP", "EVENT", "OTHER")
# A trained model's labels, in our kinds; labels for numbers and dates name nobody.
_LABELS = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE",
    "FAC": "PLACE", "PLACE": "PLACE", "NORP": "NORP", "EVENT": "EVENT", "PRODUCT": "OTHER",
    "WORK_OF_ART": "OTHER", "LAW": "OTHER", "MISC": "OTHER", "OTHER": "OTHER",
}  # fmt: skip


class Mention(NamedTuple):
    """A name where it stands.

    start, end  code points into the capture: capture[start:end] == text; without title and article
    entity      the best name of its bearer within this article
    kind        PERSON ORG PLACE NORP (a nation, faith or party) EVENT OTHER
    title       the words before a person that say who they are: "Prime Minister", "Mr"
    sense       "" | metonym ("Washington said") | administration ("the Biden administration")
    folds_to    what it may be counted as when asked: "Israelis" as "Israel"; "" if nothing
    rule        what decided: a list, a title, an ending, votes of the words around it ...
    """

    sentence: int
    start: int
    end: int
    text: str
    entity: str
    kind: str
    title: str
    sense: str
    folds_to: str
    rule: str


def find(sentences: Sequence) -> Iterator[Mention]:
    """Yield one Mention for each name, in order, none inside another.

    Rules and lists (lexicons/README.md) and the article's own spelling decide; no model is loaded.
    The longest proper name counts ("Israeli Air Force" is one ORG); titles, possessives and
    articles stand outside it, and a body before a title is a mention of its own.

    >>> from tellings.read.sentences import of
    >>> [(m.text, m.kind, m.title) for m in find(of("US President Joe Biden left Rafah."))]
    [('US', 'PLACE', ''), ('Joe Biden', 'PERSON', 'President'), ('Rafah', 'PLACE', '')]
    """
    given = read(sentences)
    found = kinds.settle(given, boundaries.among(given))
    yield from resolve(_mentions(given, found, sentences))


def finder(names_by: str = "rules") -> Callable[[Sequence], Iterator[Mention]]:
    """The function that finds names: "rules" (the suite's own) or "spacy:<model>" (installed).

    Raises ValueError for any other word. The function can be handed to parallel.each.
    """
    if names_by == "rules":
        return find
    backend, _, model = names_by.partition(":")
    if backend != "spacy" or not model:
        raise ValueError(f"unknown finder of names {names_by!r}; known: rules, spacy:<model>")
    return partial(find_with_spacy, model=model)


def find_with_spacy(sentences: Sequence, model: str) -> Iterator[Mention]:
    """Yield the names that a spaCy model finds, as `find` would: same columns, same titles.

    model  an installed package ("en_core_web_sm") or the path of a saved pipeline

    Raises ValueError, in one line, where spaCy or the model is missing.
    """
    pipeline = _pipeline(model)
    given = read(sentences)
    starts, ends = [word.start for word in given], [word.end for word in given]
    found = []
    parsed = pipeline.pipe(plain(sentence.text) for sentence in sentences)
    for sentence, document in zip(sentences, parsed, strict=True):
        for entity in document.ents:
            kind = _LABELS.get(entity.label_, "")
            first = bisect_right(ends, sentence.start + entity.start_char)
            last = bisect_left(starts, sentence.start + entity.end_char)
            if kind and first < last:
                first, last = _bare(given, first, last, kind)
                found.append(boundaries.Name(first, last, kind, f"spacy:{entity.label_}"))
    yield from resolve(_mentions(given, found, sentences))


def resolve(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of one article, each with the best name of its bearer as `entity`."""
    times = Counter((m.entity, m.kind) for m in mentions)
    forms = [Form("", m.entity, m.kind, m.title, times[m.entity, m.kind]) for m in mentions]
    answers = linking.link(forms)
    return [
        m._replace(entity=a.name, folds_to=m.folds_to or _folds_to(m, a.name))
        for m, a in zip(mentions, answers, strict=True)
    ]


def _mentions(
    given: list[Word], found: Sequence[boundaries.Name], sentences: Sequence
) -> list[Mention]:
    """The names as rows, with title and sense."""
    by_number = {s.sentence: s for s in sentences}
    made = []
    for name in found:
        first, last = given[name.first], given[name.last - 1]
        sentence = by_number[first.sentence]
        text = sentence.text[first.start - sentence.start : last.end - sentence.start]
        title = _title(given, name.first, sentence) if name.kind == "PERSON" else ""
        sense, folds_to = _sense(given, name)
        whole = _qualified(given, name, _quiet(name, text))
        row = (
            first.sentence,
            first.start,
            last.end,
            text,
            whole,
            name.kind,
            title,
            sense,
            folds_to,
        )
        made.append(Mention(*row, name.rule))
    return made


def _title(given: list[Word], place: int, sentence) -> str:
    """The title that stands directly before a person, as written: "former President", "Ms."."""
    begin = place
    for start in range(place - 1, max(-1, place - 8), -1):
        if given[start].sentence != sentence.sentence:
            break
        if listed.title_at(given, start)[0] == place:
            begin = start
    if begin == place:
        return ""
    before = given[begin - 1] if begin else None
    if before and before.sentence == sentence.sentence:
        prefix = before.look.low in cues("title_prefix")
        if prefix and not (before.opens and before.look.low == "then"):
            begin -= 1
    return sentence.text[
        given[begin].start - sentence.start : given[place - 1].end - sentence.start
    ]


def _sense(given: list[Word], name: boundaries.Name) -> tuple[str, str]:
    """What else than itself a name means here, and what it then stands for."""
    first, last = given[name.first], given[name.last - 1]
    after = given[name.last].look.low if name.last < len(given) else ""
    before = given[name.first - 1].look.low if name.first else ""
    same = name.last < len(given) and given[name.last].sentence == last.sentence
    if name.kind == "PERSON" and same and after in cues("administration"):
        return "administration", ""
    country = _capitals().get(first.look.key, "") if name.last - name.first == 1 else ""
    if name.kind == "PLACE" and country and same and after in cues("metonym"):
        if first.opens or before not in cues("before", "PLACE"):
            return "metonym", country
    return "", ""


def _quiet(name: boundaries.Name, text: str) -> str:
    """The name as it would stand in plain text: "BRAZIL" of a headline in capitals is Brazil."""
    if not text.isupper() or len(text) < 4 or name.kind not in ("PERSON", "PLACE", "NORP"):
        return text
    plain_text = text.title()
    known = plain_text in places() or group_of(plain_text) or name.kind == "PERSON"
    return plain_text if known or name.last - name.first > 1 else text


def _qualified(given: list[Word], name: boundaries.Name, text: str) -> str:
    """A ministry with the country that the words beside it give: Gaza Health Ministry."""
    last = given[name.last - 1].look.low
    if name.kind != "ORG" or last not in cues("split_after_group"):
        return text
    before = given[name.first - 1] if name.first else None
    if before and before.look.group and before.sentence == given[name.first].sentence:
        return f"{before.text} {text}"
    beside = given[name.last : name.last + 2]
    if len(beside) == 2 and beside[0].look.low == "in" and beside[1].look.size:
        return f"{beside[1].text} {text}"
    return text


def _folds_to(mention: Mention, entity: str) -> str:
    """What the lists would count a mention as when asked."""
    if mention.kind == "NORP":
        row = group_of(entity)
        return row["folds_to"] if row else ""
    return _governments().get(entity, "") if mention.kind in ("ORG", "OTHER") else ""


@cache
def _governments() -> dict[str, str]:
    return {row["entity"]: row["folds_to"] for row in rows("known_names") if row["folds_to"]}


@cache
def _capitals() -> dict[str, str]:
    """Capitals and their countries: "Washington said" is the United States."""
    listed = {row["name"]: row["capital_of"] for row in rows("places") if row["capital_of"]}
    return listed | {"Washington": "United States"}


# --- spaCy ----------------------------------------------------------------------------------------
@cache
def _pipeline(model: str):
    """The spaCy pipeline of this name or path."""
    advice = "run: pip install spacy && python -m spacy download en_core_web_sm"
    try:
        import spacy
    except ImportError:
        raise ValueError(
            f"names by spacy:{model} need spaCy, which is not installed; {advice}"
        ) from None
    try:
        return spacy.load(model)
    except OSError:
        raise ValueError(f"spaCy has no model {model!r} here; {advice}") from None


def _bare(given: list[Word], first: int, last: int, kind: str) -> tuple[int, int]:
    """A model's span without the title, article and possessive that some models leave on it."""
    if last - first > 1 and given[last - 1].look.low == "'s":
        last -= 1
    if last - first > 1 and given[first].look.low == "the":
        first += 1
    while kind == "PERSON" and last - first > 1:
        end = listed.title_at(given, first)[0]
        if end == first or end >= last:
            break
        first = end
    return first, last
