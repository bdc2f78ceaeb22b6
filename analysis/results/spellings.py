"""Which names are counted as one speaker, and what is known of the accuracy of the names."""

from typing import TYPE_CHECKING

from analysis.measures.speakers import NAMED, list_speech
from analysis.results.behind import matching_articles
from analysis.results.phrases import pluralise
from analysis.results.result import Method, Result, define_columns

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["ACCURACY", "ERROR", "list_spellings"]

# Measured on the 3,107 labelled quotations of BASIL; docs/validation.md has the table and the command.
ACCURACY = Method(
    "Measures",
    "A speaker is left open where the evidence is weak. Of 3,107 labelled quotations of three US outlets, "
    "85 % got the right speaker, 5 % got another one, and 10 % were left open. Another speaker was given to "
    "4 % of the quotations with a name beside them, to 6 % of those with a pronoun, and to 13 % of those "
    "with a description. In seven other US outlets, 17 of 100 quotations that were read one by one had "
    "another speaker; some of these faults have been mended since.",
)
ERROR = "In two tests, 5 and 17 of 100 quotations had the wrong speaker."
_COLUMNS = define_columns("""
quotations: quotations; quotations; count
    Direct quotations whose article gives this form of the name.
""")


def list_spellings(data: "Features") -> Result:
    """The forms of names that are counted under another form, for a table.

    Returns:
        Columns speaker (the form that stands for all), name (as the article gives it), quotations.
    """
    speech = list_speech(data)
    merged = speech[(speech["status"] == NAMED) & (speech["speaker"] != speech["resolved"])]
    table = merged.groupby(["speaker", "resolved"]).size().rename("quotations").reset_index()
    table = table.rename(columns={"resolved": "name"})
    return Result(
        id="quotes_spellings",
        table=table,
        keys=("speaker", "name"),
        columns=_COLUMNS,
        topic="Speakers",
        title=f"Counted under another form of the name: {pluralise(len(table), 'form')}",
        articles=matching_articles(merged, speaker="speaker", resolved="name"),
        nothing="" if len(table) else "Every name is written in one way.",
        methods=(ACCURACY,),
    )
