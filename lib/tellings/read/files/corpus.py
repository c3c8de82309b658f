"""A corpus folder as captures: for everything that lies in it, a capture or a reject."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from tellings.read import formats
from tellings.read.files import contents, manifest as manifests, walk
from tellings.read.files.rows import HINTS, Capture, Refused, Reject


def captures(path, manifest=None) -> Iterator[Capture | Reject]:
    """A Capture for each text of the corpus folder, a Reject for everything else that is in it.

    manifest  a CSV with the columns manifest.COLUMNS, all but `file` may be empty (default:
              manifest.csv in the folder, where there is one); what other columns say is added to
              the note. Its rows come first, in its order; then the other files by name.

    article_id is the path below the folder without its ending ("sub/a"), with it where two files
    would share one, unless the manifest says otherwise; the articles of a file that holds several
    are "sub/a#1", "sub/a#2". A plain text is UTF-8, read strictly, its CR LF stays; what other
    forms are read says formats. What a page or a record says of itself is given, too; what the
    manifest says of a file with several articles is said of each.
    Raises ValueError in one line for a folder that is not there or empty, and for a manifest that
    cannot be read; a file never raises.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise ValueError(f"corpus {str(path)!r} is not a folder. Give a folder of articles")
    records = manifests.listed(folder, manifest, walk.below(folder))
    if not records:
        raise ValueError(f"corpus {str(path)!r} is empty. Put the articles into it")
    return _each(folder.resolve(), records)


def _each(folder: Path, records: list[manifests.Listed]) -> Iterator[Capture | Reject]:
    """Each record's captures, or the reason why there is none; an article_id is used once."""
    sharing = Counter(_stem(r.name) for r in records if formats.ending(r.name) in _ENDINGS)
    taken: dict[str, str] = {}
    for record in records:
        usual = _stem(record.name) if sharing[_stem(record.name)] < 2 else record.name
        for found in _found(folder, record, record.given.get("article_id") or usual):
            if isinstance(found, Capture) and found.article_id in taken:
                yield Reject(
                    record.name,
                    record.line,
                    f"article_id {found.article_id!r} is already that of {taken[found.article_id]}",
                    "Give each file an article_id of its own in manifest.csv",
                )
                continue
            if isinstance(found, Capture):
                taken[found.article_id] = record.name
            yield found


_ENDINGS = (*formats.ENDINGS, "")


def _found(folder: Path, record: manifests.Listed, usual: str) -> Iterator[Capture | Reject]:
    """The captures of one file, its article_id the usual one; or why it gives none."""
    try:
        if record.refused:
            raise record.refused
        path = contents.path(folder, record.name)
        digest, source = contents.opened(path, record.name)
        _check_digest(record.given.get("sha256", "").lower(), digest)
        yield from _articles(source, record, usual, digest)
    except Refused as why:
        yield Reject(record.name, record.line, *why.args)


def _articles(
    source: formats.Source, record: manifests.Listed, usual: str, digest: str
) -> Iterator[Capture | Reject]:
    """The captures of one file that is there; raises Refused."""
    if not formats.form(source):
        encoding, text = contents.plain(source)
        piece = formats.Piece(text, "txt", encoding=encoding)
        yield _capture(record, usual, digest, piece)
        return
    for found in formats.pieces(source):
        at = f"record {found.record}" if found.record else record.line
        if isinstance(found, formats.Unread):
            yield Reject(record.name, at, found.reason, found.advice)
        elif fault := contents.fault(found.text):
            yield Reject(record.name, at, *fault.args)
        else:
            name = f"{usual}#{found.record}" if found.record else usual
            yield _capture(record, name, digest, found)


def _check_digest(wanted: str, digest: str) -> None:
    """Raise Refused where the manifest speaks of another file than the one that is there."""
    if wanted and wanted != digest:
        raise Refused(
            f"not the file of manifest.csv: sha256 {digest[:12]}…, not {wanted[:12]}…",
            "Bring the file back, or write its new sha256 into manifest.csv",
        )


def _capture(
    record: manifests.Listed, article_id: str, digest: str, piece: formats.Piece
) -> Capture:
    """An article as a capture: what the manifest says of it wins over what it says of itself."""
    given = record.given
    own = {name: value for name, value in piece.hints.items() if name != "note"}
    said = own | {name: given[name] for name in HINTS if given.get(name)}
    notes = filter(None, [_note(given), piece.hints.get("note", "")])
    own_names = " ".join(sorted(name for name in own if not given.get(name)))
    return Capture(
        article_id,
        record.name,
        digest,
        piece.encoding,
        piece.reader,
        piece.text,
        **said | {"note": "; ".join(notes)},
        given_by=f"{piece.giver}: {own_names}" if own_names else "",
    )


def _note(given: Mapping[str, str]) -> str:
    """The note of the manifest and, by their names, the columns that it has beyond those known."""
    others = [f"{k}: {v}" for k, v in given.items() if v and k and k not in manifests.COLUMNS]
    return "; ".join(filter(None, [given.get("note", ""), *others]))


def _stem(name: str) -> str:
    """A file's path without its ending, ".gz" and the one before it together."""
    plain = name[:-3] if name.lower().endswith(".gz") else name
    return plain[: len(plain) - len(formats.ending(plain))]
