"""The readability formulas as their authors published them, a function each, over `Counts`.

None of them asks how long the text is: `scores.SCORES` states the least text of each, and
`scores.published` keeps to it. A text without words or sentences gives NaN everywhere. A grade is
the school grade in the United States that reads the text with ease; it is not rounded.

The authors differ in where a sentence ends: Björnsson ends it at a colon too, Flesch at whatever closes
a unit of thought, Gunning at first counted independent clauses. Here it ends where the segmenter finds
an end, in every formula, so that two formulas differ in what they weigh and in nothing else.
"""

from math import nan, sqrt

from analysis.measures.readability.counting import Counts

__all__ = [
    "automated_readability_index",
    "coleman_liau_index",
    "dale_chall",
    "flesch_kincaid_grade",
    "flesch_reading_ease",
    "gunning_fog",
    "linsear_write",
    "lix",
    "mcalpine_eflaw",
    "rix",
    "smog_index",
    "spache",
]


def flesch_reading_ease(c: Counts) -> float:
    """Reading ease, mostly 0 to 100 points; higher = easier.

    Flesch (1948), A new readability yardstick, Journal of Applied Psychology 32, 221-233: samples
    of 100 words.

    >>> from analysis.measures.readability.counting import counts, tally
    >>> text = "The cat sat on the mat The dog ran to the house"
    >>> round(flesch_reading_ease(counts(tally(text.split(), sentences=2))), 3)
    116.145
    """
    return 206.835 - 1.015 * _per(c.words, c.sentences) - 84.6 * _per(c.syllables, c.words)


def flesch_kincaid_grade(c: Counts) -> float:
    """Grade; higher = harder.

    Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas for Navy
    enlisted personnel, Research Branch Report 8-75: passages of 100 words and more.

    >>> from analysis.measures.readability.counting import counts, tally
    >>> text = "The cat sat on the mat The dog ran to the house"
    >>> round(flesch_kincaid_grade(counts(tally(text.split(), sentences=2))), 2)
    -1.45
    """
    return 0.39 * _per(c.words, c.sentences) + 11.8 * _per(c.syllables, c.words) - 15.59


def gunning_fog(c: Counts) -> float:
    """Grade; higher = harder.

    Gunning (1952), The technique of clear writing, McGraw-Hill: samples of 100 words. Hard words
    are those of `vocabulary.is_hard`.
    """
    return 0.4 * (_per(c.words, c.sentences) + 100 * _per(c.hard_words, c.words))


def smog_index(c: Counts) -> float:
    """Grade; higher = harder.

    McLaughlin (1969), SMOG grading: a new readability formula, Journal of Reading 12, 639-646: 30
    sentences. Names and figures count, as read aloud.
    """
    return 1.043 * sqrt(30 * _per(c.polysyllables, c.sentences)) + 3.1291


def automated_readability_index(c: Counts) -> float:
    """Grade; higher = harder.

    Senter and Smith (1967), Automated readability index, AMRL-TR-66-220: no least text known.
    Letters and digits are counted, marks are not.
    """
    return 4.71 * _per(c.characters, c.words) + 0.5 * _per(c.words, c.sentences) - 21.43


def coleman_liau_index(c: Counts) -> float:
    """Grade; higher = harder.

    Coleman and Liau (1975), A computer readability formula designed for machine scoring, Journal of
    Applied Psychology 60, 283-284: letters and sentences in 100 words. Digits count as letters: only
    so does their own abstract, of 119 words and 5 sentences, get the grade 14.5 that is known of it.
    """
    letters, sentences = 100 * _per(c.characters, c.words), 100 * _per(c.sentences, c.words)
    return 0.0588 * letters - 0.296 * sentences - 15.8


def linsear_write(c: Counts) -> float:
    """Grade; higher = harder.

    Made for the United States Air Force; no paper is known, and handbooks give it so: in a sample of
    100 words one point for a word of up to two syllables and three for a longer one, divided by the
    sentences; half of that, less one up to 20. Taken over the whole text here: the points are shared
    out among the sentences, so its length does not matter. O'Hayre (1966), Gobbledygook has gotta go,
    to whom it is often ascribed, counts words of one syllable instead.
    """
    points = _per(c.words + 2 * c.polysyllables, c.sentences)
    return points / 2 if points > 20 else points / 2 - 1


def dale_chall(c: Counts) -> float:
    """Raw score, 4.9 and below for grade 4 to 10 and above for a college graduate; higher = harder.

    Dale and Chall (1948), A formula for predicting readability, Educational Research Bulletin 27,
    11-20 and 37-54: samples of 100 words. Unfamiliar words are those that fail
    `vocabulary.is_familiar`. The constant is always added, as in the paper; the custom to add it
    only above 5 % unfamiliar words came later.
    """
    unfamiliar = 100 * _per(c.unfamiliar_words, c.words)
    return 0.1579 * unfamiliar + 0.0496 * _per(c.words, c.sentences) + 3.6365


def spache(c: Counts) -> float:
    """Grade, for texts up to grade 4; higher = harder.

    Spache (1974), Good reading for poor readers, Garrard, revising Elementary School Journal 53
    (1953), 410-413: samples of 100 words, a word that is not familiar counted once. The word list
    of Dale and Chall stands in for his own of about 1,000 words, so the grade is lower than his.
    """
    unfamiliar = 100 * _per(c.unfamiliar_types, c.words)
    return 0.121 * _per(c.words, c.sentences) + 0.082 * unfamiliar + 0.659


def lix(c: Counts) -> float:
    """Words per sentence plus per cent long words, mostly 20 to 60 points; higher = harder.

    Björnsson (1968), Läsbarhet, Liber; Anderson (1983), Lix and Rix, Journal of Reading 26,
    490-496: no least text known. Long is a word of more than six letters.

    >>> from analysis.measures.readability.counting import counts, tally
    >>> lix(counts(tally("The dog announced an extraordinary house".split(), sentences=1)))
    39.33333333333333
    """
    return _per(c.words, c.sentences) + 100 * _per(c.long_words, c.words)


def rix(c: Counts) -> float:
    """Long words per sentence, 0.2 in grade 1 to 7.2 in college; higher = harder.

    Anderson (1983), Lix and Rix, Journal of Reading 26, 490-496: no least text known.
    """
    return _per(c.long_words, c.sentences)


def mcalpine_eflaw(c: Counts) -> float:
    """Words and mini-words per sentence: up to 20 very easy, 25 easy, 30 very confusing; higher = harder.

    McAlpine (1997), Global English for global business: no least text known. For readers with
    English as a foreign language, whom short words in idioms trouble most; mini-words have up to
    three letters.
    """
    return _per(c.words + c.mini_words, c.sentences)


def _per(part: int, whole: int) -> float:
    return part / whole if whole else nan
