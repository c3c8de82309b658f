"""Trained models, for who has one: a word of the notebooks in, a model's name or pipeline out."""

from functools import cache
from typing import Any

_ADVICE = "run: pip install spacy && python -m spacy download en_core_web_sm"


def named(names_by: str) -> str:
    """The model that "spacy:<model>" asks for; "" for "rules", which asks for none.

    Raises ValueError for any other word.

    >>> named("spacy:en_core_web_sm"), named("rules")
    ('en_core_web_sm', '')
    """
    if names_by == "rules":
        return ""
    backend, _, model = names_by.partition(":")
    if backend != "spacy" or not model:
        raise ValueError(f"unknown finder of names {names_by!r}; known: rules, spacy:<model>")
    return model


@cache
def pipeline(model: str) -> Any:
    """The spaCy pipeline of this name or path.

    Raises ValueError, in one line, where spaCy or the model is missing.
    """
    try:
        import spacy
    except ImportError:
        raise ValueError(f"spacy:{model} needs spaCy, which is not installed; {_ADVICE}") from None
    try:
        return spacy.load(model)
    except OSError:
        raise ValueError(f"spaCy has no model {model!r} here; {_ADVICE}") from None
