"""Which names stand for one entity: names of an article, or of an event, in; a name for each out.

People are linked by surname, others by lists, initials and common endings. Everything is indexed by
surname or by key, so that the work grows with the number of names, not with its square.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress
from operator import not_

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
    guessed = not all(form.sure for form in forms)
    firms = bodies.firms(forms) if guessed else frozenset()
    forms = _of_firms(forms, firms) if firms else forms
    surnames = people.surnames(forms) if guessed else frozenset()
    own = [form.kind == "PERSON" or (guessed and _bears_surname(form, surnames)) for form in forms]
    persons = iter(people.linked(list(compress(forms, own))))
    others = iter(bodies.linked(list(compress(forms, map(not_, own)))))
    return [next(persons if is_person else others) for is_person in own]


def _of_firms(forms: Sequence[Form], firms: frozenset[str]) -> list[Form]:
    """The forms, a lone guessed name that a firm bears as the firm's.

    Pellworth Group PLC is Pellworth wherever no Josiah Pellworth was named in full before.
    """
    named: set[tuple[str, str]] = set()
    made = []
    for form in forms:
        last = skeleton(comparable(form.text).rpartition(" ")[2])
        if form.kind == "PERSON" and " " in form.text:
            named.add((form.article, last))
        own = last in firms and not (form.sure or form.title or " " in form.text)
        firm = own and (form.article, last) not in named
        made.append(replace(form, kind="ORG", sure=True) if firm else form)
    return made


def _bears_surname(form: Form, surnames: frozenset[str]) -> bool:
    """Whether a form whose kind is a mere guess is a person's surname."""
    return not form.sure and skeleton(comparable(form.text)) in surnames
