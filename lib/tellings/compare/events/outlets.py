"""Whose an article is: articles and the lines of their pages in, outlets with evidence out."""

import re
import textwrap

import pandas as pd

from tellings.read import dates
from tellings.text.characters import plain

# Roles of lines that the site wrote, not the author.
FURNITURE = ("notice", "promo", "nav", "timestamp", "comments")
# So many of the site's own lines must be alike, a notice and a timestamp among them: "Related
# Stories" or "Source link" stand on any site.
_ENOUGH = 3
_NEEDED = {"notice", "timestamp"}


def find(articles: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """article_id, outlet, outlet_status, outlet_evidence for each article.

    An article that does not name its outlet has that of another article whose page bears the same
    furniture, if all such articles are of one outlet: "inferred". Else it is absent.
    """
    marks = {i: _furniture(rows) for i, rows in lines.groupby("article_id", sort=False)}
    named = {r.article_id: r.outlet for r in articles.itertuples() if r.outlet}
    found = [_outlet(row, marks, named) for row in articles.itertuples()]
    columns = ["article_id", "outlet", "outlet_status", "outlet_evidence"]
    return pd.DataFrame(found, columns=columns).astype("str")


def _furniture(lines: pd.DataFrame) -> dict[tuple[str, str], str]:
    """The site's own lines of a capture, by role and shape: two pages of one site have the same."""
    own = lines[lines["role"].isin(FURNITURE)]
    return {(r.role, _shape(r.role, r.text)): r.text.strip() for r in own.itertuples()}


def _shape(role: str, text: str) -> str:
    """A line without what changes from page to page: figures, months, words after the third."""
    words = re.findall(r"\w+|[^\w\s]", re.sub(r"\d+", "0", plain(text).lower()))
    if role == "timestamp":
        return " ".join("month" if dates.is_month(w) else _HALVES.get(w, w) for w in words)
    return " ".join(words) if role == "notice" else " ".join(words[:3])


_HALVES = {"am": "am/pm", "pm": "am/pm"}


def _outlet(row, marks: dict[str, dict], named: dict[str, str]) -> tuple[str, str, str, str]:
    """One article's outlet with its status and evidence."""
    if row.outlet:
        return row.article_id, row.outlet, row.outlet_status, _evidence(row)
    own = marks.get(row.article_id, {})
    like = {i: shared for i in named if _enough(shared := own.keys() & marks.get(i, {}).keys())}
    names = {named[i] for i in like}
    if len(names) != 1:
        return row.article_id, "", "absent", "the text does not name it"
    first = min(like)
    alike = ", ".join(
        f'"{textwrap.shorten(own[m], 40, placeholder="…")}"' for m in sorted(like[first])
    )
    evidence = f"its page is built like that of {first.split('_')[0]}: {alike}"
    return row.article_id, names.pop(), "inferred", evidence


def _enough(shared: set[tuple[str, str]]) -> bool:
    """Whether the lines that two pages share are more than any two sites have in common."""
    return len(shared) >= _ENOUGH and {role for role, _ in shared} >= _NEEDED


def _evidence(row) -> str:
    """Where an article's outlet comes from, in words."""
    if row.outlet_status == "text":
        return f"named in the text, characters {row.outlet_start} to {row.outlet_end}"
    how = {"given": "given with the text", "inferred": "inferred from its house style"}
    return how.get(row.outlet_status, row.outlet_status.partition("absent")[0])
