"""From a file of any form to its articles: `recognition` tells the form by its first bytes,
`reader` hands the source to the module of its family (`pages`, `records`, `feeds`, `documents`,
`written`, `archives`), `unread` names what none reads; `mapping` knows the columns of records,
`databases` the exports of Nexis, ProQuest and Factiva, `days` how they write dates; all give
`pieces`."""

from tellings.read.formats.names import ENDINGS, ending
from tellings.read.formats.pieces import Piece, Source, Unread
from tellings.read.formats.reader import form, pieces

__all__ = ["ENDINGS", "Piece", "Source", "Unread", "ending", "form", "pieces"]
