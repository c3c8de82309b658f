"""Articles put together by how like they are: pairs in, a group number for each article out."""

import numpy as np
import pandas as pd

from tellings.compare.events.similarity import LEAST

# A set of linked articles larger than this is cut before it is grouped: the table of all its pairs
# would not fit into memory.
MOST_LINKED = 3000


def linked(pairs: pd.DataFrame, size: int) -> np.ndarray:
    """A group number per article: average linkage inside each set that strong pairs connect."""
    label, begun, waiting = np.arange(size), size, [(pairs, LEAST)]
    while waiting:
        some, least = waiting.pop()
        for members, own in _connected(some, size, least):
            if len(members) > MOST_LINKED:  # too large for a square table: cut it where it is weak
                waiting.append((own, least * 1.25))
                continue
            label[members] = begun + _average_linkage(members, own)
            begun += len(members)
    return label


def _connected(pairs: pd.DataFrame, size: int, least: float):
    """Each set of articles that pairs of at least this likeness connect, with its pairs."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    strong = pairs[pairs["likeness"] >= least]
    links = coo_matrix((strong["likeness"], (strong["a"], strong["b"])), shape=(size, size))
    _, part = connected_components(links, directed=False)
    of_a, of_b = part[pairs["a"].to_numpy()], part[pairs["b"].to_numpy()]
    inner = of_a == of_b
    for _, own in pairs[inner].groupby(of_a[inner]):
        yield np.unique(own[["a", "b"]].to_numpy()), own


def _average_linkage(members: np.ndarray, pairs: pd.DataFrame) -> np.ndarray:
    """Group numbers of the members, joined while two groups' mean likeness is at least LEAST."""
    from sklearn.cluster import AgglomerativeClustering

    a, b = (np.searchsorted(members, pairs[x].to_numpy()) for x in "ab")
    distance = np.ones((len(members), len(members)))
    distance[a, b] = distance[b, a] = 1 - pairs["likeness"].clip(0, 1).to_numpy()
    np.fill_diagonal(distance, 0)
    return AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1 - LEAST
    ).fit_predict(distance)
