"""The command line: `figures`, `check`, `add`, `measure`, `concordance`, `cite`, `verify`, `share`."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from analysis.errors import AnalysisError

# Every command imports what it needs: `analysis --help` answers at once.
# ruff: noqa: PLC0415

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit status: 0 all well, 1 something differs or failed, 2 a mistake in what was asked for; of
        `verify` also 3 and 4 (`verify.Findings.status`).
    """
    chosen = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # names of files may hold what a terminal cannot show
            stream.reconfigure(errors="backslashreplace")
    try:
        status = int(chosen.command(chosen))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever was reading has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + 13  # as a shell has it of a program that this ends
    except (AnalysisError, OSError) as error:  # the latter: a full disk, a folder that cannot be written
        print(f"error: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="analysis", description="Compare how news sources tell the same story."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    figures = commands.add_parser("figures", help="run the notebooks on corpora and write their figures")
    figures.add_argument("corpus", nargs="*", help="name or folder (default: every corpus in corpus/)")
    figures.add_argument("--only", action="append", default=[], metavar="NOTEBOOK", help="run just this one")
    figures.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="a parameter")
    figures.add_argument(
        "--sweep",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="one value of several: give it for each",
    )
    figures.add_argument("--jobs", type=int, default=0, help="notebooks at once (default: all processors)")
    figures.add_argument("--force", action="store_true", help="run also what is as it would be made")
    figures.add_argument("--dry-run", action="store_true", help="say what would run and why, and run nothing")
    figures.set_defaults(command=_figures)

    check = commands.add_parser("check", help="say what a corpus holds and what became of every file")
    check.add_argument("corpus", help="name or folder")
    check.set_defaults(command=_check)

    add = commands.add_parser("add", help="put texts back into a corpus that ships without them")
    add.add_argument("corpus", help="name or folder")
    add.add_argument("files", nargs="+", type=Path, help="the texts; they are known by their sha256")
    add.set_defaults(command=_add)

    measure = commands.add_parser("measure", help="write the text-free tables into the corpus's features/")
    measure.add_argument("corpus", help="name or folder")
    measure.set_defaults(command=_measure)

    concordance = commands.add_parser("concordance", help="print the sentences in which a term was counted")
    concordance.add_argument("corpus", help="name or folder")
    concordance.add_argument("term", help="a term or category, as the term list has it")
    concordance.add_argument("--lexicon", default="", help="path of a term list (default: the corpus's)")
    concordance.add_argument("--most", type=int, default=50, help="hits to print (default: 50)")
    concordance.set_defaults(command=_concordance)

    cite = commands.add_parser("cite", help="say what a number or figure is, how it was made, how to cite it")
    cite.add_argument("id", help="of a number or a figure, as numbers.json has it")
    cite.add_argument("--corpus", default="", help="name or folder (default: the one that has the id)")
    cite.add_argument("--variant", default="", help="folder in variants/, for instance copies=once")
    cite.add_argument("--trace", action="store_true", help="list the articles behind it, and the places")
    cite.set_defaults(command=_cite)

    verify = commands.add_parser("verify", help="make the figures again, apart, and compare them")
    verify.add_argument("corpus", nargs="*", help="name or folder (default: every corpus with figures)")
    verify.add_argument("--jobs", type=int, default=0, help="notebooks at once (default: all processors)")
    verify.set_defaults(command=_verify)

    share = commands.add_parser(
        "share", help="pack a corpus and its figures, without its texts, into one file"
    )
    share.add_argument("corpus", help="name or folder")
    share.add_argument("--to", type=Path, metavar="FILE", help="the archive (default: <corpus>.zip, here)")
    share.set_defaults(command=_share)
    return parser


def _figures(chosen: argparse.Namespace) -> int:
    from analysis import pipeline as run
    from analysis import project

    if chosen.jobs < 0:
        raise AnalysisError(f"--jobs {chosen.jobs}", allowed="a number from 0")
    given = dict(_pair("--set", text) for text in chosen.set)
    swept: dict[str, list[str]] = {}
    for name, value in (_pair("--sweep", text) for text in chosen.sweep):
        swept.setdefault(name, []).append(value)
    jobs = run.plan(chosen.corpus or _shipped(), only=chosen.only, given=given, swept=swept)
    for line in run.skipped_notebooks():
        print(line)
    if chosen.dry_run:
        for job in jobs:
            reason = run.due(job) or ("asked for" if chosen.force else "")
            print(f"{job.name}: {f'runs: {reason}' if reason else 'is up to date'}")
        return 0
    results = run.run(jobs, workers=chosen.jobs, force=chosen.force)
    failed = [result for result in results if result.error]
    for result in failed:
        print(f"failed: {result.error}", file=sys.stderr)
    reports = (project.figures() / place / "report.html" for place in dict.fromkeys(job.place for job in jobs))
    for report in filter(Path.is_file, reports):  # there is none where no notebook has ever ended well
        print(report)
    if run.missing_copies(jobs):
        print("PNG, PDF or executed notebooks are not here; this makes them: analysis figures --force")
    print(run.summarise(results))
    return 1 if failed else 0


def _check(chosen: argparse.Namespace) -> int:
    from analysis import corpus, features

    loaded = corpus.load(chosen.corpus)
    for entry in loaded.report:
        if entry.status != "loaded" or entry.reason:
            print(f"{entry.status:8} {entry.file}: {entry.reason}")
    if loaded.articles:
        measured = features.load(loaded).articles
        for article in measured[measured["note"].notna()].itertuples():
            print(f"empty    {article.file}: {article.note}")
    print(corpus.summary(loaded))
    return 0


def _add(chosen: argparse.Namespace) -> int:
    from analysis import corpus

    for file, place in corpus.add(corpus.load(chosen.corpus), chosen.files):
        print(f"{file} -> {place}")
    print(corpus.summary(corpus.load(chosen.corpus)))
    return 0


def _measure(chosen: argparse.Namespace) -> int:
    from analysis import corpus, features
    from analysis.features.files import write

    loaded = corpus.load(chosen.corpus)
    folder = loaded.folder / "features"
    if loaded.absent:
        raise AnalysisError(
            f"{len(loaded.absent)} texts of {loaded.name} are not here, the first: {loaded.absent[0].file}",
            todo=f"put them back: analysis add {chosen.corpus} FILES",
        )
    write(features.load(loaded), folder)
    print(f"{len(loaded.articles)} articles measured into {folder}")
    return 0


def _concordance(chosen: argparse.Namespace) -> int:
    from analysis import corpus
    from analysis.text.concordance import concordance

    if chosen.most < 1:
        raise AnalysisError(f"--most {chosen.most}", allowed="a number from 1")
    loaded = corpus.load(chosen.corpus)
    found = concordance(loaded, chosen.term, lexicon=chosen.lexicon, most=chosen.most)
    for line in found.lines.itertuples():
        voice = f"{line.voice}, negated" if line.negated else line.voice
        text = f"{line.article_id} ({voice}): {line.before} [{line.hit}] {line.after}"
        print(_harmless(text))
    print(found.said)
    return 0


def _cite(chosen: argparse.Namespace) -> int:
    from analysis.report import lookup, trace

    found = lookup.find(chosen.id, chosen.corpus, chosen.variant)
    for line in trace.trace(found, chosen.corpus) if chosen.trace else lookup.describe(found):
        print(_harmless(line))
    return 0


def _harmless(text: str) -> str:
    """`text` without what may steer a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _verify(chosen: argparse.Namespace) -> int:
    from analysis import project
    from analysis.pipeline.verification import verify

    names = chosen.corpus or [name for name in project.corpus_names() if (project.figures() / name).is_dir()]
    if not names:
        raise AnalysisError("no corpus has figures to verify", todo="make them: analysis figures")
    found = [one for name in names for one in verify(name, workers=chosen.jobs)]
    for one in found:
        for line in one.lines():
            print(_harmless(line))
    return max((one.status for one in found), default=0)


def _share(chosen: argparse.Namespace) -> int:
    from analysis.pipeline.archive import share

    packed = share(chosen.corpus, chosen.to)
    print(f"{packed.path}: {packed.files} files, {packed.size:,} bytes")
    return 0


def _shipped() -> list[str]:
    from analysis import project

    return project.corpus_names()


def _pair(option: str, text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise AnalysisError(f'{option} "{text}"', allowed=f"NAME=VALUE, for instance {option} seed=7")
    return name.strip(), value.strip()


if __name__ == "__main__":
    sys.exit(main())
