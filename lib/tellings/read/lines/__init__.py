"""From a capture's text to its lines and their roles: `blocks` puts broken paragraphs together,
`looks` is a line as the rules see it, `named` what says itself what it is (`phrases`, `pictures`,
`asks`), `prose` the run of lines that is the body with its `lists`, `places` the roles by place
before and behind it, `fields` and `titles` what exports and sites write above it, `no_article` the
pages that hold none, `headlines` what of a line is told; `classifier` puts them together."""

from tellings.read.lines.classifier import classify
from tellings.read.lines.headlines import whole
from tellings.read.lines.joined import paragraphs
from tellings.read.lines.roles import BULLET, ROLES, Line

__all__ = ["BULLET", "ROLES", "Line", "classify", "paragraphs", "whole"]
