"""Several outlets' tellings of one event, side by side.

Floors, each importing only from those before it: lexicons, read, find, compare, show, report.
"""

__version__ = "0.1.0"
