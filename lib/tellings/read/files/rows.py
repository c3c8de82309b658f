"""What comes of a corpus folder: a capture, a reject, a correction; and the word for refusing."""

from typing import NamedTuple

HINTS = ("outlet", "title", "author", "date", "event_id", "note")
SUBJECTS = ("line", "article", "event", "entity", "claim", "fact", "cell", "naming")


class Capture(NamedTuple):
    """One article as it was found; `text` is never edited.

    reader   what read it; of a "txt", text.encode(encoding) is the file
    sha256   of the file's bytes, as they were when it was read
    outlet, title, author, date, event_id, note   what was given with it, else ""
    given_by   who gave what the manifest did not: "page: title date", "record: outlet"
    """

    article_id: str
    file: str
    sha256: str
    encoding: str
    reader: str
    text: str
    outlet: str = ""
    title: str = ""
    author: str = ""
    date: str = ""
    event_id: str = ""
    note: str = ""
    given_by: str = ""

    @property
    def hints(self) -> dict[str, str]:
        """What was given with the text, by name; empty where nothing was."""
        given = {name: getattr(self, name) for name in (*HINTS, "given_by")}
        return {name: value for name, value in given.items() if value}


class Reject(NamedTuple):
    """A file, or one record of it, that gave no capture: why, and what to do.

    record  which one: "line 3" of the manifest, "record 3" of the file; "" for the whole file
    """

    file: str
    record: str
    reason: str
    advice: str


class Correction(NamedTuple):
    """One row of corrections.csv: the researcher has the last word (seeds/README.md lists them)."""

    subject: str
    article_id: str
    place: str
    was: str
    becomes: str
    note: str


class Naming(NamedTuple):
    """One row of a corpus's naming.csv: a form that names a topic, as find.framing.find takes it.

    kind  "name", anywhere; "beside place", next to the topic's place only; "place", that place
    term  what it is shown as: the form as written, a plural under its singular
    """

    topic: str
    kind: str
    form: str
    term: str


class Refused(Exception):
    """Why one file, or one record of it, gives no capture: Refused(reason, advice)."""
