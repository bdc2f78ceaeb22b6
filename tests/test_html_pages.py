"""The pages on which the reading of web pages is scored: what is put into them, and how what comes out counts."""

import sys
from pathlib import Path

import pytest

from analysis import project

sys.path.insert(0, str(project.root() / "tests" / "benchmarks"))
import html_pages  # found only once its folder is on the path
import pages

LEAD = "The harbour council of Port Ellery voted on Monday to close the [old] fish market & its café for two years."
LAST = "Fishermen who rent the stalls said they had heard of the plan from a notice on the gate."
GOLD = f"{LEAD}\nWhat happens next\n{LAST}"


@pytest.mark.parametrize("template", html_pages.TEMPLATES)
def test_every_template_holds_the_whole_article(template: str) -> None:
    page = html_pages.TEMPLATES[template](html_pages.told(GOLD))
    assert all(text in page for _, text in pages.shown(html_pages.told(GOLD)))


def test_an_article_is_set_with_its_headings_and_links_and_escaped() -> None:
    first, heading, last = html_pages.told(GOLD).body
    assert first[1].count("[") == 1
    assert "&#91;old&#93; fish market &amp; its café" in first[1]
    assert heading == ("h2", "What happens next")
    assert last == ("p", LAST)


def test_text_found_whole_scores_one_and_a_half_of_it_less() -> None:
    whole = html_pages._precision_and_recall(GOLD, GOLD)
    half = html_pages._precision_and_recall(GOLD, GOLD[: len(GOLD) // 2])
    assert html_pages.f1([whole]) == 1
    assert (half[0] > 0.9, 0.4 < half[1] < 0.6) == (True, True)
    assert html_pages._precision_and_recall(GOLD, "") == (0, 0)
    assert html_pages.f1([(0.0, 0.0)]) == 0


def test_the_table_has_a_row_for_each_template_and_each_kind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(
        '{"gold": "The council met on Monday and voted to close the old market for two years."}\n'
    )
    html_pages.main(str(file))
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == 1 + len(pages.TEMPLATES) + len(html_pages.TEMPLATES) + 3
    assert rows[-1].startswith("| all | ")
