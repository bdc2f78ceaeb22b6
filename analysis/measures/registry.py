"""All measures: whatever the modules of this folder define. A new module is enough for a new measure."""

import pkgutil
from functools import cache
from importlib import import_module
from itertools import chain

from analysis import measures
from analysis.errors import ParameterError, listed
from analysis.measures.measure import Family, Measure

__all__ = ["all_measures", "families", "find_measure"]


@cache
def families() -> tuple[Family, ...]:
    """The families of the modules of this folder, by the names of the modules."""
    names = sorted(
        f"{module.name}.family" if module.ispkg else module.name
        for module in pkgutil.iter_modules(measures.__path__)
    )
    modules = (import_module(f"{measures.__name__}.{name}") for name in names)
    return tuple(module.FAMILY for module in modules if hasattr(module, "FAMILY"))


def all_measures() -> tuple[Measure, ...]:
    """Every measure of every family; a readability score once per engine."""
    return tuple(chain.from_iterable(family.measures for family in families()))


def find_measure(name: str, *, engine: str = "published", parameter: str = "measure") -> Measure:
    """The measure called `name`.

    Args:
        name: of the measure.
        engine: whose reading of a readability formula; without effect on other measures.
        parameter: what an error calls the name.

    Raises:
        ParameterError: there is no such measure, or not in this engine.

    >>> find_measure("quoted_share").label
    'Quoted share'
    """
    named = {one.engine: one for one in all_measures() if one.name == name}
    if not named:
        known = dict.fromkeys(one.name for one in all_measures())
        raise ParameterError(
            f'{parameter} = "{name}" is not known', allowed=f"known: {listed(known, most=60)}"
        )
    if "" in named:
        return named[""]
    if engine not in named:
        known = dict.fromkeys(one.name for one in all_measures() if one.engine == engine)
        raise ParameterError(
            f'{parameter} = "{name}" has no counterpart in {engine}',
            allowed=f"with engine = {engine}: {listed(known, most=40)}",
        )
    return named[engine]
