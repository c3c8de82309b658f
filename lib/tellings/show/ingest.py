"""What was captured, drawn: words kept and left out, likeness, each capture as it was."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from tellings.compare.events.linkage import CORE
from tellings.show import html, page, panels
from tellings.show.style import INK, RULE

MOST_CAPTURES, MOST_TELLINGS, MOST_PAGES = 24, 16, 24
# A colour and a hatch for each of compare.ingest.PARTS: what is left out is grey, and hatched so
# that it can be told without colour too.
_EDGE = dict(edgecolor="white", linewidth=0.5)
_LOOKS = {
    "headline": dict(facecolor="#b26a00", **_EDGE),
    "dek": dict(facecolor="#e0b35a", **_EDGE),
    "body": dict(facecolor="#2f6fb7", **_EDGE),
    "list": dict(facecolor="#8fb8e0", **_EDGE),
    "left out: asks the reader": dict(facecolor="#8c8c8c", hatch="////", **_EDGE),
    "left out: about the text": dict(facecolor="#c4c4c4", hatch="\\\\\\\\", **_EDGE),
    "left out: the site's own": dict(facecolor="#dcdcdc", hatch="xxxx", **_EDGE),
}


def kept(words: pd.DataFrame) -> Axes:
    """Words of each capture by what became of them: one bar per capture, a panel per event.

    words  from compare.ingest.words; at most MOST_CAPTURES bars, of the largest events, are drawn
    """
    if words.empty:
        return panels.empty("No capture holds words.")
    shown, rest = _largest(words, MOST_CAPTURES)
    used = {part: look for part, look in _LOOKS.items() if (shown["part"] == part).any()}
    widest = shown.groupby("article_id")["words"].sum().max()
    for panel, _, rows in panels.each_event(shown, most=MOST_CAPTURES, sharex=True):
        wide = rows.pivot_table("words", ["article_id", "telling"], "part", "sum", fill_value=0)
        panels.rows(panel, list(wide.index.get_level_values("telling")))
        panels.stacked(panel, wide.reindex(columns=list(used), fill_value=0), used)
        panel.grid(False)
        _shares(panel, rows)
        panel.set_xlim(0, widest * 1.42)
    panel.set_xlabel("words" + (f" ({rest} more captures are not drawn)" if rest else ""))
    panels.key(panel.figure, used, columns=3)
    return panel.figure.axes[0]


def _shares(panel: Axes, rows: pd.DataFrame) -> None:
    """How much of each capture is read, behind its bar."""
    of = rows.groupby("article_id")["words"].sum()
    own = rows[rows["read"]].groupby("article_id")["words"].sum().reindex(of.index, fill_value=0)
    for line, (read, total) in enumerate(zip(own, of, strict=True)):
        words = f"  {read:,} of {total:,} read ({read / max(1, total):.0%})"
        panel.text(total, line, words, va="center", fontsize=9)


def _largest(table: pd.DataFrame, most: int) -> tuple[pd.DataFrame, int]:
    """The rows of at most so many articles, of the largest events first; how many are left."""
    size = table.groupby("event_id")["article_id"].nunique()
    order = table.assign(size=table["event_id"].map(size)).sort_values(
        ["size", "event_id", "article_id"], ascending=[False, True, True], kind="stable"
    )
    ids = list(dict.fromkeys(order["article_id"]))
    return order[order["article_id"].isin(ids[:most])].drop(columns="size"), max(0, len(ids) - most)


def together(likeness: pd.DataFrame, articles: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """How like each two tellings are, text x days; a frame round each event.

    likeness  from compare.events.likeness; articles: Telling rows. A pair that is not in `likeness`
              was not compared or is below half of what is needed: its cell is empty.
    """
    order, rest = _ordered(articles)
    ids = list(order["article_id"])
    ax = ax or plt.subplots(figsize=_square(len(ids)))[1]
    cells = _matrix(likeness, ids)
    top = max(0.3, np.nanmax([0.0, *cells[~np.isnan(cells)]]))
    edges = np.arange(len(ids) + 1) - 0.5
    picture = ax.pcolormesh(edges, edges, cells, cmap="Blues", vmin=0, vmax=top)
    ax.invert_yaxis()
    _cell_words(ax, likeness, ids, top)
    _frames(ax, list(order["event_id"]))
    names = [f"{t}\n{e}" for t, e in zip(order["telling"], order["event_id"], strict=True)]
    turned = {"rotation": 30, "ha": "right"} if len(ids) > 3 else {}
    ax.set_yticks(range(len(ids)), names, fontsize=9)
    ax.set_xticks(range(len(ids)), order["telling"], fontsize=9, **turned)
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    bar = ax.figure.colorbar(picture, ax=ax, shrink=0.7, label="likeness")
    bar.outline.set_visible(False)
    bar.ax.axhline(CORE, color=INK, lw=1.5)
    bar.ax.text(-0.15, CORE, "needed", ha="right", va="center", fontsize=8)
    more = f"; {rest} more are not drawn" if rest else ""
    ax.set_title(f"Likeness of {len(ids)} telling{'s' * (len(ids) != 1)}{more}", fontsize=11)
    return ax


def _square(size: int) -> tuple[float, float]:
    """Figure size for a matrix of so many rows."""
    return min(8.6, 4.2 + 0.85 * size), min(8.6, 2.4 + 0.62 * size)


def _ordered(articles: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """Articles by event, the largest first, at most MOST_TELLINGS; how many are left."""
    shown, rest = _largest(articles, MOST_TELLINGS)
    return shown.reset_index(drop=True), rest


def _matrix(likeness: pd.DataFrame, ids: list[str]) -> np.ndarray:
    """Likeness below the diagonal; not a number where a pair was not compared and above it."""
    place = {i: n for n, i in enumerate(ids)}
    cells = np.full((len(ids), len(ids)), np.nan)
    for pair in likeness.itertuples():
        if pair.article_id_a in place and pair.article_id_b in place:
            a, b = sorted((place[pair.article_id_a], place[pair.article_id_b]))
            cells[b, a] = pair.likeness
    return cells


def _cell_words(ax: Axes, likeness: pd.DataFrame, ids: list[str], top: float) -> None:
    """Each cell's likeness and, in a small matrix, the parts it is made of."""
    place = {i: n for n, i in enumerate(ids)}
    for pair in likeness.itertuples():
        if not {pair.article_id_a, pair.article_id_b} <= place.keys():
            continue
        a, b = sorted((place[pair.article_id_a], place[pair.article_id_b]))
        words = f"{pair.likeness:.2f}"
        if len(ids) <= 7:
            words += f"\n{pair.particulars:g} in common\n{pair.said.replace(' (', chr(10) + '(')}"
        colour = "white" if pair.likeness > 0.6 * top else INK
        ax.text(a, b, words, ha="center", va="center", fontsize=7.5, color=colour)


def _frames(ax: Axes, events: list[str]) -> None:
    """A frame round each event of two tellings or more, and a grey diagonal."""
    for i in range(len(events)):
        ax.add_patch(Rectangle((i - 0.5, i - 0.5), 1, 1, fc=RULE, ec="none", alpha=0.5))
    for event in dict.fromkeys(events):
        first, size = events.index(event), events.count(event)
        if size > 1:
            place = (first - 0.5, first - 0.5)
            frame = Rectangle(place, size, size, fill=False, ec=INK, lw=2, clip_on=False)
            ax.add_patch(frame)


def together_in_words(likeness: pd.DataFrame, articles: pd.DataFrame) -> str:
    """What the figure of likeness shows: the means inside events and across them."""
    if likeness.empty:
        return f"No two of {len(articles)} tellings are like each other."
    event = articles.set_index("article_id")["event_id"]
    same = likeness["article_id_a"].map(event) == likeness["article_id_b"].map(event)
    parts = (("inside an event", likeness[same]), ("across events", likeness[~same]))
    said = " and ".join(f"{part} is {_range(rows)}" for part, rows in parts if len(rows))
    return f"Likeness of two tellings {said}."


def _range(pairs: pd.DataFrame) -> str:
    """Mean, least, most and number of likenesses, in words."""
    of = pairs["likeness"]
    return f"{of.mean():.2f} on average (from {of.min():.2f} to {of.max():.2f}, n = {len(of)})"


def captures(lines: pd.DataFrame, oddities: pd.DataFrame, articles: pd.DataFrame) -> None:
    """Show each capture as it was: every line with words, its number and role, odd places marked.

    At most MOST_PAGES captures are shown here; each has a page of its own in the report.
    """
    shown = articles.head(MOST_PAGES)
    odd = dict(iter(oddities.groupby("article_id")))
    own = dict(iter(lines.groupby("article_id")))
    for article in shown.itertuples():
        rows = own[article.article_id]
        made = capture(article, rows, odd.get(article.article_id, oddities.head(0)))
        plain = "\n".join(f"{r.line:>3} {r.role:<12} {r.text}" for r in rows.itertuples())
        page.text(made, plain)
    if len(articles) > len(shown):
        page.note(f"{len(articles) - len(shown):,} more captures have pages of their own only.")


def capture(article, lines: pd.DataFrame, oddities: pd.DataFrame) -> Markup:
    """One capture as HTML: its lines with their roles, its odd places marked."""
    odd = oddities[oddities["kind"] != "nag"]
    marks = [html.Mark(o.start, o.end, "odd", f"{o.kind}: {o.note}") for o in odd.itertuples()]
    name = " · ".join((article.telling, article.event_id, article.file))
    folded = '<details class="capture" open><summary><strong>{}</strong></summary>\n{}</details>'
    return Markup(folded).format(name, html.lines(lines, marks))
