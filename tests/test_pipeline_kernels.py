from importlib.util import find_spec

import pytest

from analysis.pipeline import kernels


@pytest.mark.parametrize("module", kernels.PRELOADED)
def test_every_module_to_be_imported_before_a_fork_exists(module: str) -> None:
    assert find_spec(module)
