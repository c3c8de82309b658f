"""Listed forms among words: found by a search that is plain and slow, and by ours."""

from hypothesis import given, strategies as st

from tellings.text.matcher import Matcher

WORDS = st.sampled_from(("at", "least", "in", "fact", "of", "course"))
FORMS = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), unique=True)


def plainly(forms, low):
    """Each form found, the longest first, none over another."""
    found, at = [], 0
    while at < len(low):
        here = [f for f in forms if low[at : at + len(f.split())] == tuple(f.split())]
        longest = max(here, key=len, default="")
        if longest:
            found.append((at, at + len(longest.split()), longest))
        at += len(longest.split()) or 1
    return found


@given(FORMS, st.lists(WORDS).map(tuple))
def test_the_longest_forms_are_found_and_none_overlap(forms, low):
    assert Matcher((f, f) for f in forms).among(low) == plainly(forms, low)


@given(FORMS, st.lists(WORDS).map(tuple))
def test_places_that_are_known_change_nothing(forms, low):
    matcher = Matcher((f, f) for f in forms)
    assert matcher.among(low, range(len(low))) == matcher.among(low)


def test_a_text_that_ends_within_a_phrase_has_none():
    assert Matcher([("in fact", "")]).among(("in",)) == []
