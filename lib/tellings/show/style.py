"""One look for every figure: theme, a colour and a place for each outlet."""

import matplotlib as mpl
import pandas as pd
import seaborn as sns

# Ink and rules, dark enough on white for WCAG AA.
INK, MUTED, RULE, OWN = "#1a1a1a", "#595959", "#d0d0d0", "#767676"
_LOOK = {
    "svg.hashsalt": "tellings",  # the same figure gives the same bytes
    "text.parse_math": False,  # "$5 to $6" is money
    "svg.fonttype": "none",
    "figure.dpi": 100,
    "font.size": 10,
    "font.family": "DejaVu Sans",
    "axes.titlesize": 11,
    "axes.titlelocation": "left",
    "axes.titleweight": "bold",
    "axes.edgecolor": MUTED,
    "axes.labelcolor": INK,
    "axes.labelsize": 10,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "figure.constrained_layout.use": True,
}


def theme() -> None:
    """Set the suite's look for every figure drawn from here on."""
    sns.set_theme(context="notebook", style="ticks", palette="colorblind", rc=_LOOK)


def colours(articles: pd.DataFrame) -> dict[str, tuple]:
    """A colour for each outlet, by its place in the alphabet among those of the articles.

    Every figure is handed all the articles, not only those it speaks of: so an outlet that is
    silent in one figure keeps its colour in the others. The colours are colour-blind safe; an
    outlet beyond the tenth, and an unknown one (""), is grey.
    """
    names = sorted({o for o in articles["outlet"] if o})
    colour = dict(zip(names, sns.color_palette("colorblind", min(len(names), 10)), strict=False))
    return {name: colour.get(name, mpl.colors.to_rgb(MUTED)) for name in [*names, ""]}


def order(table: pd.DataFrame) -> list[str]:
    """The tellings of a table in the report's one order: by event, then by article_id."""
    by = [c for c in ("event_id", "article_id") if c in table.columns]
    return list(dict.fromkeys(table.sort_values(by, kind="stable")["telling"]))
