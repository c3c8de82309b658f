"""One look for every figure: theme, a colour and a place for each outlet."""

from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.colors import to_rgb

from tellings.compare.events.outlets import voices

# Ink and rules, dark enough on white for WCAG AA.
INK, MUTED, RULE, OWN = "#1a1a1a", "#595959", "#d0d0d0", "#767676"
_FILE = Path(__file__).with_name("template") / "ticks.mplstyle"
_TICKS = mpl.rc_params_from_file(_FILE, use_default_template=False)
_COLOURS = [to_rgb(colour) for colour in _TICKS["axes.prop_cycle"].by_key()["color"]]
_LOOK = {
    "svg.hashsalt": "tellings",  # the same figure gives the same bytes
    "text.parse_math": False,  # "$5 to $6" is money
    "svg.fonttype": "none",
    "figure.dpi": 100,
    "font.size": 11,
    "font.family": "DejaVu Sans",
    "axes.titlesize": 11,
    "axes.titlelocation": "left",
    "axes.titleweight": "bold",
    "axes.edgecolor": MUTED,
    "axes.labelcolor": INK,
    "axes.labelsize": 10.5,
    "xtick.labelsize": 10.5,
    "ytick.labelsize": 10.5,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "figure.constrained_layout.use": True,
}


def theme() -> None:
    """Set the suite's look for every figure drawn from here on."""
    plt.style.use([_TICKS, _LOOK])


def colours(articles: pd.DataFrame) -> dict[str, tuple]:
    """A colour for each outlet, by its place in the alphabet among those of the articles.

    Every figure is handed all the articles, not only those it speaks of: so an outlet that is
    silent in one figure keeps its colour in the others. The colours are colour-blind safe; an
    outlet beyond the tenth is grey. An article whose outlet is unknown has a colour of its own,
    under its telling's name, behind those of the outlets.
    """
    known = sorted({o for o in articles["outlet"] if o})
    names = [*known, *sorted(set(voices(articles)) - set(known))]
    colour = dict(zip(names, _COLOURS, strict=False))
    return {name: colour.get(name, to_rgb(MUTED)) for name in [*names, ""]}


def ink_on(face) -> str:
    """White or the dark ink, whichever stands out more from this face (contrast as in WCAG 2)."""
    light = _light(face) + 0.05
    return "white" if 1.05 / light > light / (_light(INK) + 0.05) else INK


def _light(colour) -> float:
    """Relative luminance, 0 to 1, of a colour: WCAG 2."""
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour))
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def order(table: pd.DataFrame) -> list[str]:
    """The tellings of a table in the report's one order: by event, then by article_id."""
    by = [c for c in ("event_id", "article_id") if c in table.columns]
    return list(dict.fromkeys(table.sort_values(by, kind="stable")["telling"]))
