"""The particulars of many articles as numbers: what is counted in all, or for many pairs."""

from array import array
from collections.abc import Iterable, Sequence

import numpy as np

from tellings.compare.events.particulars import Particulars, in_setting
from tellings.tables import Arrays

_AT_ONCE = 1_000  # articles whose words are read at one time


class Columns:
    """Columns of numbers on disk, some rows of each article: those of one behind those of the
    other. A column is read whenever it is asked for.

    ends  where the rows of each article end, behind a 0; by name, each column
    """

    def __init__(self, **kinds: type[np.generic]):
        """kinds: the type of each column."""
        self._columns = {name: Arrays(kind) for name, kind in kinds.items()}
        self._ends = array("q", [0])

    def add(self, *columns: Iterable[int]) -> None:
        """Put an article's rows, column by column, behind those that are there."""
        added = [np.array(list(values)) for values in columns]
        for column, values in zip(self._columns.values(), added, strict=True):
            column.append(values)
        self._ends.append(self._ends[-1] + len(added[0]))

    def __getattr__(self, name: str) -> np.ndarray:
        """A column, of all articles."""
        if name.startswith("_"):
            raise AttributeError(name)
        return self._columns[name].whole()

    @property
    def ends(self) -> np.ndarray:
        """Where the rows of each article end, behind a 0."""
        return np.asarray(self._ends)


class Numbers:
    """Articles by their places, each word and number by a number of its own. What they hold stands
    on disk.

    vocabulary  each word with its number: those first that are met first, of one article by letters
    figures     each number that is a particular, with its own number
    names       a row for each name of each article, in the order in which they come: its word's
                number, its count, the length of its longest form, and whether it is of the setting
                and stands in the lead
    numbers     figure, quoted: hash, rows alike
    texts       a hash of the words of each article, the same for two prints of one text
    most        how often the most frequent word of an article stands in it
    """

    def __init__(self):
        """Of no article yet."""
        self._words = Arrays(np.uint32)
        self.vocabulary: dict[str, int] = {}
        self.figures: dict[str, int] = {}
        kinds = [*[np.int32] * 3, *[np.bool_] * 2]
        named = ("word", "count", "length", "setting", "lead")
        self.names = Columns(**dict(zip(named, kinds, strict=True)))
        self.numbers, self.quoted = Columns(figure=np.int32), Columns(run=np.int64)
        self.texts = array("q")
        self.most = 0

    def append(self, one: Particulars) -> None:
        """Put an article in the next place."""
        known, figures = self.vocabulary, self.figures
        for word in sorted(word for word in one.words if word not in known):
            known[word] = len(known)
        numbers = np.array([known[word] for word in one.words], dtype=np.uint32)
        counts = np.array(list(one.words.values()), dtype=np.uint32)
        words = np.stack((numbers, counts))[:, numbers.argsort()]
        self._words.append(words)
        self.texts.append(hash(words.tobytes()))
        names, forms = list(one.names), [one.forms[name] for name in one.names]
        of_setting, in_lead = map(in_setting, names, forms), map(one.lead.__contains__, names)
        lengths, held = map(len, forms), (known[name] for name in names)
        self.names.add(held, one.names.values(), lengths, of_setting, in_lead)
        self.numbers.add(figures.setdefault(n, len(figures)) for n in one.numbers)
        self.quoted.add(one.quoted)
        self.most = max(self.most, int(counts.max(initial=0)))

    def __len__(self) -> int:
        """How many articles."""
        return len(self.texts)

    def words(self, place: int) -> tuple[np.ndarray, np.ndarray]:
        """The numbers of an article's words, in order, and the count of each."""
        numbers, counts = self._words[place].reshape(2, -1)
        return numbers, counts

    def holding(self, places: Sequence[int]) -> np.ndarray:
        """How many of the articles hold each word."""
        held = np.zeros(len(self.vocabulary), dtype=np.int64)
        for at in range(0, len(places), _AT_ONCE):
            numbers = [self.words(place)[0] for place in places[at : at + _AT_ONCE]]
            held += np.bincount(np.concatenate(numbers), minlength=len(held))
        return held
