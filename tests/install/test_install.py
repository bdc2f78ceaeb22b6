"""The wheel, installed into an environment of its own, makes and verifies figures in an empty folder."""

import compileall
import os
import py_compile
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from analysis import project

PROJECT = Path(project.__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    (path,) = folder.iterdir()
    return path


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel; other libraries come from the environment of the tests."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=os.name == "posix")
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    compileall.compile_dir(packages, quiet=2, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


def run(environment: Path, folder: Path, *arguments: str) -> str:
    """Run the installed command line in a folder, without anything of this checkout; what it prints."""
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("ANALYSIS_", "PYTEST_", "PYTHON"))}
    kernels = Path(sys.prefix) / "share" / "jupyter"
    done = subprocess.run(
        [environment / "bin" / "python", "-m", "analysis", *arguments],
        cwd=folder,
        env={**kept, "JUPYTER_PATH": str(kernels), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_installed_wheel_makes_and_verifies_a_project_and_writes_nowhere_else(
    environment: Path, tmp_path: Path
) -> None:
    before = contents(environment)
    assert "Created a project in study." in run(environment, tmp_path, "init", "study")
    study = tmp_path / "study"
    printed = run(environment, study, "figures", "example", "--only", "10")
    assert printed.startswith("1 of 1 notebooks ran, ")
    assert printed.endswith(f"Open {Path('figures', 'example', 'report.html')}\n")
    assert (study / "figures" / "example" / "length_words.svg").is_file()
    assert "verified" in run(environment, study, "verify")
    assert [path.name for path in tmp_path.iterdir()] == ["study"]
    assert contents(environment) == before


def test_the_wheel_names_itself_and_its_extras_and_is_typed(wheel: Path) -> None:
    assert wheel.name.startswith("samestory-")
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        about = archive.read(metadata).decode()
        assert "analysis/py.typed" in archive.namelist()
    for extra in ("notebooks", "html", "archive", "all"):
        assert f"Provides-Extra: {extra}\n" in about


def test_the_guide_gives_a_reason_for_each_library() -> None:
    guide = (PROJECT / "docs" / "guide" / "install.md").read_text(encoding="utf-8")
    reasons = guide[guide.index("| library | purpose |") :]
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = (project["dependencies"], *project["optional-dependencies"].values())
    names = {re.split(r"[=>\[]", text)[0] for group in groups for text in group} - {"samestory"}
    assert {name for name in names if name not in reasons} == set()


def run_without_extras(code: str) -> subprocess.CompletedProcess[str]:
    """Run code in a process in which no library of an extra can be imported."""
    extras = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = extras["optional-dependencies"].items()
    names = {text.split(">")[0] for name, group in groups if name != "all" for text in group}
    blocked = (
        f"import sys; sys.modules.update(dict.fromkeys({sorted(names)!r} + ['IPython', 'jupyter_client']))\n"
    )
    return subprocess.run([sys.executable, "-c", blocked + code], capture_output=True, text=True, check=False)


def test_the_core_needs_no_extra(two_sources: Path) -> None:
    done = run_without_extras(f"""
from analysis import corpus, features, results
data = features.load(corpus.load({str(two_sources)!r}))
words = results.find_measure("words")
print(results.compare_measure(data, words, id="length_words", seed=7).table["source"].tolist())
""")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "['north', 'south']\n"


@pytest.mark.parametrize(
    ("command", "library", "extra"),
    [("figures", "pydantic", "notebooks"), ("check", "trafilatura", "html"), ("share", "", "archive")],
)
def test_a_missing_extra_is_named_with_its_remedy(
    command: str, library: str, extra: str, two_sources: Path
) -> None:
    (two_sources / "north" / "page.html").write_text("<html><body><p>The river rose.</p></body></html>")
    done = run_without_extras(
        f"from analysis.cli import main; sys.exit(main([{command!r}, {str(two_sources)!r}]))"
    )
    assert done.returncode == 2, done.stderr
    assert f'pip install "samestory[{extra}]"' in done.stderr
    assert done.stderr.startswith(f"error: {library}")
    assert "Traceback" not in done.stderr
