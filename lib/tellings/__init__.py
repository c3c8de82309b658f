"""Several outlets' tellings of one event, side by side.

Floors, each importing only from those before it: lexicons, read, find, compare, show, report.
"""

import os
import time

__version__ = "0.1.0"

BEGUN = time.time()  # when this process began to import it: what changes later is not what runs

# Arrow's own pool keeps what is freed: 20 to 80 MB of a kernel. It is chosen as Arrow is loaded.
os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
