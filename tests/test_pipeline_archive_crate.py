import json
from pathlib import Path
from typing import Any

import pytest
import requests
import rocrate
from requests.adapters import HTTPAdapter
from rocrate_validator import services

from analysis import corpus as corpora
from analysis.pipeline.archive import content, crate
from analysis.pipeline.lock import Entry, Lock

CONTEXT = "https://w3id.org/ro/crate/1.1/context"
# What RO-Crate 1.1 maps otherwise than 1.3, whose context the rocrate package brings along.
IN_1_1 = {
    "ComputationalWorkflow": "https://bioschemas.org/ComputationalWorkflow",
    "FormalParameter": "https://bioschemas.org/FormalParameter",
    "input": "https://bioschemas.org/ComputationalWorkflow#input",
    "output": "https://bioschemas.org/ComputationalWorkflow#output",
}
# What is recommended and left open: nothing here knows a time, nor an address that CITATION.cff does not give.
KNOWN = (
    "The Application SHOULD have a url",
    "The SoftwareApplication id SHOULD be an absolute URI",
    "The Action SHOULD have an endTime",
    "The `publisher` property of a `Root Data Entity` SHOULD be",
    "The organization SHOULD have a URL",
)
CITATION = "title: A\nversion: 1.2\nlicense: MIT\nauthors: [{name: The Ardian Institute, website: 'https://example.org'}]\n"


@pytest.fixture
def stage(two_sources: Path, tmp_path: Path) -> Path:
    """A staged archive of two notebooks, with invented outputs."""
    stage = tmp_path / "stage"
    content.stage_corpus(corpora.load(two_sources), stage)
    files = (
        *("README.md", "analysis/__main__.py", "notebooks/10_length.ipynb", "notebooks/30_quotes.ipynb"),
        *("figures/corpus/a.csv", "figures/corpus/b.csv", "figures/corpus/report.html"),
    )
    for name in files:
        (stage / name).parent.mkdir(parents=True, exist_ok=True)
        (stage / name).write_text(name)
    (stage / "CITATION.cff").write_text(CITATION)
    return stage


def made(stage: Path) -> dict[str, Any]:
    known = Lock(
        versions={"python": "3.11", "nbformat": "5.10", "papermill": "2.6"},
        notebooks={
            "10_length": Entry(
                made_from={}, key="k", parameters={"seed": 7, "corpus": "corpus"}, outputs={"a.csv": "0"}
            ),
            "30_quotes": Entry(
                made_from={}, key="k", parameters={"seed": 8, "all": True}, outputs={"b.csv": "0"}
            ),
        },
        composed=Entry(made_from={}, key="k", outputs={"report.html": "0"}),
    )
    files = [path.relative_to(stage).as_posix() for path in stage.rglob("*") if path.is_file()]
    files = [name for name in files if name != crate.NAME]
    return crate.metadata(corpora.load(stage / "corpus" / "corpus"), known, stage, files)


def validated(folder: Path, monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str]]:
    """What the profile's own checker finds, without a network: severity and message."""
    shipped = json.loads((Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld").read_text("utf-8"))
    shipped["@context"] |= IN_1_1

    def send(_: HTTPAdapter, request: requests.PreparedRequest, **__: object) -> requests.Response:
        if request.url != CONTEXT:
            raise requests.ConnectionError(f"no network here: {request.url}")
        response = requests.Response()
        response.status_code, response.url, response.request = 200, CONTEXT, request
        response.headers["Content-Type"] = "application/ld+json"
        response._content = json.dumps(shipped).encode()
        return response

    monkeypatch.setattr(HTTPAdapter, "send", send)
    result = services.validate(
        services.ValidationSettings(
            rocrate_uri=str(folder),
            profile_identifier="workflow-run-crate",
            requirement_severity="RECOMMENDED",
            no_cache=True,
        )
    )
    return {(issue.severity.name, str(issue.message)) for issue in result.get_issues()}


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore::UserWarning")
def test_a_crate_is_a_valid_workflow_run_crate(stage: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    described = made(stage)
    (stage / crate.NAME).write_text(json.dumps(described))
    found = validated(stage, monkeypatch)
    assert not [message for severity, message in found if severity == "REQUIRED"]
    left = {message for _, message in found if not message.startswith(KNOWN)}
    assert not left
    run = next(entity for entity in described["@graph"] if entity["@id"] == "#run")
    run.pop("instrument")
    (stage / crate.NAME).write_text(json.dumps(described))
    found = validated(stage, monkeypatch)
    assert [message for severity, message in found if severity == "REQUIRED"]


def test_a_crate_tells_which_notebook_made_what_from_which_parameters(stage: Path) -> None:
    entities = {entity["@id"]: entity for entity in made(stage)["@graph"]}
    run = entities["#run-30_quotes"]
    assert run["instrument"] == {"@id": "notebooks/30_quotes.ipynb"}
    assert run["result"] == {"@id": "figures/corpus/b.csv"}
    assert {"@id": "#30_quotes/seed"} in run["object"]
    assert entities["#30_quotes/seed"]["value"] == "8"
    assert entities["#parameter/30_quotes/all"]["additionalType"] == "Boolean"
    assert {"@id": "figures/corpus/report.html"} in entities["#run"]["result"]


def test_a_crate_is_the_same_each_time_and_reads_no_clock(stage: Path) -> None:
    first = made(stage)
    assert json.dumps(first) == json.dumps(made(stage))
    root = next(entity for entity in first["@graph"] if entity["@id"] == "./")
    assert root["datePublished"] == "1980-01-01"


def test_authors_are_people_or_organisations() -> None:
    person = {"given-names": "Ida", "family-names": "Moran", "orcid": "https://orcid.org/1"}
    assert crate._describe_author(person) == {
        "@id": "https://orcid.org/1",
        "@type": "Person",
        "name": "Ida Moran",
    }
    assert crate._describe_author({"name": "The Board"}) == {
        "@id": "#The-Board",
        "@type": "Organization",
        "name": "The Board",
    }
