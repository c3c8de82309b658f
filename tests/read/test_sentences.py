"""Sentences: stops that end one and stops that do not, offsets that hold."""

import csv
import itertools
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tellings.read import sentences
from tellings.read.lines import Line
from tellings.text.characters import plain

GOLD = Path(__file__).parents[1] / "gold"


@pytest.mark.parametrize(
    "pieces",
    [
        ["Ms. Lee met Gen. Ruiz.", "They spoke."],
        ["It grew by 1.4 million.", "Nobody left."],
        ["She left the U.S.", "The talks went on."],
        ["A U.S. Army unit came."],
        ["J. K. Rowling wrote to Acme Inc.", "However, nobody read it."],
        ["“It is done.”", "He left."],
        ['"Why?" she asked.', "“Because.”"],
        ["At 5 p.m. Monday they met.", "3,000 people came."],
        ["He said no… Then he went."[:11], "Then he went."],
        ["A plan (see p. 4) exists."],
        ["Rafah.", "Gaza.", "Cairo."],
        ["They took Route B.", "It was shorter."],
        ["The prize went to Lenny K.", "He was not there."],
        ["It was signed by Jan P. Holt.", "Nobody saw it."],
        ["ST. LOUIS, Mo. (AP) — Lind left.", "They came."],
        ["TUZLO, Nev. (Reuters) - Lind left.", "They came."],
        ["The Calif. Democrat left."],
        ["He lives in Reno, Nev.", "The man left."],
        ["GOV. LIND LEFT.", "THEN SGT. OKORO CAME."],
        ["He went to Mass.", "The priest left."],
        ["They said NO.", "THEN ALL LEFT."],
        ["They live on Mill Rd.", "It is loud there."],
        ["The meeting ended.", "van den Berg left first."],
        ["Nobody spoke.", "el-Amin wept."],
    ],
    ids=lambda p: p[0],
)
def test_a_stop_ends_a_sentence_or_belongs_to_a_word(pieces):
    assert [s.text for s in sentences.of(" ".join(pieces))] == pieces


@pytest.mark.parametrize(
    "pieces",
    [
        ["The boat sank.", "Nobody drowned."],
        ["He called it “a lie.”", "She did not answer."],
        ["Was it true?", "No one knew."],
        ["The mill burned.4 ", "It was old."],
    ],
    ids=lambda p: p[0],
)
def test_a_stop_may_have_lost_its_space(pieces):
    assert [s.text for s in sentences.of("".join(pieces))] == [p.strip() for p in pieces]


@pytest.mark.parametrize(
    "text",
    [
        "He wrote to antiwar.com that he agreed.",
        "It runs on Node.js and on nothing else.",
        "The U.S.Army built it.",
        "Sgt.Miller led them.",
        "It grew by 2.5 per cent.",
    ],
)
def test_a_stop_inside_a_word_ends_nothing(text):
    assert [s.text for s in sentences.of(text)] == [text]


def test_a_zero_width_space_is_space():
    assert len(sentences.of("He left the room.\u200b She stayed.")) == 2


def test_chrome_has_no_sentences_and_bullets_are_left_outside():
    lines = [
        Line(1, "promo", 0, 8, "", "Sign up."),
        Line(2, "headline", 9, 14, "", "A day"),
        Line(3, "list", 15, 29, "", "  • One. Two. "),
    ]
    found = [(s.zone, s.paragraph, s.sentence, s.start, s.text) for s in sentences.split(lines)]
    assert found == [
        ("headline", 1, 1, 9, "A day"),
        ("body", 2, 2, 19, "One."),
        ("body", 2, 3, 24, "Two."),
    ]


def test_the_seeds_have_their_hand_marked_sentences(seeds):
    with (GOLD / "sentences.csv").open(encoding="utf-8", newline="") as file:
        wanted = [(r["file"], int(r["start"]), int(r["end"])) for r in csv.DictReader(file)]
    roles = {(f, s): r for f, s, r in _roles()}
    found = []
    for name, text in seeds.items():
        lines, start = [], 0
        for number, words in enumerate(text.split("\n"), 1):
            role = roles.get((name, start), "nav")
            lines.append(Line(number, role, start, start + len(words), "", words))
            start += len(words) + 1
        found += [(name, s.start, s.end) for s in sentences.split(lines) if s.zone == "body"]
    assert found == wanted


def _roles():
    with (GOLD / "body_lines.csv").open(encoding="utf-8", newline="") as file:
        return [(r["file"], int(r["start"]), r["role"]) for r in csv.DictReader(file)]


@given(st.text(alphabet=st.sampled_from('Ab .!?"“”’\n•1U.S. \u00a0é'), max_size=80))
def test_offsets_hold_and_no_letter_is_lost(text):
    found = sentences.of(text)
    assert all(text[s.start : s.end] == s.text and s.text for s in found)
    starts = [s.start for s in found]
    assert starts == sorted(starts)
    kept = "".join(s.text for s in found)
    assert sum(c.isalpha() for c in kept) == sum(c.isalpha() for c in text)
    for one, other in itertools.pairwise(found):
        if one.paragraph == other.paragraph:
            assert set(text[one.end : other.start]) == {" "} or one.end == other.start


@given(st.text(max_size=60))
def test_plain_marks_move_no_offset(text):
    assert len(plain(text)) == len(text)


def test_plain_marks_are_plain():
    assert plain("“It’s 5\u00a0a\u2011b”") == '"It\'s 5 a-b"'
