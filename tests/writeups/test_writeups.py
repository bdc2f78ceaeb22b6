"""Write-ups that cite a folder of outputs, built by real tools: what they print is what was found."""

import re
import shutil
import subprocess
import sys
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

import pytest
import typst
import yaml
from pypdf import PdfReader

from analysis import corpus, features, figures, project, results
from analysis.figures.save import save_figure
from analysis.report.exports import write_interval
from analysis.report.records import read_numbers

HERE = Path(__file__).parent
NAME = re.compile(r"(?:number\(\"|analysisnumber\{|\{\{ )([a-z0-9_.]+)")
PARTS = ("", "_n", "_interval", "_unit")
INQUIRY = "Inquiry urges war crimes case"
NEEDS_LATEX = pytest.mark.skipif(
    not (shutil.which("pdflatex") and shutil.which("bibtex")), reason="pdflatex and bibtex are not installed"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A folder with the write-ups and what they cite: the outputs of the example corpus.

    A PDF, which git does not hold, is drawn where no run has left it.
    """
    folder = tmp_path / "article"
    shutil.copytree(project.figures() / "example", folder, ignore=shutil.ignore_patterns("notebooks", ".*"))
    for name in ("article.typ", "article.md", "article.tex", "conf.py"):
        shutil.copy(HERE / name, folder)
    if not (folder / "length_words.pdf").is_file():
        data, words = features.load(corpus.load("example")), results.find_measure("words")
        found = results.compare_measure(data, words, id="length_words", seed=20141028)
        save_figure(figures.dots(found), found, folder)
    return folder


def flat(text: str) -> str:
    """A text without its spaces and the breaks of its lines, as a page has them where it likes."""
    return re.sub(r"\s|-\n", "", unicodedata.normalize("NFKC", text))


def check(printed: str, article: Path, template: str) -> None:
    """Every number that a template names, and its reference, are in what was printed."""
    numbers = read_numbers(article).numbers
    names = NAME.findall((article / template).read_text(encoding="utf-8"))
    assert len(names) >= 5
    for name in names:
        part = next(
            part for part in reversed(PARTS) if name.removesuffix(part) in numbers and name.endswith(part)
        )
        number_id = name.removesuffix(part)
        one = numbers[number_id]
        texts = {"": one.text, "_n": str(one.n), "_unit": one.unit}
        texts["_interval"] = write_interval(number_id, numbers)
        assert texts[part]
        assert flat(texts[part]) in flat(printed), name
    assert flat(INQUIRY).lower() in flat(printed).lower()


def pdf_text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def draws(path: Path) -> bool:
    """Whether a page holds a form or an image, as which figures are placed."""
    pages = PdfReader(path).pages
    return any("/XObject" in page["/Resources"] for page in pages)  # type: ignore[operator]


def curves(path: Path) -> int:
    """How many curves the pages draw themselves: Typst sets an SVG, its lettering too, as paths."""
    contents = [page.get_contents() for page in PdfReader(path).pages]
    return sum(one.get_data().count(b" c\n") for one in contents if one is not None)


def test_typst_prints_what_was_found(article: Path) -> None:
    pdf = article / "article.pdf"
    typst.compile(str(article / "article.typ"), output=str(pdf), ignore_system_fonts=True)
    check(pdf_text(pdf), article, "article.typ")
    source = article / "article.typ"
    text = source.read_text(encoding="utf-8")
    assert 'image("length_words.svg", alt: about.alt)' in text
    source.write_text(text.replace('image("length_words.svg", alt: about.alt)', "[]"), encoding="utf-8")
    without = article / "without.pdf"
    typst.compile(str(source), output=str(without), ignore_system_fonts=True)
    assert curves(pdf) > curves(without)


def test_typst_names_a_number_that_is_not_there(article: Path) -> None:
    source = article / "article.typ"
    source.write_text(source.read_text(encoding="utf-8").replace("wire.mean", "wire.maen"), encoding="utf-8")
    with pytest.raises(typst.TypstError, match=r"meridian_wire\.maen"):
        typst.compile(str(source), ignore_system_fonts=True)


class _Page(HTMLParser):
    """The text of a page and the addresses of its images."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.images = "", list[str]()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.images += [str(dict(attrs)["src"])] if tag == "img" else []


def test_myst_prints_what_was_found(article: Path) -> None:
    out = article / "_build"
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-E", "-b", "html", str(article), str(out)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    page = _Page()
    page.feed((out / "article.html").read_text(encoding="utf-8"))
    check(page.text, article, "article.md")
    (image,) = page.images
    assert (out / image).read_bytes() == (article / "length_words.svg").read_bytes()


def latex(article: Path) -> subprocess.CompletedProcess[str]:
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "article.tex"]
    return subprocess.run(command, cwd=article, capture_output=True, text=True, check=False, errors="replace")


@NEEDS_LATEX
def test_latex_prints_what_was_found(article: Path) -> None:
    first = latex(article)
    assert first.returncode == 0, first.stdout[-2000:]
    subprocess.run(["bibtex", "article"], cwd=article, capture_output=True, check=True)
    latex(article)
    last = latex(article)
    assert last.returncode == 0, last.stdout[-2000:]
    assert "Warning:" not in last.stdout
    check(pdf_text(article / "article.pdf"), article, "article.tex")
    assert draws(article / "article.pdf")


@NEEDS_LATEX
def test_latex_names_a_number_that_is_not_there(article: Path) -> None:
    source = article / "article.tex"
    source.write_text(
        source.read_text(encoding="utf-8").replace("wire.mean}", "wire.maen}"), encoding="utf-8"
    )
    made = latex(article)
    assert made.returncode != 0
    assert "There is no number `length_words.meridian_wire.maen'" in made.stdout.replace("\n", "")


def test_the_path_of_a_quarto_variable_leads_to_the_text_of_its_number(article: Path) -> None:
    tree = yaml.safe_load((article / "_variables.yml").read_text(encoding="utf-8"))
    for name, one in read_numbers(article).numbers.items():
        place = tree
        for segment in name.split("."):
            place = place[segment]
        assert place == one.text
