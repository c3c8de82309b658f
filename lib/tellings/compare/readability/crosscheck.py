"""textstat's own scores beside the suite's: counts and scores in, both with their reasons out."""

import re

import pandas as pd

from tellings.compare.readability.formulas import FORMULAS
from tellings.find.readability import SentenceCount
from tellings.text.prose import few

_SUMS = [*SentenceCount._fields[5:], "sentences"]
_THEIRS = {"article_id": "str", "measure": "str", "textstat": float, "recut": float}
_THEIRS |= {"n_textstat": "int64", "reason": "str"}
MOST = 50  # articles that textstat is asked for: it is slow, and this is a cross-check
_CURLY = re.compile(r"\w’\w")
_STOPS = re.compile(r"\S*[.!?]\S*")


def beside(counts: pd.DataFrame, scores: pd.DataFrame, most: int = MOST) -> pd.DataFrame:
    """textstat's own numbers for the same sentences, and why they are not ours.

    value, textstat  our score, and textstat's of the same text
    by_sentences     how much of the difference comes from textstat's count of sentences
    by_words         the rest: words and syllables it reads otherwise, as in "Israel’s"
    n, n_textstat    sentences
    reason           in words: the stops inside sentences at which textstat cuts, the marks it drops

    The first `most` articles only.
    """
    body = counts[(counts["zone"] == "body") & (counts["words"] > 0)].assign(sentences=1)
    shown = body["article_id"].drop_duplicates().head(most)
    found = [_of_textstat(i, body[body["article_id"] == i]) for i in shown]
    ours = scores[scores["measure"].isin(list(FORMULAS))]
    theirs = pd.concat(found) if found else pd.DataFrame(columns=list(_THEIRS)).astype(_THEIRS)
    table = ours.merge(theirs, on=["article_id", "measure"])
    return table.assign(
        by_sentences=(table["recut"] - table["value"]).round(9),
        by_words=(table["textstat"] - table["recut"]).round(9),
    ).drop(columns=["recut", "low", "high", "error", "words", "warning"])


def in_words(beside: pd.DataFrame) -> str:
    """The article whose Flesch score textstat's sentences move most, and from where to where."""
    rows = beside[beside["measure"] == "flesch"]
    if rows.empty:
        return "No article has words to score."
    row = rows.loc[rows["by_sentences"].abs().idxmax()]
    return (
        f"textstat counts {row['n_textstat']} sentences in {row['telling']}, where there are "
        f"{row['n']}, and scores its reading ease {row['textstat']:.1f} instead of "
        f"{row['value']:.1f}: the largest difference of {few(len(rows), 'article')}."
    )


def _of_textstat(article_id: str, rows: pd.DataFrame) -> pd.DataFrame:
    """textstat's measures of one article's text, and ours on its count of sentences ("recut")."""
    import textstat  # takes a second: only who asks pays for it

    text = "\n".join(rows["text"])
    theirs = {
        "flesch": textstat.flesch_reading_ease,
        "flesch_kincaid": textstat.flesch_kincaid_grade,
        "gunning_fog": textstat.gunning_fog,
        "smog": textstat.smog_index,
        "ari": textstat.automated_readability_index,
        "coleman_liau": textstat.coleman_liau_index,
        "dale_chall": textstat.dale_chall_readability_score,
        "lix": textstat.lix,
    }
    sums = rows[_SUMS].sum().astype(float)
    ours, sums["sentences"] = len(rows), textstat.sentence_count(text)
    reason = _reason(rows["text"], recut=ours != sums["sentences"])
    return pd.DataFrame(
        dict(
            article_id=article_id,
            measure=name,
            textstat=theirs[name](text),
            recut=float(formula(sums)),
            n_textstat=int(sums["sentences"]),
            reason=reason,
        )
        for name, formula in FORMULAS.items()
    )


def _reason(texts: pd.Series, recut: bool) -> str:
    """Why textstat reads these sentences otherwise: "cuts at U.S. (6), Ms. (1); drops ’ (3)"."""
    inside = [w.strip("\"“”'’(),;:") for t in texts for w in _STOPS.findall(t.rstrip(".!?\"”’'"))]
    seen = pd.Series(inside, dtype=str).value_counts(sort=True)
    cuts = ", ".join(f"{word} ({n})" for word, n in seen.items()) or "lines without a stop"
    curly = sum(len(_CURLY.findall(t)) for t in texts)
    parts = [f"cuts at {cuts}" if recut else "", f"drops ’ ({curly})" if curly else ""]
    return "; ".join(p for p in parts if p)
