"""The examples in docstrings give what they say."""

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import analysis

NAMES = [module.name for module in pkgutil.walk_packages(analysis.__path__, "analysis.")]


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith("__main__")])
def test_the_examples_of_a_module_give_what_they_say(name: str) -> None:
    result = doctest.testmod(
        importlib.import_module(name), optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    )
    assert result.failed == 0


def test_there_are_at_least_a_hundred_examples() -> None:
    files = Path(analysis.__path__[0]).rglob("*.py")
    assert sum(file.read_text(encoding="utf-8").count(">>> ") for file in files) >= 100
