"""From a capture's text to its lines and their roles: `looks` is a line as the rules see it,
`named` what says itself what it is, `prose` the run of lines that is the body, `places` the roles
by place before and behind it; `classifier` puts them together."""

from tellings.read.lines.classifier import classify
from tellings.read.lines.roles import BULLET, ROLES, Line

__all__ = ["BULLET", "ROLES", "Line", "classify"]
