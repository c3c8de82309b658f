"""Quotes on the page: versions word under word, whose voice, which sources."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

import pandas as pd
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from tellings.compare.quotes import synopsis
from tellings.compare.rows import grouped
from tellings.show import html, page, panels
from tellings.show.html import Cell
from tellings.show.style import OWN, order
from tellings.tables import Tables, tuples
from tellings.text.prose import few, upper

STATEMENTS = 6  # shown word under word, those whose versions differ first
NOBODY, _UNTOLD = "speaker not found", "side not told"
SOURCES = 9  # in one panel, those with most words first
_VOICES = {
    "own": dict(facecolor=OWN),
    "attributed": dict(facecolor="#c6dbef", hatch="///", edgecolor="#6baed6"),
    "quoted": dict(facecolor="#08306b"),
}
_LABELS = {"own": "the outlet's own", "attributed": "reported", "quoted": "quoted"}
_MARKUP = {
    ("kept", ""): Markup("{}"),
    ("changed", "form"): Markup('<span class="form">{}</span>'),
    ("changed", "words"): Markup('<strong class="changed">{}</strong>'),
    ("added", ""): Markup('<ins class="added">{}</ins>'),
    ("dropped", ""): Markup('<del class="dropped">{}</del>'),
    ("elsewhere", ""): Markup("…"),
    ("", ""): Markup(""),
}


def doubts(told: Tables, names_by: str) -> None:
    """Show what a trained model's parse changed in the quotes; nothing where none was asked.

    told  with the tables quotes, in which the doubts are heeded, and doubts
    """
    if names_by == "rules":
        return
    table = told.doubts
    out = int((table["kept"] == "").sum())
    reported = out + sum(int((rows["form"] == "indirect").sum()) for rows in told.rows("quotes"))
    page.table(
        table[["article_id", "start", "end", "speaker", "cue", "text", "why", "kept"]],
        caption=f"What the parse of {names_by} changed in {reported} rows of reported speech: "
        f"{out} left out, {len(table) - out} cut.",
        name="doubts",
    )


def versions(changes: Iterable[pd.DataFrame]) -> None:
    """Show each statement's versions word under word: a row per version, a column per run of words.

    changes  compare.quotes.differences, with telling, of some whole statements each; only the rows
             of those to show are kept

    The fullest version stands first, who speaks at the left. Classes for the page's style:
    "dropped" (to be shown as a gap; the words stay there for those who listen), "changed", "form"
    (written otherwise only) and "added".
    """
    kept, several = list[pd.DataFrame](), 0
    for part in changes:
        several += int((part.groupby("statement")["article_id"].nunique() > 1).sum())
        kept = [_to_show(pd.concat([*kept, _to_show(part)]))]
    most = pd.concat(kept)
    if most.empty:
        return page.note("No two articles on one event quote the same words.")
    runs = synopsis.runs(most)
    shown = [_in_order(runs[runs["statement"] == s]) for s in largest(most)]
    rest = several - len(shown)
    more = f"{upper(few(rest, 'more statement'))} of two articles: in the table." if rest else ""
    remark = Markup('<p class="note">{}</p>').format(more) if more else ""
    box = Markup('<div class="versions">{}{}</div>')
    plain = "\n\n".join(filter(None, [*map(_plain, shown), more]))
    page.text(box.format(Markup("").join(map(_html, shown)), remark), plain)


def _to_show(changes: pd.DataFrame) -> pd.DataFrame:
    """The rows of the statements to show."""
    return changes[changes["statement"].isin(largest(changes))]


def largest(changes: pd.DataFrame) -> list[str]:
    """The statements to show, at most STATEMENTS: those that differ, then those of most articles,
    then those of most steps from one version to another.

    Only statements that two articles give are shown.
    """
    other = changes["operation"].isin(["dropped", "added"]) | (changes["what"] == "words")
    by = changes.assign(other=other).groupby("statement", sort=False)
    size = pd.DataFrame(
        {"other": by["other"].any(), "articles": by["article_id"].nunique(), "steps": by.size()}
    )
    size = size[size["articles"] > 1]
    return list(size.sort_values(list(size), ascending=False, kind="stable").index[:STATEMENTS])


def _in_order(statement: pd.DataFrame) -> list[list]:
    """The pieces of each version of one statement, the fullest first, then as they come."""
    versions = grouped(tuples(statement), attrgetter("article_id", "version")).values()
    return sorted(versions, key=lambda pieces: not any(p.fullest for p in pieces))


def _columns(version: list) -> list[list]:
    """The pieces of a version by the columns that they stand in."""
    return list(grouped(version, attrgetter("column")).values())


def _html(versions: list[list]) -> Markup:
    """One statement as a table."""
    articles = few(len({v[0].article_id for v in versions}), "article")
    words = panels.short(" ".join(p.text for p in versions[0]), 60)
    caption = f"“{words}” in {articles}, the fullest version first"
    return html.table(caption, [], ([_head(v[0]), *_cells(v)] for v in versions), "", "versions")


def _head(first) -> Cell:
    """The cell that names a version's telling and speaker and leads to its place in the article."""
    at = (first.article_id, first.version, first.version_end)
    speaker = first.speaker or "speaker not found"
    words = Markup('{}<br><span class="speaker">{}</span>')
    return Cell(words.format(html.place(*at, first.telling), speaker), head=True)


def _cells(version: list) -> Iterator[Cell]:
    """A cell per column, its pieces marked by what was done to them."""
    for pieces in _columns(version):
        marked = (_MARKUP[p.operation, p.what].format(p.text) for p in pieces)
        gap = "dropped" if all(p.operation == "dropped" for p in pieces) else ""
        yield Cell(Markup(" ").join(marked), gap)


def _plain(versions: list[list]) -> str:
    """One statement as plain text: columns under each other, dots for what was dropped."""
    texts = [[_plain_cell(pieces) for pieces in _columns(v)] for v in versions]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    heads = [f"{v[0].telling} [{v[0].speaker}]" for v in versions]
    wide = max(map(len, heads))
    lines = [
        f"{head:{wide}}  " + " | ".join(f"{t:{w}}" for t, w in zip(text, widths, strict=True))
        for head, text in zip(heads, texts, strict=True)
    ]
    return "\n".join(line.rstrip() for line in lines)


def _plain_cell(pieces: list) -> str:
    """A cell's words; dropped ones as dots of their length, changed ones in capitals' brackets."""
    return " ".join(
        {"dropped": "·" * len(p.text), "elsewhere": "…"}.get(p.operation, p.text) for p in pieces
    )


def voices(table: pd.DataFrame, names: Mapping[str, str]) -> Axes:
    """Whose words each article prints: bars of 100 per cent, own, reported and quoted.

    table  compare.quotes.voices.counts, with telling; names: of the events
    """
    if not table["words"].sum():
        return panels.empty("No article has words to count.")
    for panel, _, rows in panels.each_event(table, sharex=True, names=names):
        wide = rows.pivot(index="telling", columns="voice", values=["share", "words"])
        wide = wide.reindex(order(rows))
        panels.rows(panel, [panels.short(t) for t in wide.index])
        panel.grid(False)
        panels.stacked(panel, wide["share"], _VOICES, wide["words"])
        panel.set_xlim(0, 1)
        panel.xaxis.set_major_formatter(PercentFormatter(1))
    panel.set_xlabel("Share of the article's words; in the bars, how many")
    looks = {_LABELS[voice]: look for voice, look in _VOICES.items()}
    panels.key(panel.figure, looks, "outside lower left")
    return panel.figure.axes[0]


def sources(table: pd.DataFrame, names: Mapping[str, str]) -> Axes:
    """Words given to each source by each article: a bar for all its words, dark for those quoted.

    table  compare.quotes.speakers.tally, with telling; names: of the events

    Sources stand under the side they speak for; an empty place means that no words of the source
    were found in the article.
    """
    table = table.assign(words=table["quoted"] + table["attributed"])
    table = table[table["words"] > 0]
    if table.empty:
        return panels.empty("Nobody was found to speak in any article.")
    most = table["words"].max()

    def tall(rows: pd.DataFrame) -> int:
        return len(_lines(rows)) + (3 if panels.tellings(rows) > panels.ACROSS else 2)

    for panel, _, rows in panels.each_event(table, tall, line=0.29, names=names):
        tellings, lines = order(rows), _lines(rows)
        panels.rows(panel, [panels.short(source or side or _UNTOLD) for side, source in lines])
        for label, (_, source) in zip(panel.get_yticklabels(), lines, strict=True):
            label.set(fontweight="normal" if source else "bold")
        panels.heads(panel, tellings)
        panel.set_xlim(-0.05, len(tellings))
        _bars(panel, rows, lines, tellings, most)
    panel.set_xlabel("Words given; dark: in quotation marks")
    return panel.figure.axes[0]


def _lines(part: pd.DataFrame) -> list[tuple[str, str]]:
    """The lines of a panel, side and source; a side's own line, first, has no source.

    The side with most words first, the one that is not told last; sources by their words.
    """
    words = part.groupby(["side", "source"])["words"].sum().reset_index()
    top = words.sort_values("words", ascending=False, kind="stable").head(SOURCES)
    weight = top.groupby("side")["words"].sum().sort_values(ascending=False, kind="stable")
    lines = []
    for side in [*(s for s in weight.index if s), *(s for s in weight.index if not s)]:
        of_side = top.loc[top["side"] == side, "source"]
        lines += [(side, ""), *((side, source or NOBODY) for source in of_side)]
    return lines


def _bars(panel: Axes, part: pd.DataFrame, lines: list, tellings: list, most: int) -> None:
    """A bar per source and article with its number, the dark part the words in marks."""
    for row in tuples(part):
        if (row.side, row.source or NOBODY) not in lines:
            continue
        left, line = tellings.index(row.telling), lines.index((row.side, row.source or NOBODY))
        for words, whose in ((row.words, "attributed"), (row.quoted, "quoted")):
            ink = _VOICES[whose]["facecolor"]
            panel.barh(line, 0.6 * words / most, 0.62, left, color=ink, zorder=2)
        text = dict(xytext=(3, 0), textcoords="offset points", va="center", fontsize=panels.SMALL)
        panel.annotate(f"{row.words:,.0f}", (left + 0.6 * row.words / most, line), **text)
