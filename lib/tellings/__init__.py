"""Several outlets' tellings of one event, side by side.

Floors, each importing only from those before it: lexicons, read, find, compare, show, report.
"""

import time

__version__ = "0.1.0"

BEGUN = time.time()  # when this process began to import it: what changes later is not what runs
