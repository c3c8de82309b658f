"""Places in the articles as addresses that a figure can carry; the report makes links of them."""

from urllib.parse import quote


def url(article_id: str, start: int, end: int, words: str = "") -> str:
    """The address of a stretch of an article, for an artist's set_url.

    words  the name of the link, for an artist that is no text: a mark without one gets no link

    >>> url("000", 4, 9, "one of two")
    'at:000:4-9?one%20of%20two'
    """
    return f"at:{quote(article_id, safe='')}:{start}-{end}" + (f"?{quote(words)}" if words else "")
