"""Small files of each form, made of two stories of our own."""

import csv
import gzip
import io
import json
import zipfile
from xml.sax.saxutils import escape

STORIES = [
    {
        "title": "Ferries stay in harbour",
        "outlet": "The Lindau Courier",
        "author": "Lena Park",
        "date": "2019-05-13",
        "text": "The ferry company cancelled its morning sailings on Monday after two captains "
        "fell ill.\n\nPassengers could travel in the afternoon, or have their money back, it "
        "said.\n\n"
        "The union answered that nine captains had been let go last year and three hired.",
    },
    {
        "title": "Old mill to become a school",
        "outlet": "The Oderau Gazette",
        "author": "Bo Diaz",
        "date": "2019-05-14",
        "text": "The old mill by the river will become a school for two hundred children, the "
        "town said on Tuesday.\n\nThe roof has to be mended first, and the wheel will stay in its "
        "place.\n\nParents had asked for a school on this side of the river since the flood.",
    },
]
HALL = "Read more about the harbour and its people in our weekly letter"


def paragraphs(story):
    return story["text"].split("\n\n")


def page(story):
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs(story))
    return (
        f"<!DOCTYPE html>\n<html lang=en><head><meta charset=utf-8><title>{story['title']} | "
        f"{story['outlet']}</title><meta property='og:site_name' content='{story['outlet']}'>"
        f"<meta property='article:published_time' content='{story['date']}T08:00:00Z'>"
        f"<meta name=author content='{story['author']}'></head><body><nav><a href=/>Home</a>"
        f" <a href=/sport>Sport</a></nav><article><h1>{story['title']}</h1>{body}</article>"
        f"<aside><p>{HALL}</p></aside><footer>© 2019</footer><script>var x = 1</script></body>"
        "</html>"
    )


def table(delimiter):
    held = io.StringIO()
    writer = csv.DictWriter(held, STORIES[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(STORIES)
    return held.getvalue().encode()


def zipped(files, stored=()):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            kind = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, kind)
    return held.getvalue()


def excel():
    from openpyxl import Workbook

    book, held = Workbook(), io.BytesIO()
    book.active.append(list(STORIES[0]))
    for story in STORIES:
        book.active.append(list(story.values()))
    book.save(held)
    return held.getvalue()


def parquet():
    import pyarrow as pa
    import pyarrow.parquet as pq

    held = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(STORIES), held)
    return held.getvalue()


def word(text):
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    lines = "".join(f"<w:p><w:r><w:t>{escape(x)}</w:t></w:r></w:p>" for x in text.split("\n"))
    body = f'<w:document xmlns:w="{space}"><w:body>{lines}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": body})


def open_document(text):
    office, words = (f"urn:oasis:names:tc:opendocument:xmlns:{n}:1.0" for n in ("office", "text"))
    lines = "".join(f"<t:p>{escape(x)}</t:p>" for x in text.split("\n\n"))
    body = f'<o:d xmlns:o="{office}" xmlns:t="{words}">{lines}</o:d>'
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": body}, stored=("mimetype",))


def book(story):
    container = '<container><rootfiles><rootfile full-path="o/c.opf"/></rootfiles></container>'
    package = (
        '<package><manifest><item id="a" href="a.xhtml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    kind = "application/epub+zip"
    files = {"mimetype": kind, "META-INF/container.xml": container, "o/c.opf": package}
    return zipped(files | {"o/a.xhtml": page(story)}, stored=("mimetype",))


def rich_text(text):
    return ("{\\rtf1\\ansi " + text.replace("\n", "\\par\n") + "}").encode()


def pdf(text):
    shown = " ".join(f"({line}) Tj T*" for line in text.replace("(", "").split("\n"))
    stream = f"BT /F1 10 Tf 50 780 Td 12 TL {shown} ET".encode("latin-1", "replace")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\n" % rows
    return made + head + b"startxref\n%d\n%%%%EOF\n" % len(made)


def warc(packed=False):
    made = b""
    for number, story in enumerate(STORIES):
        data = page(story).encode()
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + data
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000000{number}>\r\n"
            f"WARC-Target-URI: https://example.org/{number}\r\nWARC-Date: 2019-05-14T10:00:00Z\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        record = head.encode() + http + b"\r\n\r\n"
        made += gzip.compress(record, mtime=0) if packed else record
    return made


def mail():
    return (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/a\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n'
        f"--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page(STORIES[0])}\r\n--B--\r\n"
    ).encode()


def feed():
    items = "".join(
        f"<item><title>{s['title']}</title><pubDate>Tue, 13 May 2019 10:00:00 GMT</pubDate>"
        f"<description>{escape(''.join(f'<p>{p}</p>' for p in paragraphs(s)))}</description></item>"
        for s in STORIES
    )
    channel = f"<channel><title>The Lindau Courier</title>{items}</channel>"
    return f"<?xml version='1.0'?><rss version='2.0'>{channel}</rss>".encode()


# --- exports of databases -------------------------------------------------------------------------


def length(story):
    return len(story["text"].split())


def lexis():
    return "\ufeff" + "".join(
        f"\n                  {n} of 2 DOCUMENTS\n\n\n            {s['outlet']}\n\n"
        f"            May {12 + n}, 2019 Tuesday\n\n{s['title']}\n\nBYLINE: {s['author']}\n\n"
        f"SECTION: NEWS; Pg. 4\n\nLENGTH: {length(s)} words\n\n\n{s['text']}\n\n"
        f"LOAD-DATE: May {12 + n}, 2019\n\nLANGUAGE: ENGLISH\n\n   Copyright 2019 {s['outlet']}\n\n"
        for n, s in enumerate(STORIES, 1)
    )


def nexis_uni():
    cover = "User Name: Reader\nJob Number: 1\nDocuments (2)\n1. Ferries\nSearch Terms: ferries\n\n"
    return cover + "".join(
        f"{s['title']}\n{s['outlet']}\nMay {12 + n}, 2019 Tuesday\n\nCopyright 2019 {s['outlet']}\n"
        f"Section: NEWS; Pg. 4\nLength:\xa0{length(s)} words\nByline: {s['author']}\nBody\n\n"
        f"{s['text']}\n\nClassification\n\nLanguage: ENGLISH\nLoad-Date: May {12 + n}, 2019\n\n"
        "End of Document\n\n"
        for n, s in enumerate(STORIES, 1)
    )


def proquest():
    bar = "_" * 60
    return (
        "".join(
            f"{bar}\n\n{s['title']}\n\nAuthor: {s['author']}\n\nAbstract: None available.\n\n"
            f"Full text: {s['text']}\n\nSubject: Ferries\n\nTitle: {s['title']}\n\n"
            f"Publication title: {s['outlet']}\n\nPublication date: May {12 + n}, 2019\n\n"
            for n, s in enumerate(STORIES, 1)
        )
        + f"{bar}\n\nContact us\n"
    )


def factiva():
    return (
        "".join(
            f"HD\n{s['title']}\nBY\nBy {s['author']}\nWC\n{length(s)} words\n"
            f"PD\n{12 + n} May 2019\n"
            f"SN\n{s['outlet']}\nLA\nEnglish\nLP\n{paragraphs(s)[0]}\nTD\n"
            + "\n".join(paragraphs(s)[1:])
            + f"\nNS\ngtrans : Transport\nAN\nDocument LIND00002019051{n}ek4i0000{n}\n\n"
            for n, s in enumerate(STORIES, 1)
        )
        + "Search Summary\nText\tferries\n"
    )


LINES = "".join(json.dumps(story) + "\n" for story in STORIES).encode()
PLAIN = f"{STORIES[0]['title']}\n\n{STORIES[0]['text']}\n"
PAGE = page(STORIES[0]).encode()

# Name, bytes, how many articles lie in it, what they say of themselves.
FORMS = [
    ("a.html", PAGE, 1, "all"),
    ("a.htm", PAGE, 1, "all"),
    ("a.xhtml", b'<?xml version="1.0"?>\n' + PAGE, 1, "all"),
    ("named.txt", b"<!-- saved -->\n" + PAGE, 1, "all"),
    ("no-ending", PAGE, 1, "all"),
    ("a.mhtml", mail(), 1, "all"),
    ("a.jsonl", LINES, 2, "all"),
    ("a.ndjson", LINES, 2, "all"),
    ("lines.txt", LINES, 2, "all"),
    ("a.json", json.dumps(STORIES).encode(), 2, "all"),
    ("news-api.json", json.dumps({"status": "ok", "articles": STORIES}).encode(), 2, "all"),
    ("one.json", json.dumps(STORIES[0], indent=1).encode(), 1, "all"),
    ("a.csv", table(","), 2, "all"),
    ("semicolons.csv", table(";"), 2, "all"),
    ("excel.csv", b"\xef\xbb\xbfsep=;\r\n" + table(";"), 2, "all"),
    ("a.tsv", table("\t"), 2, "all"),
    ("a.xlsx", excel(), 2, "all"),
    ("a.parquet", parquet(), 2, "all"),
    ("a.warc", warc(), 2, "all"),
    ("a.warc.gz", warc(packed=True), 2, "all"),
    ("a.xml", feed(), 2, "title"),
    ("a.html.gz", gzip.compress(PAGE, mtime=0), 1, "all"),
    ("a.txt.gz", gzip.compress(PLAIN.encode(), mtime=0), 1, ""),
    ("a.jsonl.gz", gzip.compress(LINES, mtime=0), 2, "all"),
    ("a.csv.gz", gzip.compress(table(","), mtime=0), 2, "all"),
    ("a.zip", zipped({"x/a.html": PAGE, "x/b.jsonl": LINES, "__MACOSX/x/._a": "x"}), 3, "all"),
    ("in.zip", zipped({"inner.zip": zipped({"a.txt": PLAIN})}), 1, ""),
    ("a.docx", word(PLAIN), 1, ""),
    ("a.odt", open_document(PLAIN), 1, ""),
    ("a.epub", book(STORIES[0]), 1, ""),
    ("a.rtf", rich_text(PLAIN), 1, ""),
    ("a.pdf", pdf(PLAIN), 1, ""),
    ("a.md", f"# {STORIES[0]['title']}\n\n{STORIES[0]['text']}".encode(), 1, ""),
    ("lexis.txt", lexis().encode(), 2, "all"),
    ("uni.txt", nexis_uni().encode(), 2, "all"),
    ("uni.docx", word(nexis_uni()), 2, "all"),
    ("uni.rtf", rich_text(nexis_uni().replace("\xa0", " ")), 2, "all"),
    ("proquest.txt", proquest().encode(), 2, "all"),
    ("factiva.txt", factiva().encode(), 2, "all"),
    ("factiva.rtf", rich_text(factiva()), 2, "all"),
]
OFFICE = (".rtf", ".pdf")
