"""Which names stand for one entity: names of an article, or of an event, in; a name for each out.

People are linked by surname, others by lists, initials and common endings. Everything is indexed by
surname or by key, so that the work grows with the number of names, not with its square.
"""

from collections.abc import Sequence

from tellings.find.mentions import bodies, people
from tellings.find.mentions.called import skeleton
from tellings.find.mentions.forms import Answer, Form, comparable


def link(forms: Sequence[Form]) -> list[Answer]:
    """The entity of each form, in the forms' order, which is the order of reading.

    People: titles are left out; full names first, the longest first; two are one person when the
    surname is the same and the first names agree (the same, an initial, a nickname), a Jr. or III
    aside unless one article names father and son. A lone name is linked by surname, then as a
    first name ("Kim"), as `people` says.
    Bodies and places: the list's name, an acronym's expansion, a longer name with the same end.
    """
    surnames = people.surnames(forms)
    found: dict[int, Answer] = {}
    for linked, wanted in ((people.linked, True), (bodies.linked, False)):
        these = [k for k, form in enumerate(forms) if _is_person(form, surnames) is wanted]
        found |= dict(zip(these, linked([forms[k] for k in these]), strict=True))
    return [found[k] for k in range(len(forms))]


def _is_person(form: Form, surnames: frozenset[str]) -> bool:
    """Whether a form is a person's: by its kind, or as a mere guess with a person's surname."""
    if form.kind == "PERSON":
        return True
    return not form.sure and skeleton(comparable(form.text)) in surnames
