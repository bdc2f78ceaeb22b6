"""Term lists in YAML: categories, nested as deep as needed, that end in lists of terms."""

from collections.abc import Iterator

import yaml

from analysis.errors import LexiconError
from analysis.text.terms.formats import Contents, Entry

__all__ = ["read_yaml"]

_MAX_DEPTH = 8
_OWN = frozenset({"", "__"})  # how quanteda writes the terms of a category that has others in it
_SHAPE = "a term list is categories, each with a list of terms"


def read_yaml(text: str, name: str) -> Contents:
    """The terms of a YAML text, and the comments above its categories as their explanations.

    Within a category, the key ``''`` or ``__`` has the terms that are its own.

    Raises:
        LexiconError: the text is not YAML, or not a term list; the message names the line.
    """
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f", line {mark.line + 1}" if mark else ""
        problem = ", ".join(part for part in (error.context, error.problem) if part)
        raise LexiconError(f"{name}{where}: {problem}") from error
    except (
        yaml.YAMLError,
        ValueError,
        OverflowError,
    ) as error:  # the latter two: a character that does not exist
        raise LexiconError(f"{name}: {' '.join(str(error).split())}") from error
    if not isinstance(root, yaml.MappingNode):
        raise LexiconError(f"{name} has no categories", allowed=_SHAPE)
    lines = text.splitlines()
    explain: dict[str, str] = {}
    return Contents(list(_walk(root, "", lines, explain, name)), explain)


class _Loader(yaml.SafeLoader):
    """Safe YAML that is only composed: without aliases, so nothing multiplies, and with limited nesting."""

    _depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Compose one node; an error names the line of what is refused."""
        if self.check_event(yaml.AliasEvent):
            event = self.get_event()  # type: ignore[no-untyped-call]
            problem = f'*{event.anchor} is an alias to YAML; write a term that starts with * as "*…"'
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
        if self._depth > _MAX_DEPTH:
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            problem = f"categories are nested more than {_MAX_DEPTH} deep"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=mark)
        self._depth += 1
        node: yaml.Node | None = super().compose_node(parent, index)
        self._depth -= 1
        return node


def _walk(
    parent: yaml.MappingNode, path: str, lines: list[str], explain: dict[str, str], name: str
) -> Iterator[Entry]:
    """The terms below one category, in order; fills `explain` on the way."""
    seen: set[str] = set()
    for key, value in parent.value:
        where = f"{name}, line {key.start_mark.line + 1}"
        named = isinstance(key, yaml.ScalarNode) and key.value.strip()
        own = path and named in _OWN and not isinstance(value, yaml.MappingNode)
        if not (named or own):
            raise LexiconError(f"{where}: a category has no name", allowed=_SHAPE)
        category = path.removesuffix("/") if own else f"{path}{key.value}"
        if category in seen:
            raise LexiconError(f'{where}: category "{category}" occurs twice', todo="join them")
        seen.add(category)
        if note := _comment_above(lines, key.start_mark.line):
            explain.setdefault(category, note)
        if isinstance(value, yaml.MappingNode) and value.value:
            yield from _walk(value, f"{category}/", lines, explain, name)
        elif isinstance(value, yaml.SequenceNode) and value.value:
            yield from (_entry(item, category, name) for item in value.value)
        elif value.tag == "tag:yaml.org,2002:str":
            yield _entry(value, category, name)
        else:
            raise LexiconError(f'{where}: category "{category}" has no list of terms', allowed=_SHAPE)


def _entry(item: yaml.Node, category: str, name: str) -> Entry:
    """A term of a list; what YAML reads as something other than text is refused."""
    line = item.start_mark.line + 1
    if not isinstance(item, yaml.ScalarNode):
        raise LexiconError(
            f'{name}, line {line}: an entry of "{category}" is a list or category, not a term',
            allowed=_SHAPE,
        )
    kind = item.tag.removeprefix("tag:yaml.org,2002:")
    if kind != "str" and item.value:
        raise LexiconError(
            f"{name}, line {line}: term {item.value} is of type {kind} to YAML, not text",
            todo=f'put it in quotes: "{item.value}"',
        )
    return Entry(item.value, category, f"on line {line}")


def _comment_above(lines: list[str], line: int) -> str:
    """The comment that ends directly above a line, as one paragraph."""
    first = line
    while first > 0 and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return " ".join(text.strip(" \t#") for text in lines[first:line]).strip()
