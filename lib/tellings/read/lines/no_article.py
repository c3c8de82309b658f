"""Pages that hold no article: the text of a capture in, what kind of page it is out."""

from tellings.lexicons import rows
from tellings.text.characters import plain

# Such a page says so in two ways, and says little else: a story about robots goes on.
_SIGNS = 2
_LONGEST_WORDS = 250


def kind(text: str) -> str:
    """ "a robot check", "an error page" where the text is one (lexicons/no_article.csv), else "".

    >>> kind("404\\nPage not found\\nThe page you are looking for was moved to another address.")
    'an error page'
    """
    if len(text) > 12 * _LONGEST_WORDS or len(text.split(None, _LONGEST_WORDS)) > _LONGEST_WORDS:
        return ""
    low = " ".join(plain(text).lower().split())
    found = [row["page"] for row in rows("no_article") if row["phrase"] in low]
    return found[0] if len(found) >= _SIGNS else ""
