"""Words taken alone: a word in, the letter (see shape) that its list or its ending gives out."""

from functools import cache

from tellings.lexicons import listed, rows

_LETTER = {
    "determiner": "D",
    "pronoun": "P",
    "relative": "W",
    "preposition": "p",
    "subordinator": "S",
    "coordinator": "C",
    "auxiliary": "A",
    "adverb": "R",
    "time": "T",
    "finite verb": "v",
}


@cache
def _known() -> dict[str, str]:
    """The letter of each word that a list knows."""
    known = {r["word"]: "I" if r["word"].endswith("ing") else "V" for r in rows("reporting_verbs")}
    known |= {r["word"]: _LETTER[r["kind"]] for r in rows("function_words")}
    return known | {"that": "H", "according": "a"}


@cache
def also_nouns() -> dict[str, str]:
    """The lemma of each form that is also a noun: "claims", "warning"."""
    return {r["word"]: r["lemma"] for r in rows("reporting_verbs") if r["also"] == "noun"}


@cache
def takes(word: str) -> frozenset[str]:
    """What a reporting word takes: quote, clause, infinitive, object, listener."""
    return _takes().get(word, frozenset({"quote", "clause"}))


@cache
def _takes() -> dict[str, frozenset[str]]:
    return {r["word"]: frozenset(r["takes"].split()) for r in rows("reporting_verbs")}


@cache
def sources(kind: str = "") -> frozenset[str]:
    """The nouns for who or what may speak, of a kind (lexicons/source_nouns.csv): "document"."""
    return listed("source_nouns", kind=kind) if kind else listed("source_nouns")


@cache
def used(use: str) -> frozenset[str]:
    """The words that a rule uses so (lexicons/attribution_words.csv): "negation", "time"."""
    return listed("attribution_words", use=use)


def contracted() -> list[str]:
    """The pronouns that hold a verb's 's, which is no possessive: "he's"."""
    return sorted(w for w in listed("function_words", kind="pronoun") if w.endswith("'s"))


def alone(word: str, lower: str) -> str:
    """The letter of a word taken alone; `lower` is it in small letters."""
    first, known = word[0], _known().get(lower, "")
    if first.isupper() and known in ("", "V", "I", "v", "R"):
        says = known in ("V", "I") and lower not in also_nouns()
        return known if says else "N"  # "Says" in a headline reports, "Post" and "States" do not
    if known:
        return known
    if not first.isalnum():
        if lower == "'s":
            return "'"
        return {"|": "/", "''": '"', "―": "—"}.get(word, first)
    if first.isdigit():
        return "n" if lower[-1].isalpha() and "-" in lower else "D"  # "the 46-year-old"
    if lower.endswith("ed") and len(lower) > 4:
        return "v"
    if lower.endswith("ing") and len(lower) > 5:
        return "n" if lower in sources("document") else "g"  # "polling"
    return "R" if lower.endswith("ly") and len(lower) > 4 else "n"
