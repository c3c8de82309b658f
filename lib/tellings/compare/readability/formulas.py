"""The readability formulas: sums of counts in, a score out; coefficients as in textstat 0.7.8.

Each takes anything with the sums as attributes: one article's, or a table with a row for each.
Full references are in lexicons/readability_measures.csv.
"""


def flesch(s):
    """Reading ease, higher is easier (Flesch 1948, J. Applied Psychology 32, 221-233)."""
    return 206.835 - 1.015 * s.words / s.sentences - 84.6 * s.syllables / s.words


def flesch_kincaid(s):
    """US school grade (Kincaid et al. 1975, Research Branch Report 8-75)."""
    return 0.39 * s.words / s.sentences + 11.8 * s.syllables / s.words - 15.59


def gunning_fog(s):
    """Years of schooling (Gunning 1952, The Technique of Clear Writing)."""
    return 0.4 * (s.words / s.sentences + 100 * s.complex_words / s.words)


def smog(s):
    """US school grade (McLaughlin 1969, J. of Reading 12, 639-646)."""
    return 1.043 * (30 * s.polysyllables / s.sentences) ** 0.5 + 3.1291


def ari(s):
    """US school grade (Smith and Senter 1967, AMRL-TR-66-220)."""
    return 4.71 * s.characters / s.pieces + 0.5 * s.words / s.sentences - 21.43


def coleman_liau(s):
    """US school grade (Coleman and Liau 1975, J. Applied Psychology 60, 283-284)."""
    return 5.8 * s.letters / s.words - 29.6 * s.sentences / s.words - 15.8


def dale_chall(s):
    """Dale-Chall score; 9 to 10 is college (Dale and Chall 1948, Educ. Research Bulletin 27)."""
    share = 100 * s.difficult / s.words
    return 0.1579 * share + 0.0496 * s.words / s.sentences + 3.6365 * (share > 5)


def lix(s):
    """Words per sentence plus per cent of long words (Björnsson 1968, Läsbarhet)."""
    return s.words / s.sentences + 100 * s.long_words / s.words


def sentence_length(s):
    """Words per sentence."""
    return s.words / s.sentences


def word_length(s):
    """Letters per word."""
    return s.letters / s.words


def quoted_share(s):
    """Share of the words that stand in quotation marks, and so are not the outlet's own style."""
    return s.quoted / s.words


FORMULAS = {
    f.__name__: f
    for f in (flesch, flesch_kincaid, gunning_fog, smog, ari, coleman_liau, dale_chall, lix)
}
MEASURES = FORMULAS | {f.__name__: f for f in (sentence_length, word_length, quoted_share)}
