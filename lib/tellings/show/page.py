"""What a notebook puts on its page: figures with their alternative text, tables, findings."""

import html
import io
import re
from collections import Counter
from urllib.parse import unquote

import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import display
from matplotlib.axes import Axes

from tellings.show.style import theme

theme()

ROWS_SHOWN = 50
_SHORT = 24  # signs: a cell up to this long is not broken over lines
# What makes a spreadsheet run a cell: OWASP, "CSV Injection".
_FORMULA = tuple("=+-@\t\r")
_NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))
_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r">\s+<")
_FINE = re.compile(r"(\d\.\d)\d+")
_WHOLE = re.compile(r"(?<=\d)\.0(?!\d)")
_PATH = re.compile(r' d="[^"]*"')
_STEP = re.compile(r"(?<=[\d\"]) ?([MLCQz]) ?")
_ID = re.compile(r' id="([^"]*)"')
_USED = re.compile(r'(xlink:href="#|url\(#)([^")]*)')
_NO_TURN = re.compile(r' transform="rotate\(-?0 [^"]*\)"')
_NAMED = re.compile(r'<a (xlink:href="at:[^"?]*)\?([^"]*)">')
_GROUP = re.compile(r"</?g\b[^>]*>")
_LOOK = re.compile(r' style="([^"]*)"')
_WORDLESS = re.compile(r'<a xlink:href="at:[^>]*>((?:(?!</a>|<text|<title).)*)</a>', re.S)
# Text stays text in a figure: it can be searched, selected and read out. Verdana is as wide as the
# font that the layout was reckoned with, where a reader's system lacks that one.
_FONT = " font-family: 'DejaVu Sans';"
_FONTS = "style=\"font-family:'DejaVu Sans',Verdana,sans-serif\""


def figure(axes: Axes, name: str, alt: str) -> None:
    """Show the figure that `axes` belongs to as SVG, with what it says in words beside it.

    name  of the figure's file in the report: the name of the function that drew it
    alt   the alternative text; it is compared by nbval and read out by screen readers

    The words are also the output's plain text, so that a change of fact shows in a diff.
    """
    buffer = io.StringIO()
    axes.figure.savefig(buffer, format="svg", bbox_inches="tight", metadata=_NO_METADATA)
    plt.close(axes.figure)
    svg = _slim(buffer.getvalue(), name)
    role = "group" if 'href="at:' in svg else "img"  # a picture may hold no link
    words = html.escape(" ".join(alt.split()), quote=True)
    mark = f'<svg role="{role}" aria-label="{words}" data-figure="{html.escape(name)}" {_FONTS} '
    svg = svg[svg.index("<svg") :].replace("<svg ", mark, 1)
    display({"image/svg+xml": svg, "text/plain": alt}, raw=True)


def _slim(svg: str, name: str) -> str:
    """The figure without what no reader sees, its ids apart from those of other figures.

    Digits below a tenth of a point, groups that say nothing, ids that nothing points to, turns by
    no degree, white space and links round nameless marks go: about half of the bytes.
    """
    used = [used for _, used in _USED.findall(svg)]
    short = {long: f"{name}-{number}" for number, long in enumerate(dict.fromkeys(used))}
    svg = _ID.sub(lambda m: f' id="{short[m[1]]}"' if m[1] in short else "", svg)
    svg = _USED.sub(lambda m: m[1] + short[m[2]], svg)
    svg = _TAG.sub(lambda tag: _WHOLE.sub("", _FINE.sub(r"\1", " ".join(tag[0].split()))), svg)
    svg = _PATH.sub(lambda path: _STEP.sub(r"\1", path[0]), svg)
    svg = _NO_TURN.sub("", svg).replace(_FONT, "").replace(' target="_blank"', "")
    svg = _classed(_NAMED.sub(_named, _ungrouped(_SPACE.sub("><", svg))), name)
    return _WORDLESS.sub(r"\1", svg)


def _ungrouped(svg: str) -> str:
    """The figure without the groups that say nothing of what they hold."""
    bare = []

    def kept(tag: re.Match) -> str:
        if tag[0] == "</g>":
            return "" if bare.pop() else tag[0]
        if not tag[0].endswith("/>"):
            bare.append(tag[0] == "<g>")
        return "" if tag[0] in ("<g>", "<g/>") else tag[0]

    return _GROUP.sub(kept, svg)


def _classed(svg: str, name: str) -> str:
    """The figure with each look that elements share written once, as a class."""
    looks = [look for look, n in Counter(_LOOK.findall(svg)).items() if n > 1]
    classes = {look: f"{name}-{number}" for number, look in enumerate(looks)}
    svg = _LOOK.sub(lambda m: f' class="{classes[m[1]]}"' if m[1] in classes else m[0], svg)
    rules = "".join(f".{c}{{{look.replace('; ', ';')}}}" for look, c in classes.items())
    return svg.replace("<defs>", f"<defs><style>{rules}</style>", 1)


def _named(link: re.Match) -> str:
    """A link of a mark with its name where people and screen readers find it."""
    words = html.escape(unquote(link[2]))
    return f'<a {link[1]}" aria-label="{words}"><title>{words}</title>'


def table(rows: pd.DataFrame, caption: str, name: str = "") -> None:
    """Show a table with its caption; rows with article_id, start and end lead to their words.

    name  of the table's CSV in the report; "" for a table that is only looked at here

    The columns article_id, start and end are not shown: they become the place that the row's `text`
    (or its last column) points to on the article's page. A long table is shown down to row
    ROWS_SHOWN and says so; its CSV is whole.
    """
    shown = rows.head(ROWS_SHOWN)
    if len(rows) > len(shown):
        caption = f"{caption} (the first {len(shown):,} of {len(rows):,} rows)"
    plain = caption if rows.empty else _plain(shown)
    data = {"text/html": _html(shown, caption, name), "text/plain": plain}
    if name:
        data["text/csv"] = csv(rows)
    display(data, raw=True)


def csv(rows: pd.DataFrame) -> str:
    """The rows as CSV for people: a cell that a spreadsheet would run as a formula is made text."""
    safe = rows.map(lambda v: f"'{v}" if isinstance(v, str) and v[:1] in _FORMULA else v)
    return safe.to_csv(index=False, lineterminator="\n")


def finding(sentence: str) -> None:
    """Show the notebook's computed finding, set off from the text."""
    words = html.escape(" ".join(sentence.split()))
    display(
        {"text/html": f'<p class="finding">{words}</p>', "text/plain": sentence},
        raw=True,
    )


_PLACE = ("article_id", "start", "end")


def _html(rows: pd.DataFrame, caption: str, name: str) -> str:
    """The table as HTML: caption, header cells, one row each, words of the text escaped."""
    placed = all(c in rows.columns for c in _PLACE)
    shown = [c for c in rows.columns if not (placed and c in _PLACE)]
    link = "text" if "text" in shown else shown[-1]
    head = "".join(_heading(c, rows[c]) for c in shown)
    body = "".join(
        "<tr>" + "".join(_cell(row, c, placed and c == link) for c in shown) + "</tr>"
        for row in rows.to_dict("records")
    )
    named = f' data-table="{html.escape(name)}"' if name else ""
    if rows.empty:
        return f'<p class="empty"{named}>{html.escape(caption)}</p>'
    return (
        f"<table{named}><caption>{html.escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _cell(row: dict, column: str, linked: bool) -> str:
    """One cell: numbers (class n) to the right, missing values empty, places in the text marked."""
    value = row[column]
    words = _words(value)
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    kind = "n" if number else "long" if len(words) > _SHORT else ""
    words = html.escape(words)
    if linked:
        place = f"{row['article_id']}:{row['start']}-{row['end']}"
        words = f'<span data-at="{html.escape(place, quote=True)}">{words}</span>'
    return f'<td class="{kind}">{words}</td>' if kind else f"<td>{words}</td>"


def _heading(column: str, values: pd.Series) -> str:
    """A header cell, over numbers to the right like them."""
    number = pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values)
    kind = ' class="n"' if number else ""
    return f'<th scope="col"{kind}>{html.escape(_title(column))}</th>'


def _words(value) -> str:
    """A cell's value as people write it: thousands apart, at most three digits behind the point."""
    if value is None or value is pd.NA or value != value:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.3g}" if abs(value) < 100 else f"{value:,.0f}"
    return f"{value:,.0f}" if isinstance(value, (int, float)) else str(value)


def _title(column: str) -> str:
    """A column's name as a heading: "per_1000_words" is "per 1000 words"."""
    return str(column).replace("_", " ")


def _plain(rows: pd.DataFrame) -> str:
    """The table as plain text, for terminals, diffs and nbval."""
    return rows.to_string(index=False, na_rep="")
