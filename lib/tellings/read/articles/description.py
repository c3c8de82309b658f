"""All that a capture says about itself: lines with roles in, one Article out."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from tellings.read.articles import byline, credits, labelled, outlets, publication
from tellings.read.articles.fields import FIELDS, LANGUAGE, Article, Found, first, having, stretch
from tellings.read.lines import Line, whole

# What a container may give, and the field it fills.
GIVEN = {"title": "headline", "author": "byline", "outlet": "outlet", "date": "published"}


def describe(
    lines: Sequence[Line], hints: Mapping | None = None, corrections: Iterable = ()
) -> Article:
    """The article's metadata: what the text says, what was given, and nothing else.

    hints        what came with the text (files.Capture.hints); it wins over the text: "given", or
                 "given by the page" (record, export) where the researcher did not give it
    corrections  rows of files.Correction for this capture; subject "article" wins over both

    An outlet is taken from the text only where the text names its own (see outlets.outlet); three
    or more lead-ins that only one outlet uses ("Why it matters:") make it "inferred". Fields that
    an export gives above the text ("Publication: ...") go before what the text says otherwise.
    Everything else is absent.
    """
    lines = [line for line in lines if line.role != "blank"]
    found = dict.fromkeys(FIELDS, Found()) | _by_role(lines)
    found |= {
        "byline": byline.names(lines),
        "outlet": outlets.outlet(lines),
        "host": credits.host(lines),
        "agency": credits.agency(lines),
        "image_credit": credits.picture(lines),
    }
    found |= publication.days(lines)
    found |= labelled.given(lines)
    found |= _given(hints or {}, found)
    for row in (c for c in corrections if c.subject == "article" and c.place != LANGUAGE):
        if row.place not in FIELDS:
            known = ", ".join(FIELDS)
            raise ValueError(f"corrections.csv: unknown field {row.place!r}; known: {known}")
        found[row.place] = Found(row.becomes, "given" if row.becomes else "absent")
    return Article._make(chain.from_iterable(map(found.__getitem__, FIELDS)))


def _given(hints: Mapping, found: Mapping[str, Found]) -> dict[str, Found]:
    """The fields that the hints give; the place of the words stays where the text has them, too."""
    giver, _, own = hints.get("given_by", "").partition(": ")
    fields = {}
    for name, field in GIVEN.items():
        if not (value := hints.get(name)):
            continue
        status = f"given by the {giver}" if name in own.split() else "given"
        same = " ".join(found[field].value.split()) == " ".join(value.split())
        fields[field] = found[field]._replace(status=status) if same else Found(value, status)
    return fields


def _by_role(lines: Sequence[Line]) -> dict[str, Found]:
    """Fields that are a whole line: the first of its role; a headline without the site's name."""
    roles = ("headline", "dek", "section", "notice")
    return {r: first(stretch(x, *whole(x)) for x in having(lines, r)) for r in roles}
