"""Words that a full stop belongs to, and words that open sentences: the lists behind `sentences`.

Closed classes of English as newspapers write them. Abbreviations stand without their last stop and
in the case that makes them one: "Sun." is a day, "sun." ends a sentence.
"""

__all__ = ["ABBREVIATIONS", "BEFORE_NAME", "BEFORE_NUMBER", "FIRMS_AND_STATES", "OPENERS"]


def _listed(words: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(words.split())


# A name or more text must follow, so the stop never ends a sentence.
BEFORE_NAME = _listed(
    """
    Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Profs Rev Revs Rt Fr Hon Pres Gov Govs Sen Sens Rep
    Reps Cong Ald Gen Gens Lt Col Cols Sgt Capt Cpl Pvt Pfc Spc Maj Adm Cmdr Cmdt Brig Supt Insp Det
    Amb Sec Treas Atty Asst Assoc Dep Del St Ste Mt Ft vs viz cf e.g i.e mr mrs ms dr
    """
)

# A figure must follow: "No. 5" goes on, "he said no. The" does not.
BEFORE_NUMBER = _listed("No Nos no nos Art Fig Figs fig figs p pp par Vol vol Ch ch ca")

# The stop may end the sentence too; a capital often follows within it ("Jr. High", "Univ. Press").
ABBREVIATIONS = _listed(
    """
    Jr Sr Esq Ph.D M.Sc B.Sc LL.B LL.D Dept Univ Inst Assn Intl Natl Mfg Ave Blvd Rd Hwy Sq Bldg Jan
    Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun al ed
    eds est approx hr hrs min mins sec secs lb lbs oz kg km mph
    """
)

# Likewise, but a single capitalized word after one most often opens a sentence.
FIRMS_AND_STATES = _listed(
    """
    Co Cos Corp Inc Ltd Pty Bros Ala Alta Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Mass Md
    Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore Pa Penn Que Sask Tenn Tex Va Vt Wash Wis W.Va Wyo
    """
)

# Words that open a sentence far more often than they follow an abbreviation with a capital.
OPENERS = _listed(
    """
    a about after all also although among an and another any are as asked at because before besides
    both but by can could despite did do does during each earlier either even every everyone few
    finally first for former from further given had has have he he's her here his how however i i'd
    i'll i'm i've if in indeed instead is it it's its just last later like many maybe meanwhile more
    moreover most mr mrs ms much my neither nevertheless no nobody none nor not nothing now of on
    once one only or other others our over perhaps please rather recently several she she's should
    similarly since so some someone sometimes soon still such than that that's the their then there
    there's therefore these they they're this those though through thus to today under unless unlike
    until upon was we we're were what what's when whenever where whether which while who why with
    within without would yes yesterday yet you you're your
    """
)
