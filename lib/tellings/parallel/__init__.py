"""One function over many articles: a loop, or processes and clusters through Dask; the same rows.

engines says how the work is done, shelf cuts tables by article, loop does a part, cluster hands
parts to workers and keeps an article that ends its worker from taking others with it. kept takes
the rows that an earlier run found: identity tells what a function is, store has them on disk.
apart is one call in a fork, for what it leaves in memory.
"""

from tellings.parallel.engines import each
from tellings.parallel.loop import Reject, part, rejects

__all__ = ["Reject", "each", "part", "rejects"]
