import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import STORY

import analysis
from analysis import measures
from analysis.errors import ParameterError

FAMILY = """
from analysis.measures.measure import Family, Measure
from analysis.measures.schema import Column, Table

def _count(reading):
    signs = [sign for sign in reading.document.text if sign in "?!"]
    return {"articles": {"signs": [len(signs)]}, "marks": {"mark": [0, 1], "sign": ["?", "!"]}}

FAMILY = Family(
    columns=(Column("signs", "count", "question and exclamation marks"),),
    tables={"marks": Table("a mark", ("mark",), (Column("mark", "count", "its number"), Column("sign", "text", "itself")))},
    count=_count,
    measures=(
        Measure(name="signs", label="Signs", unit="marks", definition="Marks.", value=lambda tables: tables.articles["signs"] + 0.0),
    ),
)
"""
SCRIPT = """
from analysis import corpus, features, measures
for _ in ("measured", "from the cache"):
    data = features.load(corpus.load("corpus/own"))
    print(list(data.articles["signs"]), list(data.table("marks")["sign"]), list(data.table("words").columns))
print(list(measures.find_measure("signs").value(data)), len(features.hash_tables(corpus.load("corpus/own"))))
"""


def test_a_new_module_is_enough_for_new_columns_tables_and_measures(tmp_path: Path) -> None:
    package = Path(analysis.__file__).parent
    shutil.copytree(package, tmp_path / "analysis", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "analysis" / "measures" / "marks.py").write_text(FAMILY)
    for name in ("notebooks", "corpus/own/north"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "corpus" / "own" / "north" / "a.txt").write_text(f"{STORY}\nWho knows? Nobody at all!\n")
    ran = subprocess.run(
        [sys.executable, "-B", "-c", SCRIPT],
        env={**os.environ, "PYTHONPATH": str(tmp_path), "ANALYSIS_ROOT": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        check=True,
        text=True,
    )
    tables = "[2] ['?', '!'] ['article_id', 'voice', 'word', 'count']"
    assert ran.stdout.splitlines() == [tables, tables, "[2.0] 13"]


def test_a_measure_is_found_by_its_name_and_a_score_by_its_engine_too() -> None:
    assert measures.find_measure("words").label == "Length"
    assert measures.find_measure("gunning_fog", engine="textstat").engine == "textstat"


def test_an_unknown_measure_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ParameterError, match=r'score = "fog" is not known; known are: .*gunning_fog'):
        measures.find_measure("fog", parameter="score")


def test_an_engine_that_does_not_have_a_score_is_refused() -> None:
    with pytest.raises(ParameterError, match=r'score = "lix" is not available with engine = mine$'):
        measures.find_measure("lix", engine="mine", parameter="score")
