"""Whose an article is: articles and the lines of their pages in, outlets with evidence out.

An outlet that nothing names is unknown, and two unknown ones are not the same: such an article
stands for itself wherever outlets are counted or compared (`voices`).
"""

import re
import textwrap
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

import pandas as pd

from tellings.compare.parts import Rows, in_parts
from tellings.compare.rows import by_article
from tellings.read import dates
from tellings.read.articles import newsrooms
from tellings.tables import tuples
from tellings.text import prose
from tellings.text.characters import plain

# Roles of lines that the site wrote, not the author.
FURNITURE = ("notice", "promo", "nav", "timestamp", "comments")
# So many of the site's own lines must be alike, a notice and a timestamp among them: "Related
# Stories" or "Source link" stand on any site.
_ENOUGH = 3
_NEEDED = {"notice", "timestamp"}
_COLUMNS = ["article_id", "outlet", "outlet_status", "outlet_evidence"]


def find(articles: pd.DataFrame, lines: Rows, corpus: str = "") -> pd.DataFrame:
    """article_id, outlet, outlet_status, outlet_evidence for each article.

    corpus  the corpus folder, whose name may be an outlet's

    One outlet bears one name in the whole corpus, however its pages write it. An article that does
    not name its outlet has that of another article whose page bears the same furniture, if all such
    articles are of one outlet, else the one that its file or folder is named after: "inferred".
    Else it is absent.
    """
    marks = {i: _furniture(rows) for part in in_parts(lines).parts() for i, rows in _own(part)}
    named = {r.article_id: r.outlet for r in tuples(articles) if r.outlet}
    pages, files = _pages(marks, named), _by_file(articles, corpus)
    found = [_outlet(row, marks, pages, files) for row in tuples(articles)]
    table = pd.DataFrame(found, columns=_COLUMNS).astype("str")
    return table.assign(outlet=_one_name_each(table["outlet"]))


def voices(table: pd.DataFrame) -> pd.Series:
    """Who tells each row: its outlet, or the article itself by its name where that is unknown.

    table  with outlet, and telling or else article_id; the one way to count or name outlets, so
           that unknown ones are never taken for one
    """
    own = table["telling"] if "telling" in table else table["article_id"]
    return table["outlet"].where(table["outlet"] != "", own)


def voice(row) -> str:
    """Who tells one row, as `voices` has it: with outlet and telling."""
    return row.outlet or row.telling


def noun(table: pd.DataFrame) -> str:
    """What stands in the column outlet, for a sentence: "outlet", or "article" where any of them is
    unknown or bears its article's own name."""
    names = zip(table["outlet"], table["article_id"], strict=True)
    own = any(not name or re.split(r"[_ ]", i)[0] == name or i == name for name, i in names)
    return "article" if own else "outlet"


def counted(articles: pd.DataFrame) -> str:
    """How many outlets tell, in words: "3 outlets", "2 articles", "2 outlets and 1 article".

    An article is counted by itself where its outlet is unknown.
    """
    known = articles.loc[articles["outlet"] != "", "outlet"].nunique()
    alone = int((articles["outlet"] == "").sum())
    parts = [(known, "outlet"), (alone, "article")]
    return " and ".join(prose.counted(n, what) for n, what in parts if n) or "no article"


def manifest(articles: pd.DataFrame, most: int = 2) -> str:
    """The lines of a manifest.csv that would name the outlets of the first articles without one."""
    unknown = articles[articles["outlet"] == ""].head(most)
    rows = [f"{_cell(row.file)},Name of its outlet" for row in tuples(unknown)]
    return "\n".join(["file,outlet", *rows]) if rows else ""


def _cell(text: str) -> str:
    """A value as a field of a CSV."""
    return '"' + text.replace('"', '""') + '"' if re.search('[",\n]', text) else text


# --- one article ----------------------------------------------------------------------------------


def _outlet(row, marks: dict, pages: dict, files: dict) -> tuple[str, str, str, str]:
    """One article's outlet with its status and evidence."""
    if row.outlet:
        return row.article_id, row.outlet, row.outlet_status, _evidence(row)
    own = marks.get(row.article_id, {})
    like = [(s, outlets) for page, outlets in pages.items() if _enough(s := own.keys() & page)]
    names = {name for _, outlets in like for name in outlets}
    if len(names) != 1:
        return (row.article_id, *files.get(row.article_id, ("", "absent", _NOT_NAMED)))
    first, shared = min((min(outlets.values()), sorted(shared)) for shared, outlets in like)
    alike = ", ".join(f'"{textwrap.shorten(own[m], 40, placeholder="…")}"' for m in shared)
    evidence = f"its page is built like that of {first.split('_')[0]}: {alike}"
    return row.article_id, names.pop(), "inferred", evidence


_NOT_NAMED = "neither the text nor the file's name tells it"


def _evidence(row) -> str:
    """Where an article's outlet comes from, in words."""
    if row.outlet_status == "text":
        return f"named in the text, characters {row.outlet_start} to {row.outlet_end}"
    how = {"given": "given with the text", "inferred": "inferred from its house style"}
    return how.get(row.outlet_status, row.outlet_status.partition("absent")[0])


def _one_name_each(names: pd.Series) -> pd.Series:
    """Each outlet's name as the list of outlets writes it, else as the corpus writes it most."""
    key = names.map(newsrooms.squashed)
    often = pd.DataFrame({"key": key, "name": names}).groupby("key")["name"].agg(Counter)
    best = {
        k: newsrooms.known(min(c)) or min(c, key=lambda n: (-c[n], n)) for k, c in often.items()
    }
    hosts = {k: newsrooms.by_host(n) or n for k, n in best.items()}
    return key.map(hosts).fillna("").astype("str")


# --- the file's name ------------------------------------------------------------------------------


def _by_file(articles: pd.DataFrame, corpus: str) -> dict[str, tuple[str, str, str]]:
    """The outlet of each article whose file or folder is named after one, with its evidence.

    A word that is a plain word, too ("express", "mirror"), proves nothing in one file's name; where
    two files or more begin with different outlets, their names are built so.
    """
    first = {
        i: _first(file) for i, file in zip(articles["article_id"], _files(articles), strict=True)
    }
    outlets = {newsrooms.by_file_name(w) for w in first.values() if w}
    built_so = len(outlets - {""}) > 1
    found = {}
    for article_id, file in zip(articles["article_id"], _files(articles), strict=True):
        folders = [f.lower() for f in PurePath(file).parts[:-1]][::-1]
        folders += [PurePath(corpus).name.lower()] if corpus else []
        word = first[article_id]
        if word and (built_so or not newsrooms.is_plain(word)) and newsrooms.by_file_name(word):
            name, where = newsrooms.by_file_name(word), f"its file's name begins with “{word}”"
        else:
            folder = next((f for f in folders if _is_outlet(f)), "")
            name, where = newsrooms.by_file_name(folder), f"its folder is named “{folder}”"
        if name:
            found[article_id] = (name, "inferred", where)
    return found


def _files(articles: pd.DataFrame) -> pd.Series:
    return articles["file"] if "file" in articles else articles["article_id"] + ".txt"


def _first(file: str) -> str:
    """The first word of a file's name: "dailymail" of "dailymail_-558.txt"."""
    found = re.match(r"[a-z]+", plain(PurePath(file).stem).lower())
    return found.group() if found else ""


def _is_outlet(folder: str) -> bool:
    """Whether a whole folder's name is an outlet's, and no plain word."""
    return bool(newsrooms.by_file_name(folder)) and not newsrooms.is_plain(folder)


# --- the page's furniture -------------------------------------------------------------------------


def _own(lines: pd.DataFrame) -> Iterable[tuple[str, list]]:
    """The lines of each article that the site wrote."""
    return by_article(tuples(lines[lines["role"].isin(FURNITURE)])).items()


def _furniture(lines: Iterable) -> dict[tuple[str, str], str]:
    """The site's own lines of a capture, by role and shape: two pages of one site have the same."""
    return {(r.role, _shape(r.role, r.text)): r.text.strip() for r in lines}


def _pages(marks: dict, named: dict[str, str]) -> dict[frozenset, dict[str, str]]:
    """The outlets of each furniture, each with the first of its articles that have it: a site has
    few, however many its articles."""
    found: dict[frozenset, dict[str, str]] = {}
    for article_id, outlet in sorted(named.items()):
        found.setdefault(frozenset(marks.get(article_id, ())), {}).setdefault(outlet, article_id)
    return found


def _shape(role: str, text: str) -> str:
    """A line without what changes from page to page: figures, months, words after the third."""
    words = re.findall(r"\w+|[^\w\s]", re.sub(r"\d+", "0", plain(text).lower()))
    if role == "timestamp":
        return " ".join("month" if dates.is_month(w) else _HALVES.get(w, w) for w in words)
    return " ".join(words) if role == "notice" else " ".join(words[:3])


_HALVES = {"am": "am/pm", "pm": "am/pm"}


def _enough(shared: set[tuple[str, str]]) -> bool:
    """Whether the lines that two pages share are more than any two sites have in common."""
    return len(shared) >= _ENOUGH and {role for role, _ in shared} >= _NEEDED
