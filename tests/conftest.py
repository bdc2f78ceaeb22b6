"""What several tests need: corpora made of invented texts, and a project folder of their own."""

import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from analysis import corpus, features
from analysis.corpus import settings
from analysis.corpus.articles import Article
from analysis.corpus.settings import Limits
from analysis.features import Features
from analysis.text.articles import Block, CleanArticle
from analysis.text.cleaning.canonical import canonical

# Invented; long enough for every formula, with quotations, a term of the shipped list and two voices.
STORY = """\
Ministers of Ardia met Gov. R. Pell of Belmar and two envoys on Monday, the first meeting in seven years.

"We are ready to listen," said Ida Moran, the foreign minister, after four hours of talks in the harbour hall.

The envoys left without a word, but their hosts spoke of progress, and called the dismal record of the old \
government a thing of the past that nobody in the room had wished to defend at any length.

"It was a long day, and it will be a long year," Moran said. "Nobody should expect a signature before the autumn."

Critics in the capital called the meeting a publicity blitz, and asked why the prisoners had not been named. \
The ministry gave no answer on Monday evening, and its spokesman did not return two calls.
"""


def all_body(text: str) -> CleanArticle:
    """A text as the body that it is, a paragraph a line: nothing of it is cleaned away."""
    folded = canonical(text).text
    lines = [match.span() for match in re.finditer(r"\S.*", folded)]
    blocks = tuple(Block("body", start, end, number) for number, (start, end) in enumerate(lines, 1))
    return CleanArticle(Article("a", "s", text), folded, blocks, removed=(), truncated=False)


# Invented, and without a run of five words in common with STORY.
OWN = """\
The council of Lower Ferrin voted on Tuesday to rebuild the old mill, which burnt down two winters ago.

Its owner, a baker, had asked for less: a roof, a door, and leave to sell bread from the yard until spring. \
Neighbours spoke for an hour about smoke, carts and the narrow lane, and then agreed to all of it.
"""

MakeCorpus = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def make_corpus(tmp_path: Path) -> MakeCorpus:
    """Write files into a fresh corpus folder and return it."""

    def make(files: Mapping[str, str | bytes]) -> Path:
        folder = tmp_path / "corpus"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return folder

    return make


@pytest.fixture
def two_sources(make_corpus: MakeCorpus) -> Path:
    """A corpus of two sources with two articles each, in folders alone."""
    return make_corpus(
        {
            "north/one.txt": STORY,
            "north/two.txt": STORY.replace("Monday", "Friday"),
            "south/one.txt": STORY.replace("dismal ", ""),
            "south/two.txt": STORY.split("\n\n", 1)[1],
        }
    )


@pytest.fixture
def agency_story(make_corpus: MakeCorpus) -> Features:
    """North runs the wire's story cut, south prints a story twice, east has nothing but the wire's."""
    rows = [
        "file,source,title,date,agency",
        "wire/a.txt,Kell Wire,Envoys meet,2031-01-02,Kell",
        "north/a.txt,North,Envoys meet in Ardia,2031-01-01,Kell",
        "north/b.txt,North,Short,,",
        "south/a.txt,South,,2031-01-03,",
        "south/b.txt,South,Again,2031-01-04,Kell",
        "east/a.txt,East,Envoys,,",
    ]
    texts = {
        "wire/a.txt": STORY,
        "north/a.txt": STORY.split("\n\n", 2)[2],
        "north/b.txt": "Nothing was decided on Monday.\n",
        "south/a.txt": OWN,
        "south/b.txt": OWN,
        "east/a.txt": STORY,
    }
    toml = 'sources = ["North", "South", "East", "Kell Wire"]\n'
    return features.load(
        corpus.load(make_corpus({"articles.csv": "\n".join(rows), "corpus.toml": toml, **texts}))
    )


MakeFeatures = Callable[..., Features]


@pytest.fixture
def make_features(make_corpus: MakeCorpus) -> MakeFeatures:
    """Features of so many articles a source, those of the second easier to read, with events or without."""
    easy = "\nNobody ran. The sea was low. We sat and ate. It was a good day for all of us.\n"

    def make(size: int, *, sources: Sequence[str] = ("north", "south"), events: bool = True) -> Features:
        texts = {
            f"{source}/{i:02}.txt": STORY + easy * (i % 3) + easy * 4 * (source == sources[1])
            for source in sources
            for i in range(size)
        }
        data = features.load(corpus.load(make_corpus(texts)))
        told = data.articles["article_id"].str.split("/").str[1] if events else None
        return replace(data, articles=data.articles.assign(event=told))

    return make


@pytest.fixture(autouse=True)
def _measure_short_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure every text: most of those that tests invent have fewer words than an article needs."""
    monkeypatch.setattr(settings, "DEFAULT_LIMITS", Limits(least_words=0))


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what tests measure out of the project's cache."""
    monkeypatch.setenv("ANALYSIS_CACHE", str(tmp_path / "cache"))


@pytest.fixture(scope="session")
def finished_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of two small notebooks and one corpus, with tables and figures; not to be changed."""
    from tiny_projects import finish_project, write_project

    home = write_project(tmp_path_factory.mktemp("finished"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANALYSIS_ROOT", str(home))
        patch.setenv("ANALYSIS_CACHE", str(home / ".cache"))
        finish_project()
    return home


@pytest.fixture
def own_project(finished_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which is the current project, to be changed."""
    home = tmp_path / "project"
    shutil.copytree(finished_project, home)
    monkeypatch.setenv("ANALYSIS_ROOT", str(home))
    monkeypatch.setenv("ANALYSIS_CACHE", str(home / ".cache"))
    return home


@pytest.fixture(scope="session")
def packed_project(finished_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of that project, made with an installed package; not to be changed."""
    from tiny_projects import REQUIREMENTS

    from analysis.pipeline.archive import share

    folder = tmp_path_factory.mktemp("packed")
    shutil.copytree(finished_project, folder / "project")
    (folder / "project" / "corpus" / "tale" / "notes.docx").write_text("a stray file")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANALYSIS_ROOT", str(folder / "project"))
        patch.setenv("ANALYSIS_CACHE", str(folder / "cache"))
        patch.setattr("importlib.metadata.requires", lambda _: REQUIREMENTS)
        return share("tale", folder / "tale.zip").path


@pytest.fixture
def pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package that asks for few libraries."""
    from tiny_projects import REQUIREMENTS

    monkeypatch.setattr("importlib.metadata.requires", lambda _: REQUIREMENTS)
