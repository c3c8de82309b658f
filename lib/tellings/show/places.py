"""Places in the articles as addresses that a figure can carry; the report makes links of them."""

from urllib.parse import quote


def url(article_id: str, start: int, end: int) -> str:
    """The address of a stretch of an article, for an artist's set_url.

    >>> url("000", 4, 9)
    'at:000:4-9'
    """
    return f"at:{quote(article_id, safe='')}:{start}-{end}"
