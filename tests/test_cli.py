import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import STORY, MakeCorpus

from analysis.cli import main
from analysis.cli._shared import mask_controls

COMMANDS = {"add", "check", "cite", "concordance", "figures", "init", "measure", "quotes", "share", "verify"}


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom analysis.cli import main\n"
        "try:\n    main(['figures', '--help'])\nexcept SystemExit: pass\n"
        "heavy = {'pandas', 'numpy', 'matplotlib', 'textstat', 'papermill', 'pydantic', 'pyarrow', 'trafilatura'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_without_a_command_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line.split()[0] for line in lines if line.startswith("    ") and line[4] != " "} == COMMANDS


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    usage, *rest = capsys.readouterr().out.split("\n\n")
    assert usage.startswith(f"usage: analysis {command}")
    assert rest[0].endswith(".")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["figures", "nowhere"], 'error: there is no folder "nowhere"; corpus/ has: example'),
        (
            ["figures", "example", "--set", "seed"],
            'error: --set "seed" is not NAME=VALUE; write: --set seed=7',
        ),
        (
            ["figures", "example", "--set", "corpus=tale"],
            "error: corpus is not a parameter to set; name the corpus",
        ),
        (["figures", "example", "--sweep", "corpus=tale"], "error: corpus is not a parameter to set"),
        (["figures", "example", "--set", "sed=3"], "error: "),
        (["figures", "example", "--jobs", "-1"], "error: --jobs is -1; it must be 0 or larger"),
        (["figures", "example", "--only", "99"], "error: "),
        (["concordance", "example", "regimee"], "error: "),
        (
            ["concordance", "example", ""],
            "error: the term is empty; give a term or a category of the term list",
        ),
        (["concordance", "example", "regime", "--most", "0"], "error: --most is 0; it must be 1 or more"),
        (["check", "nowhere"], 'error: there is no folder "nowhere"'),
        (["add", "example", "nowhere.txt"], "error: nowhere.txt is "),
    ],
)
def test_a_mistake_is_one_line_without_a_traceback(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr().err
    assert printed.startswith(message)
    assert printed.count("\n") == 1


def test_what_the_system_refuses_is_one_line_too(
    two_sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (two_sources / "features").write_text("a file where the folder should be")
    assert main(["measure", str(two_sources)]) == 2
    assert "Not a directory" in capsys.readouterr().err


def test_a_reader_that_closes_the_output_causes_no_error(own_project: Path) -> None:
    command = f"{sys.executable} -m analysis cite length.mean | head -n 1"
    done = subprocess.run(
        ["bash", "-c", f"{command}; exit ${{PIPESTATUS[0]}}"],
        cwd=own_project,
        capture_output=True,
        check=False,
    )
    assert b"12.5" in done.stdout
    assert done.stderr == b""


def test_names_that_the_terminal_cannot_show_are_escaped(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"north/a.txt": STORY, "north/\N{TELESCOPE}.pdf": b"%PDF"})
    command = [sys.executable, "-m", "analysis", "check", str(folder)]
    done = subprocess.run(
        command, env=os.environ | {"PYTHONIOENCODING": "ascii"}, check=True, capture_output=True
    )
    assert b"skipped  north/\\U0001f52d.pdf" in done.stdout


def test_printed_text_cannot_control_the_terminal() -> None:
    assert mask_controls("a\x1b[2Jb\u202ec\nd\N{NO-BREAK SPACE}é") == "a [2Jb c d é"
