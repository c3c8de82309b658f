"""Views to work with at the keyboard: words in context, tables, tellings, corrections.

Each shows a widget in a notebook's front end and its rows as a still table anywhere else. Beneath
each is a plain function that gives these rows: contexts.table, subcorpus.rows, reader.marks,
corrections.changes.
"""

from tellings.show.explore.contrasts import contrast
from tellings.show.explore.frame import save
from tellings.show.explore.views import beside, corrections, rows, table, telling, words

__all__ = ["beside", "contrast", "corrections", "rows", "save", "table", "telling", "words"]
