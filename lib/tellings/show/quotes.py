"""Quotes on the page: versions word under word, who cut what, whose voice, which sources."""

import textwrap
from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.patches import Patch
from matplotlib.ticker import PercentFormatter

from tellings.show import html, page, panels
from tellings.show.html import Cell
from tellings.show.links import url
from tellings.show.style import INK, MUTED, OWN, RULE, order

STATEMENTS = 8  # in one table or figure, those with most tellings first
NOBODY = "nobody named"
SOURCES = 12  # in one panel, those with most words first
_VOICES = {
    "own": dict(facecolor=OWN),
    "attributed": dict(facecolor="#c6dbef", hatch="///", edgecolor="#6baed6"),
    "quoted": dict(facecolor="#08306b"),
}
_BOXES = {
    "kept": dict(label="kept", facecolor="#595959", edgecolor="white"),
    "form": dict(label="kept, written otherwise", facecolor="#9a9a9a", edgecolor="white"),
    "words": dict(label="other words", facecolor="white", edgecolor=INK, hatch="////"),
    "dropped": dict(label="dropped", facecolor="#f4f4f4", edgecolor=RULE),
    "elsewhere": dict(label="quoted elsewhere in the article", facecolor="white", edgecolor=RULE),
}
_MARKUP = {
    ("kept", ""): Markup("{}"),
    ("changed", "form"): Markup('<span class="form">{}</span>'),
    ("changed", "words"): Markup('<strong class="changed">{}</strong>'),
    ("added", ""): Markup('<ins class="added">{}</ins>'),
    ("dropped", ""): Markup('<del class="dropped">{}</del>'),
    ("elsewhere", ""): Markup("…"),
    ("", ""): Markup(""),
}


def doubts(table: pd.DataFrame, quotes: pd.DataFrame, names_by: str) -> None:
    """Show what a trained model's parse changed in the quotes; nothing where none was asked."""
    if names_by == "rules":
        return
    out, reported = int((table["kept"] == "").sum()), int((quotes["form"] == "indirect").sum())
    page.table(
        table[["article_id", "start", "end", "speaker", "cue", "text", "why", "kept"]],
        caption=f"What the parse of {names_by} changed in {reported} rows of reported speech: "
        f"{out} left out, {len(table) - out} cut.",
        name="doubts",
    )


def versions(runs: pd.DataFrame) -> None:
    """Show each statement's versions word under word: a row per version, a column per run of words.

    runs  compare.quotes.synopsis.runs, with telling

    The fullest version stands first, who speaks at the left. Classes for the page's style:
    "dropped" (to be shown as a gap; the words stay there for those who listen), "changed", "form"
    (written otherwise only) and "added".
    """
    shown = largest(runs)
    if not shown:
        return page.note("No statement is given twice inside an event.")
    rest = runs["statement"].nunique() - len(shown)
    more = f"{rest} more statements, with fewer tellings, are not shown." if rest > 0 else ""
    parts = [_in_order(runs[runs["statement"] == s]) for s in shown]
    remark = Markup('<p class="note">{}</p>').format(more) if more else ""
    box = Markup('<div class="versions">{}{}</div>')
    plain = "\n\n".join(filter(None, [*map(_plain, parts), more]))
    page.text(box.format(Markup("").join(map(_html, parts)), remark), plain)


def largest(table: pd.DataFrame) -> list[str]:
    """The statements to show, at most STATEMENTS: those that most tellings give come first."""
    by = table.groupby("statement", sort=False)
    size = pd.DataFrame({"tellings": by["article_id"].nunique(), "rows": by.size()})
    return list(size.sort_values(list(size), ascending=False, kind="stable").index[:STATEMENTS])


def _in_order(statement: pd.DataFrame) -> list[pd.DataFrame]:
    """The versions of one statement, the fullest first, then as they come."""
    groups = [g for _, g in statement.groupby(["article_id", "version"], sort=False)]
    return sorted(groups, key=lambda g: not g["fullest"].any())


def _html(versions: list[pd.DataFrame]) -> Markup:
    """One statement as a table."""
    fullest = versions[0].iloc[0]
    tellings = len({v.iloc[0]["article_id"] for v in versions})
    counted = f"{len(versions)} versions in {tellings} telling" + "s" * (tellings > 1)
    caption = f"{fullest['event_id']}: {counted}; the first is the fullest"
    return html.table(
        caption, [], ([_head(v.iloc[0]), *_cells(v)] for v in versions), "", "versions"
    )


def _head(first: pd.Series) -> Cell:
    """The cell that names a version's telling and speaker and leads to its place in the article."""
    at = (first["article_id"], first["version"], first["version_end"])
    speaker = first["speaker"] or "no speaker told"
    words = Markup('{}<br><span class="speaker">{}</span>')
    return Cell(words.format(html.place(*at, first["telling"]), speaker), head=True)


def _cells(version: pd.DataFrame) -> Iterator[Cell]:
    """A cell per column, its pieces marked by what was done to them."""
    for _, pieces in version.groupby("column"):
        marked = (_MARKUP[p.operation, p.what].format(p.text) for p in pieces.itertuples())
        gap = "dropped" if pieces["operation"].eq("dropped").all() else ""
        yield Cell(Markup(" ").join(marked), gap)


def _plain(versions: list[pd.DataFrame]) -> str:
    """One statement as plain text: columns under each other, dots for what was dropped."""
    texts = [
        [_plain_cell(pieces) for _, pieces in v.groupby("column", sort=True)] for v in versions
    ]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    heads = [f"{v.iloc[0]['telling']} [{v.iloc[0]['speaker']}]" for v in versions]
    wide = max(map(len, heads))
    lines = [
        f"{head:{wide}}  " + " | ".join(f"{t:{w}}" for t, w in zip(text, widths, strict=True))
        for head, text in zip(heads, texts, strict=True)
    ]
    return "\n".join(line.rstrip() for line in lines)


def _plain_cell(pieces: pd.DataFrame) -> str:
    """A cell's words; dropped ones as dots of their length, changed ones in capitals' brackets."""
    return " ".join(
        {"dropped": "·" * len(p.text), "elsewhere": "…"}.get(p.operation, p.text)
        for p in pieces.itertuples()
    )


def cuts(differences: pd.DataFrame) -> Axes:
    """Each version as a strip over the words of the fullest one: kept, changed, dropped, added.

    differences  compare.quotes.differences, with telling

    A panel per statement. Solid: kept; hatched: other words; pale: dropped; empty: quoted elsewhere
    in the article; a wedge: words added.
    """
    shown = largest(differences)
    if not shown:
        return panels.empty("No statement is given twice inside an event.")
    parts = [_in_order(differences[differences["statement"] == s]) for s in shown]
    _, axes = panels.grid([len(p) for p in parts], line=0.36)
    for panel, part in zip(axes[:, 0], parts, strict=True):
        panels.rows(panel, [_label(v.iloc[0]) for v in part])
        for label, version in zip(panel.get_yticklabels(), part, strict=True):
            first = version.iloc[0]
            label.set_url(url(first["article_id"], first["version"], first["version_end"]))
        panel.grid(False)
        words = int(part[0]["last"].max())
        panel.set_xlim(0, words)
        for line, version in enumerate(part):
            _strip(panel, line, version)
        panel.set_xticks(range(0, words + 1, 5 if words > 12 else 2))
        panels.heading(panel, _name(part[0].iloc[0]))
    rest = differences["statement"].nunique() - len(shown)
    more = f"\n{rest} more statements, with fewer tellings, are not shown" if rest else ""
    panel.set_xlabel(f"Words of the fullest version, from its first to its last{more}")
    panels.key(panel.figure, _BOXES, "outside lower left")
    return axes[0, 0]


def _label(first: pd.Series, most: int = 40) -> str:
    """A version's name: its telling and its speaker, cut to `most` signs."""
    speaker = first["speaker"] or "no speaker told"
    return f"{first['telling']}\n{textwrap.shorten(speaker, most, placeholder=' …')}"


def _name(first: pd.Series, most: int = 58) -> str:
    """A statement's name: its event and its first words."""
    text = textwrap.shorten(first["becomes"], most, placeholder=" …")
    return f"{first['event_id']}: “{text}”"


def _strip(panel: Axes, line: int, version: pd.DataFrame) -> None:
    """One version of a statement: a box for each run of words."""
    for step in version.itertuples():
        width = step.last - step.first
        if step.operation == "added":
            panel.plot(step.first, line - 0.36, marker="v", color=INK, clip_on=False)
        elif width:
            kind = step.what if step.operation == "changed" else step.operation
            panel.barh(line, width, 0.56, step.first, **_BOXES[kind])
        if step.operation == "dropped" and len(step.was) * panel.get_xlim()[1] < 70 * width:
            place = (step.first + width / 2, line, step.was)
            panel.text(*place, fontsize=8, color=MUTED, style="italic", ha="center", va="center")


def voices(table: pd.DataFrame) -> Axes:
    """Whose words each telling prints: bars of 100 per cent, own, attributed and quoted.

    table  compare.quotes.voices.counts, with telling
    """
    if not table["words"].sum():
        return panels.empty("No telling has words to count.")
    for panel, _, rows in panels.each_event(table, sharex=True):
        wide = rows.pivot(index="telling", columns="voice", values=["share", "words"])
        wide = wide.reindex(order(rows))
        total = wide["words"].sum(axis=1)
        panels.rows(panel, [f"{t} ({n:,.0f} words)" for t, n in total.items()])
        panel.grid(False)
        panels.stacked(panel, wide["share"], _VOICES, wide["words"])
        panel.set_xlim(0, 1)
        panel.xaxis.set_major_formatter(PercentFormatter(1))
    panel.set_xlabel("Share of the telling's words (headline, dek and body); words in the bars")
    keys = [Patch(label=whose, **look) for whose, look in _VOICES.items()]
    place = dict(loc="lower right", bbox_to_anchor=(1, 1), ncols=3, frameon=False, fontsize=9)
    first = panel.figure.axes[0]
    first.legend(handles=keys, **place)
    return first


def sources(table: pd.DataFrame) -> Axes:
    """Words given to each source by each telling: a dot for all its words, dark for those quoted.

    table  compare.quotes.speakers.tally, with telling

    Sources stand under the side they speak for; an empty place means that the telling does not give
    them the word.
    """
    table = table.assign(words=table["quoted"] + table["attributed"])
    table = table[table["words"] > 0]
    if table.empty:
        return panels.empty("The tellings give nobody the word.")
    most = table["words"].max()

    def tall(rows: pd.DataFrame) -> int:
        return len(_lines(rows)) + 1

    for panel, _, rows in panels.each_event(table, tall, line=0.31):
        tellings, lines = order(rows), _lines(rows)
        panels.rows(panel, [source or side or "side not told" for side, source in lines])
        for label, (_, source) in zip(panel.get_yticklabels(), lines, strict=True):
            label.set(fontweight="normal" if source else "bold", fontsize=9.5)
        panels.columns(panel, [textwrap.fill(t, 16) for t in tellings], top=True)
        panel.set_xlim(-0.5, len(tellings) - 0.3)
        _dots(panel, rows, lines, tellings, most)
        left = len(rows.groupby(["side", "source"])) - sum(bool(source) for _, source in lines)
        panels.beside(panel, f"not shown, with fewer words: {left} more" if left else "")
    panel.set_xlabel("Number and area: words given to the source; dark: in quotation marks")
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


def _dots(panel: Axes, part: pd.DataFrame, lines: list, tellings: list, most: int) -> None:
    """A dot per source and telling, its area the words, the dark part those in marks."""
    for row in part.itertuples():
        if (row.side, row.source or NOBODY) not in lines:
            continue
        place = (tellings.index(row.telling), lines.index((row.side, row.source or NOBODY)))
        for words, whose in ((row.words, "attributed"), (row.quoted, "quoted")):
            ink = _VOICES[whose]["facecolor"]
            panel.scatter(*place, s=560 * words / most, color=ink, linewidth=0, zorder=2)
        text = dict(xytext=(15, 0), textcoords="offset points", va="center", fontsize=9)
        panel.annotate(f"{row.words:,.0f}", place, **text)
