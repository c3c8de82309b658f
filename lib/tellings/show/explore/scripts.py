"""How to get in a script what a view shows: a part of a corpus and what is asked in, Python out."""

from collections.abc import Iterable

from markupsafe import Markup

from tellings.compare.corpus.subcorpus import Corpus
from tellings.show import page
from tellings.show.explore import frame

_IMPORTS = (
    "from tellings.compare.corpus import concordance, subcorpus\nfrom tellings.show import explore"
)


def show(script: str) -> None:
    """Show a script, ready to be copied."""
    page.text(Markup("<pre>{}</pre>").format(script), script)


def words(corpus: Corpus, words: str, order: str = "", case: bool = False) -> str:
    """The script whose `found` is concordance.table of this part, saved as CSV."""
    return _script(
        corpus, [f"found = concordance.table(part{_given(words, order, case)})"], "contexts"
    )


def rows(
    corpus: Corpus, table: str, order: str = "", search: str = "", column: str = "", value: str = ""
) -> str:
    """The script whose `found` is subcorpus.rows of this part, sorted and narrowed, as CSV."""
    where = f", {column}={frame.as_kept(column, value)!r}" if column else ""
    lines = [f"found = subcorpus.rows(part, {table!r}{where})"]
    if search.strip():
        within = f"{search.strip()!r}, case=False, regex=False"
        lines.append(f'found = found[found["text"].str.contains({within})]')
    if order:
        lines.append(f"found = concordance.ordered(found, {order!r})")
    return _script(corpus, lines, table)


def contrast(corpus: Corpus, words: str, group: dict) -> str:
    """The script of contrast.rates and contrast.keyness of this group, saved as CSV."""
    asked = "".join(f", {field}={value!r}" for field, value in group.items())
    lines = ["from tellings.compare.framing import contrast"] + (
        [f"rates = contrast.rates(part, {words!r}{asked})"] if words else []
    )
    return _script(corpus, [*lines, f"found = contrast.keyness(part{asked})"], "keyness")


def _given(words: str, order: str, case: bool) -> str:
    """The arguments of a search, those left out that are as they are without being given."""
    said = f", {words!r}" + (f", order={order!r}" if order else "")
    return said + (", case=True" if case else "")


def _script(corpus: Corpus, lines: Iterable[str], name: str) -> str:
    """The lines with the corpus that they work on before them and what saves `found` behind."""
    data, event = corpus.read_from
    of_event = f", {event!r}" if event else ""
    kept = [f"part = subcorpus.only(part, {field}={list(asked)!r})" for field, asked in corpus.kept]
    first = [_IMPORTS, "", f"part = subcorpus.read({data!r}{of_event})", *kept]
    last = f"explore.save(found, {name + '.csv'!r}, subcorpus.in_words(part))"
    return "\n".join([*first, *lines, last])
