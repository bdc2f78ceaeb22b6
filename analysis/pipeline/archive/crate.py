"""ro-crate-metadata.json: what made what, as a Workflow Run Crate (https://w3id.org/ro/wfrun/workflow/0.5).

The workflow is the command `analysis figures`; its parts are the notebooks. Each run of a notebook is an
action from parameters and tables to outputs, and so is the run of them all. No clock is read: an action has
no time, and the crate bears the date of the software's release, else that of the last article.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.corpus import Corpus
from analysis.pipeline.lock import Entry, Lock
from analysis.provenance import file_hash
from analysis.report.software import Citation, read_citation

if TYPE_CHECKING:
    from rocrate.model.entity import Entity
    from rocrate.rocrate import ROCrate

__all__ = ["NAME", "metadata"]

NAME = "ro-crate-metadata.json"
_PROFILES = {
    "https://w3id.org/ro/wfrun/process/0.5": ("Process Run Crate", "0.5"),
    "https://w3id.org/ro/wfrun/workflow/0.5": ("Workflow Run Crate", "0.5"),
    "https://w3id.org/workflowhub/workflow-ro-crate/1.0": ("Workflow RO-Crate", "1.0"),
}
_WORKFLOW = "analysis/__main__.py"
_BIOSCHEMAS = "https://bioschemas.org/profiles"
_KINDS = {bool: "Boolean", int: "Integer", float: "Float", str: "Text"}
_FORMATS = {
    ".cff": "application/yaml",
    ".csv": "text/csv",
    ".html": "text/html",
    ".ipynb": "application/x-ipynb+json",
    ".json": "application/json",
    ".lock": "text/plain",
    ".md": "text/markdown",
    ".parquet": "application/vnd.apache.parquet",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".py": "text/x-python",
    ".svg": "image/svg+xml",
    ".toml": "application/toml",
    ".yml": "application/yaml",
}


def metadata(corpus: Corpus, known: Lock, stage: Path, files: Sequence[str]) -> dict[str, Any]:
    """The crate of a staged archive, as JSON-LD.

    Args:
        corpus: the staged corpus.
        known: the lock of its staged figures.
        stage: the folder in which all is staged.
        files: all files of the archive but this one, below `stage`.
    """
    from rocrate.rocrate import ROCrate  # noqa: PLC0415  # slow to import

    crate = ROCrate(version="1.1")
    about = read_citation(stage / "CITATION.cff")
    _root(crate, corpus, about)
    for name in sorted(files):
        if not name.startswith("analysis/") or name == _WORKFLOW:
            _file(crate, stage, name)
    for name, words in _folders(corpus).items():
        crate.add_dataset(dest_path=name, properties={"name": words, "description": words})
    _workflow(crate, corpus, known, about)
    for stem, entry in sorted(known.notebooks.items()):
        _run(crate, corpus, stem, entry)
    return dict(crate.metadata.generate())


def _root(crate: "ROCrate", corpus: Corpus, about: Citation) -> None:
    """What the whole crate is, whose, and under which profiles."""
    root, of_data = crate.root_dataset, corpus.about["licence"] or "not stated"
    days = sorted(a.date for a in (*corpus.articles, *corpus.absent) if a.date)
    day = about.released or (days[-1] if days else "1980-01-01")
    whose = "the release of the software" if about.released else "the last article" if days else "no event"
    root["name"] = f"{corpus.about['title']}: measurements and figures"
    root["description"] = (
        f"The corpus {corpus.name} without its texts: metadata, hashes, measurements, figures, and the "
        f"software that makes the figures again. The date is that of {whose}. Licence of metadata and "
        f"tables: {of_data}."
    )
    authors = [crate.add_jsonld(_describe_author(author)) for author in about.authors]
    root["datePublished"], root["author"] = day, _few(authors)
    root["license"] = crate.add_jsonld(
        {
            "@id": f"https://spdx.org/licenses/{about.licence}",
            "@type": "CreativeWork",
            "name": about.licence,
            "description": f"Licence of the software. Of metadata and tables: {of_data}.",
        }
    )
    root["conformsTo"] = [
        crate.add_jsonld({"@id": url, "@type": "CreativeWork", "name": name, "version": version})
        for url, (name, version) in _PROFILES.items()
    ]
    profiles = ("https://w3id.org/ro/crate/1.1", "https://w3id.org/workflowhub/workflow-ro-crate/1.0")
    crate.metadata["conformsTo"] = [{"@id": url} for url in profiles]


def _describe_author(author: Mapping[str, str]) -> dict[str, str]:
    """A person has given and family names, an organisation has one name."""
    person = " ".join(author[p] for p in ("given-names", "name-particle", "family-names") if p in author)
    name = person or author["name"]
    key = author.get("orcid") or author.get("website") or f"#{name.replace(' ', '-')}"
    return {"@id": key, "@type": "Person" if person else "Organization", "name": name}


def _file(crate: "ROCrate", stage: Path, name: str) -> None:
    path = stage / name
    about = {
        "name": path.name,
        "contentSize": str(path.stat().st_size),
        "encodingFormat": _FORMATS.get(path.suffix, "text/plain"),
        "sha256": file_hash(path),
    }
    file = crate.add_file(dest_path=name, properties=about)
    if name == "README.md":
        file["about"] = crate.root_dataset


def _folders(corpus: Corpus) -> dict[str, str]:
    """The folders of an archive that are things of their own, with what each holds."""
    return {
        "analysis/": "The software: all code and data that the notebooks run on",
        f"corpus/{corpus.name}/": "The corpus: what is known of its articles and what was measured in them",
        f"figures/{corpus.name}/": "The outputs: figures, their data, executed notebooks, and their lock",
    }


def _workflow(crate: "ROCrate", corpus: Corpus, known: Lock, about: Citation) -> None:
    """The workflow with its notebooks, and the run of them all."""
    python = _language(crate, "https://www.python.org", "Python", known.versions["python"])
    jupyter = _language(crate, "https://jupyter.org", "Jupyter Notebook", known.versions["nbformat"])
    main = crate.get(_WORKFLOW)
    _software(main, f"analysis figures {corpus.name}", about.version, python, "ComputationalWorkflow")
    main["conformsTo"] = {"@id": f"{_BIOSCHEMAS}/ComputationalWorkflow/1.0-RELEASE"}
    if address := about.code or about.url:
        main["url"] = address
    crate.root_dataset["mainEntity"] = main
    for stem in sorted(known.notebooks):
        notebook = crate.get(f"notebooks/{stem}.ipynb")
        _software(notebook, stem, about.version, jupyter)
        main.append_to("hasPart", notebook)
    ends = {"input": f"corpus/{corpus.name}/", "output": f"figures/{corpus.name}/"}
    for end, place in ends.items():
        main[end] = _parameter(crate, f"#{end}", end, crate.get(place), "Dataset")
    outputs = [crate.get(f"figures/{corpus.name}/{name}") for name in sorted({*known.outputs, *known.copies})]
    engine = _engine(crate, known)
    _action(
        crate,
        "#run",
        main,
        f"Run of all notebooks on {corpus.name}",
        objects=[crate.get(ends["input"])],
        results=outputs,
        engine=engine,
    )


def _run(crate: "ROCrate", corpus: Corpus, stem: str, entry: Entry) -> None:
    """The run of one notebook: its parameters and the tables in, its outputs out."""
    main, run = crate.get(_WORKFLOW), crate.get("#run")
    values = [*_values(crate, stem, entry.parameters)]
    for value, parameter in values:
        main.append_to("input", parameter)
        run.append_to("object", value)
    outputs = [crate.get(f"figures/{corpus.name}/{name}") for name in sorted(entry.files)]
    objects = [*(value for value, _ in values), crate.get(f"corpus/{corpus.name}/")]
    _action(
        crate,
        f"#run-{stem}",
        crate.get(f"notebooks/{stem}.ipynb"),
        f"Run of {stem} on {corpus.name}",
        objects=objects,
        results=outputs,
    )


def _values(
    crate: "ROCrate", stem: str, parameters: Mapping[str, Any]
) -> Iterator[tuple["Entity", "Entity"]]:
    """Each parameter of a notebook: its value in this run, and what it is a value of."""
    for name, given in sorted(parameters.items()):
        about = {"@id": f"#{stem}/{name}", "@type": "PropertyValue", "name": name, "value": str(given)}
        value = crate.add_jsonld(about)
        yield value, _parameter(crate, f"#parameter/{stem}/{name}", name, value, _KINDS[type(given)])


def _parameter(crate: "ROCrate", key: str, name: str, example: "Entity", kind: str) -> "Entity":
    found = crate.add_jsonld(
        {
            "@id": key,
            "@type": "FormalParameter",
            "name": name,
            "additionalType": kind,
            "conformsTo": {"@id": f"{_BIOSCHEMAS}/FormalParameter/1.0-RELEASE"},
            "workExample": {"@id": example.id},
        }
    )
    example["exampleOfWork"] = found
    return found


def _software(file: "Entity", name: str, version: str, language: "Entity", *kinds: str) -> None:
    file.properties()["@type"] = ["File", "SoftwareSourceCode", *kinds]
    file["name"], file["version"], file["programmingLanguage"] = name, version, language


def _language(crate: "ROCrate", url: str, name: str, version: str) -> "Entity":
    return crate.add_jsonld(
        {
            "@id": f"{url}#language",
            "@type": "ComputerLanguage",
            "name": name,
            "url": {"@id": url},
            "version": version,
        }
    )


def _engine(crate: "ROCrate", known: Lock) -> "Entity":
    """What executed the notebooks."""
    version = known.versions["papermill"]
    url = f"https://pypi.org/project/papermill/{version}/"
    about = {"@type": "SoftwareApplication", "name": "papermill", "version": version, "url": {"@id": url}}
    return crate.add_jsonld({"@id": url, **about})


def _action(
    crate: "ROCrate",
    key: str,
    instrument: "Entity",
    name: str,
    *,
    objects: Sequence["Entity"],
    results: Sequence["Entity"],
    engine: "Entity | None" = None,
) -> None:
    action = crate.add_jsonld(
        {
            "@id": key,
            "@type": "CreateAction",
            "name": name,
            "description": f"{name}, by papermill; outputs.lock has the hash of each output",
        }
    )
    action["instrument"], action["object"], action["result"] = instrument, _few(objects), _few(results)
    action["agent"] = crate.root_dataset["author"]
    if engine:
        action["mentions"] = engine
    crate.root_dataset.append_to("mentions", action)


def _few(entities: Sequence["Entity"]) -> "list[Entity] | Entity":
    """Entities as RO-Crate wants them: one alone is no list."""
    return entities[0] if len(entities) == 1 else [*entities]
