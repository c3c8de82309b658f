"""Figures as SVG: an axes in, the picture with what it says in words out, nothing useless in it."""

import html
import io
import re
import xml.etree.ElementTree as ET
from collections import Counter
from urllib.parse import unquote

from matplotlib.axes import Axes

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
ET.register_namespace("", _SVG)
ET.register_namespace("xlink", _XLINK)
_G, _A, _TEXT, _TITLE, _DEFS, _STYLE = (
    f"{{{_SVG}}}{tag}" for tag in ("g", "a", "text", "title", "defs", "style")
)
_HREF = f"{{{_XLINK}}}href"
_NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))
# Text stays text in a figure: it can be searched, selected and read out. Verdana is as wide as the
# font that the layout was reckoned with, where a reader's system lacks that one.
_FONT = " font-family: 'DejaVu Sans';"
_FONTS = "style=\"font-family:'DejaVu Sans',Verdana,sans-serif\""
_POINTS_TO = re.compile(r"url\(#([^)]*)\)")
_FINE = re.compile(r"(\d\.\d)\d+")
_WHOLE = re.compile(r"(?<=\d)\.0(?!\d)")
_STEP = re.compile(r" ?([MLCQz]) ?")
# What no XML may hold, and file names do.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_TURN = re.compile(r"^rotate\(-?0 ")


def drawn(axes: Axes, name: str, words: str) -> str:
    """The figure that `axes` belongs to as SVG, with `words` for those who do not see it."""
    buffer = io.StringIO()
    axes.figure.savefig(buffer, format="svg", bbox_inches="tight", metadata=_NO_METADATA)
    svg = _slim(_NO_XML.sub("\ufffd", buffer.getvalue()), name)
    role = "group" if 'href="at:' in svg else "img"  # a picture may hold no link
    label = html.escape(" ".join(words.split()))
    mark = f'<svg role="{role}" aria-label="{label}" data-figure="{html.escape(name)}" {_FONTS} '
    return svg.replace("<svg ", mark, 1)


def _slim(svg: str, name: str) -> str:
    """The figure without what no reader sees, its ids apart from those of other figures.

    Digits below a tenth of a point, groups that say nothing, ids that nothing points to, turns by
    no degree, white space and links round nameless marks go: about half of the bytes.
    """
    root = ET.fromstring(svg)
    attributes = [pair for element in root.iter() for pair in element.attrib.items()]
    used = [place for key, value in attributes for place in _pointed(key, value)]
    short = {long: f"{name}-{number}" for number, long in enumerate(dict.fromkeys(used))}
    for element in list(root.iter()):
        kept = ((key, _value(key, value, short)) for key, value in element.attrib.items())
        element.attrib = {key: value for key, value in kept if value is not None}
        element.text, element.tail = (
            words if words and words.strip() else None for words in (element.text, element.tail)
        )
        if element.tag == _A:
            _name(element)
    _flatten(root)
    _class(root, name)
    return ET.tostring(root, encoding="unicode").replace(" />", "/>")


def _pointed(key: str, value: str) -> list[str]:
    """The ids that an attribute points to: a mark's shape, the pattern of a hatched face."""
    if key == _HREF and value.startswith("#"):
        return [value[1:]]
    return _POINTS_TO.findall(value)


def _value(key: str, value: str, short: dict[str, str]) -> str | None:
    """An attribute's value as it is kept; None for one that says nothing."""
    if key == "id":
        return short.get(value)
    for long in _pointed(key, value):
        if key == _HREF:
            return f"#{short[long]}"
        value = value.replace(f"(#{long})", f"(#{short[long]})")
    if key == _HREF:
        return value
    if key == "target" or (key == "transform" and _NO_TURN.match(value)):
        return None
    value = _WHOLE.sub("", _FINE.sub(r"\1", " ".join(value.split()))).replace(_FONT, "")
    return _STEP.sub(r"\1", value) if key == "d" else value


def _name(link: ET.Element) -> None:
    """Put the name that a mark's address carries where people and screen readers find it."""
    address, _, words = link.attrib[_HREF].partition("?")
    if words:
        link.attrib |= {_HREF: address, "aria-label": unquote(words)}
        title = ET.Element(_TITLE)
        title.text = unquote(words)
        link.insert(0, title)


def _flatten(element: ET.Element) -> None:
    """Take out groups that say nothing of what they hold, and links round nameless marks."""
    children = []
    for child in element:
        _flatten(child)
        bare = child.tag == _G and not child.attrib
        nameless = child.tag == _A and not any(e.tag in (_TEXT, _TITLE) for e in child.iter())
        children += list(child) if bare or nameless else [child]
    element[:] = children


def _class(root: ET.Element, name: str) -> None:
    """Write each look that elements share once, as a class."""
    styled = [element for element in root.iter() if "style" in element.attrib]
    shared = Counter(element.attrib["style"] for element in styled)
    looks = [look for look, n in shared.items() if n > 1]
    classes = {look: f"{name}-{number}" for number, look in enumerate(looks)}
    for element in styled:
        if look := classes.get(element.attrib["style"]):
            kept = ((k, v) for k, v in element.attrib.items() if k != "style")
            element.attrib = {"class": look, **dict(kept)}
    rules = ET.Element(_STYLE)
    rules.text = "".join(f".{c}{{{look.replace('; ', ';')}}}" for look, c in classes.items())
    root.find(_DEFS).insert(0, rules)
