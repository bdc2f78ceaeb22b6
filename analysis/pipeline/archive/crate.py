"""ro-crate-metadata.json: which notebook made which file, as a Workflow Run Crate (https://w3id.org/ro/wfrun/workflow/0.5).

The workflow is the command `analysis figures`; its parts are the notebooks. Each run of a notebook is an
action from parameters and tables to outputs, and so is the run of them all. No clock is read: an action has
no time, and the date of the crate is that of the software's release, or else that of the last article.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.corpus import Corpus
from analysis.pipeline.lock import Entry, Lock
from analysis.provenance import file_hash
from analysis.report.software import Citation, read_citation

if TYPE_CHECKING:
    from rocrate.model.entity import Entity
    from rocrate.rocrate import ROCrate

__all__ = ["NAME", "describe_crate"]

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


def describe_crate(corpus: Corpus, known: Lock, stage: Path, files: Sequence[str]) -> dict[str, Any]:
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
    _describe_root(crate, corpus, about)
    for name in sorted(files):
        if not name.startswith("analysis/") or name == _WORKFLOW:
            _add_file(crate, stage, name)
    for name, words in _list_folders(corpus).items():
        crate.add_dataset(dest_path=name, properties={"name": words, "description": words})
    _add_workflow(crate, corpus, known, about)
    for stem, entry in sorted(known.notebooks.items()):
        _add_run(crate, corpus, stem, entry)
    return dict(crate.metadata.generate())


def _add(crate: "ROCrate", key: str, kind: str, name: str, **properties: object) -> "Entity":
    """Add an entity of schema.org."""
    return crate.add_jsonld({"@id": key, "@type": kind, "name": name, **properties})


def _describe_root(crate: "ROCrate", corpus: Corpus, about: Citation) -> None:
    """The title, description, authors, licence and profiles of the crate."""
    root, licence = crate.root_dataset, f"metadata and tables: {corpus.about['licence'] or 'not stated'}."
    days = sorted(a.date for a in (*corpus.articles, *corpus.absent) if a.date)
    day = about.released or (days[-1] if days else "1980-01-01")
    event = "the release of the software" if about.released else "the last article" if days else "no event"
    root["name"] = f"{corpus.about['title']}: measurements and figures"
    root["description"] = (
        f"The corpus {corpus.name} without its texts: metadata, hashes, measurements, figures, and the "
        f"software that rebuilds the figures. The date is that of {event}. Licence of {licence}"
    )
    root["datePublished"] = day
    root["author"] = _unwrap([_add_author(crate, author) for author in about.authors])
    spdx, description = f"https://spdx.org/licenses/{about.licence}", f"Licence of the software. Of {licence}"
    root["license"] = _add(crate, spdx, "CreativeWork", about.licence, description=description)
    root["conformsTo"] = [
        _add(crate, url, "CreativeWork", name, version=version) for url, (name, version) in _PROFILES.items()
    ]
    profiles = ("https://w3id.org/ro/crate/1.1", "https://w3id.org/workflowhub/workflow-ro-crate/1.0")
    crate.metadata["conformsTo"] = [{"@id": url} for url in profiles]


def _add_author(crate: "ROCrate", author: Mapping[str, str]) -> "Entity":
    """A person has given and family names, an organisation has one name."""
    person = " ".join(author[p] for p in ("given-names", "name-particle", "family-names") if p in author)
    name = person or author["name"]
    key = author.get("orcid") or author.get("website") or f"#{name.replace(' ', '-')}"
    return _add(crate, key, "Person" if person else "Organization", name)


def _add_file(crate: "ROCrate", stage: Path, name: str) -> None:
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


def _list_folders(corpus: Corpus) -> dict[str, str]:
    """The folders of an archive that are described as a whole, with what each holds."""
    return {
        "analysis/": "The software: all code and data that the notebooks run on",
        f"corpus/{corpus.name}/": "The corpus: metadata of its articles and their measurements",
        f"figures/{corpus.name}/": "The outputs: figures, their data, executed notebooks, and their lock",
    }


def _add_workflow(crate: "ROCrate", corpus: Corpus, known: Lock, about: Citation) -> None:
    """The workflow with its notebooks, and the run of them all."""
    python = _add_language(crate, "https://www.python.org", "Python", known.versions["python"])
    jupyter = _add_language(crate, "https://jupyter.org", "Jupyter Notebook", known.versions["nbformat"])
    main = crate.get(_WORKFLOW)
    _describe_code(main, f"analysis figures {corpus.name}", about.version, python, "ComputationalWorkflow")
    main["conformsTo"] = {"@id": f"{_BIOSCHEMAS}/ComputationalWorkflow/1.0-RELEASE"}
    if address := about.code or about.url:
        main["url"] = address
    crate.root_dataset["mainEntity"] = main
    for stem in sorted(known.notebooks):
        notebook = crate.get(f"notebooks/{stem}.ipynb")
        _describe_code(notebook, stem, about.version, jupyter)
        main.append_to("hasPart", notebook)
    tables, outputs = (crate.get(f"{place}/{corpus.name}/") for place in ("corpus", "figures"))
    main["input"] = _add_parameter(crate, "#input", "input", tables, "Dataset")
    main["output"] = _add_parameter(crate, "#output", "output", outputs, "Dataset")
    files = _get_outputs(crate, corpus, known.files)
    run = _add_action(crate, "#run", main, f"Run of all notebooks on {corpus.name}", [tables], files)
    version = known.versions["papermill"]
    url = f"https://pypi.org/project/papermill/{version}/"
    run["mentions"] = _add(crate, url, "SoftwareApplication", "papermill", version=version, url={"@id": url})


def _add_language(crate: "ROCrate", url: str, name: str, version: str) -> "Entity":
    return _add(crate, f"{url}#language", "ComputerLanguage", name, url={"@id": url}, version=version)


def _describe_code(file: "Entity", name: str, version: str, language: "Entity", *kinds: str) -> None:
    file.properties()["@type"] = ["File", "SoftwareSourceCode", *kinds]
    file["name"], file["version"], file["programmingLanguage"] = name, version, language


def _add_run(crate: "ROCrate", corpus: Corpus, stem: str, entry: Entry) -> None:
    """The run of one notebook, from its parameters and the tables to its outputs."""
    objects = []
    for name, given in sorted(entry.parameters.items()):
        value = _add(crate, f"#{stem}/{name}", "PropertyValue", name, value=str(given))
        parameter = _add_parameter(crate, f"#parameter/{stem}/{name}", name, value, _KINDS[type(given)])
        crate.get(_WORKFLOW).append_to("input", parameter)
        crate.get("#run").append_to("object", value)
        objects.append(value)
    objects.append(crate.get(f"corpus/{corpus.name}/"))
    notebook, files = crate.get(f"notebooks/{stem}.ipynb"), _get_outputs(crate, corpus, entry.files)
    _add_action(crate, f"#run-{stem}", notebook, f"Run of {stem} on {corpus.name}", objects, files)


def _add_parameter(crate: "ROCrate", key: str, name: str, example: "Entity", kind: str) -> "Entity":
    profile, value = {"@id": f"{_BIOSCHEMAS}/FormalParameter/1.0-RELEASE"}, {"@id": example.id}
    about = {"additionalType": kind, "conformsTo": profile, "workExample": value}
    example["exampleOfWork"] = _add(crate, key, "FormalParameter", name, **about)
    return crate.get(key)


def _get_outputs(crate: "ROCrate", corpus: Corpus, names: Iterable[str]) -> "list[Entity]":
    return [crate.get(f"figures/{corpus.name}/{name}") for name in sorted(names)]


def _add_action(  # noqa: PLR0917  # from what, by what, to what
    crate: "ROCrate",
    key: str,
    instrument: "Entity",
    name: str,
    objects: "Sequence[Entity]",
    results: "Sequence[Entity]",
) -> "Entity":
    description = f"{name}, by papermill; outputs.lock has the hash of each output"
    action = _add(crate, key, "CreateAction", name, description=description)
    action["instrument"], action["object"], action["result"] = instrument, _unwrap(objects), _unwrap(results)
    action["agent"] = crate.root_dataset["author"]
    crate.root_dataset.append_to("mentions", action)
    return action


def _unwrap(entities: "Sequence[Entity]") -> "list[Entity] | Entity":
    """Entities as RO-Crate has them: a single one is not in a list."""
    return entities[0] if len(entities) == 1 else [*entities]
