"""A YAML file as a tree that remembers places, styles and comments.

ruamel.yaml scans and parses; the tree is built from its events here, because a case file needs what no
ready-made loader gives at once: every error with its line and column, duplicate keys found, ``no`` kept as
a word, deep nesting and alias bombs refused, and comments that stay with the entry they were written for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tracktwo.errors import CaseError, CaseFileError, Where

MAX_CHARACTERS = 2_000_000
MAX_NODES = 200_000
MAX_DEPTH = 40

Scalar = str | int | float | bool | None
Value = Any  # Scalar | list[Node] | dict[str, Node]; narrowed with the three is_* properties


@dataclass(slots=True)
class Node:
    """A value of the file, with what its entry (``key: value`` or ``- value``) looks like.

    ``line`` and ``column`` (from 1) are the value's, ``key_line`` and ``key_column`` the entry's; ``style``
    is plain, ', ", | or > for scalars. ``before``, ``after`` and ``foot`` are a user's comments above, beside
    and below the entry; ``remark`` is ours and written anew by every draft.
    """

    value: Value
    line: int = 0
    column: int = 0
    key_line: int = 0
    key_column: int = 0
    style: str = "plain"
    raw: str | None = None
    flow: bool = False
    blank: bool = False
    before: list[str] = field(default_factory=list)
    after: str | None = None
    foot: list[str] = field(default_factory=list)
    remark: str | None = None

    @property
    def is_map(self) -> bool:
        """True for a mapping."""
        return isinstance(self.value, dict)

    @property
    def is_list(self) -> bool:
        """True for a list."""
        return isinstance(self.value, list)

    @property
    def is_scalar(self) -> bool:
        """True for text, a number, true, false or nothing."""
        return not isinstance(self.value, (dict, list))

    def entries(self) -> Iterator[tuple[str | int, Node]]:
        """Yield the entries of a mapping or list with their key or number."""
        if isinstance(self.value, dict):
            yield from self.value.items()
        elif isinstance(self.value, list):
            yield from enumerate(self.value)


_NULL = {"", "~", "null", "Null", "NULL"}
_TRUE = {"true", "True", "TRUE"}
_FALSE = {"false", "False", "FALSE"}
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_ODD_FLOAT = re.compile(r"([-+]?)\.(inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_CORE_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}


def resolve(text: str) -> Scalar:
    """Return what a plain scalar means in YAML 1.2's core schema: ``no`` and ``on`` are words."""
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    if odd := _ODD_FLOAT.fullmatch(text):
        return float(f"{odd[1] or ''}{'inf' if odd[2] else 'nan'}")
    return text


def data(node: Node) -> Any:
    """Return the node as plain dicts, lists and scalars, for comparisons (a quoted "unknown" differs)."""
    if isinstance(node.value, dict):
        return {key: data(child) for key, child in node.value.items()}
    if isinstance(node.value, list):
        return [data(child) for child in node.value]
    return '"unknown"' if node.value == "unknown" and node.style != "plain" else node.value


class TreeBuilder:
    """Builds one tree from the parser's events, collecting what is wrong on the way."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self._text = text
        self.errors: list[CaseError] = []
        self.spans: list[tuple[int, int]] = []
        self.blocks: list[Node] = []
        self._anchors: dict[str, Node | None] = {}
        self._count = 0

    def fail(self, mark: Any, what: str, fix: str | None = None) -> CaseError:
        """Return an error at a parser's mark."""
        return CaseError(what, where=Where(self.file, mark.line + 1, mark.column + 1), fix=fix)

    def stop(self, mark: Any, what: str, fix: str | None = None) -> CaseFileError:
        """Return everything found so far and one error after which nothing more can be said."""
        return CaseFileError([*self.errors, self.fail(mark, what, fix)])

    def build(self, event: Any, events: Iterator[Any], depth: int = 0) -> Node:
        """Return the node that begins with ``event``."""
        kind = type(event).__name__
        mark = event.start_mark
        if depth > MAX_DEPTH:
            raise self.stop(mark, f"nested more than {MAX_DEPTH} deep", "A case file needs no such depth")
        if kind == "AliasEvent":
            return self._alias(event)
        self._grow(mark, 1)
        tag = getattr(event, "tag", None)
        if tag is not None and str(tag) not in _CORE_TAGS:
            self.errors.append(self.fail(mark, f"tag {tag} is not used in case files", "Remove the tag"))
        anchor = event.anchor
        if anchor is not None:
            self._anchors[anchor] = None
        node = Node(None, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 1)
        if kind == "ScalarEvent":
            self._scalar(node, event)
        elif kind == "SequenceStartEvent":
            self._sequence(node, event, events, depth)
        else:
            self._mapping(node, event, events, depth)
        if anchor is not None:
            self._anchors[anchor] = node
        return node

    def _grow(self, mark: Any, by: int) -> None:
        self._count += by
        if self._count > MAX_NODES:
            raise self.stop(
                mark, f"more than {MAX_NODES:,} values (aliases counted as often as they are used)"
            )

    def _alias(self, event: Any) -> Node:
        if event.anchor not in self._anchors:
            raise self.stop(
                event.start_mark, f"*{event.anchor} stands for nothing: there is no &{event.anchor}"
            )
        target = self._anchors[event.anchor]
        if target is None:
            raise self.stop(event.start_mark, f"*{event.anchor} stands inside itself: a cycle")
        self._grow(event.start_mark, size(target))
        node = bare_copy(target)
        node.line = node.key_line = event.start_mark.line + 1
        node.column = node.key_column = event.start_mark.column + 1
        return node

    def _scalar(self, node: Node, event: Any) -> None:
        start = event.start_mark.index
        node.style = event.style or "plain"
        if node.style in "|>":  # a comment may stand on the header line
            start = self._text.find("\n", start) + 1 or len(self._text)
        self.spans.append((start, event.end_mark.index))
        node.raw = event.value
        plain = node.style == "plain" and event.tag is None
        node.value = resolve(event.value) if plain else event.value

    def _sequence(self, node: Node, event: Any, events: Iterator[Any], depth: int) -> None:
        node.flow, node.value = bool(event.flow_style), []
        for inner in events:
            if type(inner).__name__ == "SequenceEndEvent":
                return
            child = self.build(inner, events, depth + 1)
            if not node.flow:
                child.key_column = event.start_mark.column + 1
                self.blocks.append(child)
            node.value.append(child)

    def _mapping(self, node: Node, event: Any, events: Iterator[Any], depth: int) -> None:
        node.flow, node.value = bool(event.flow_style), {}
        for inner in events:
            if type(inner).__name__ == "MappingEndEvent":
                return
            key = self.build(inner, events, depth + 1)
            child = self.build(next(events), events, depth + 1)
            if not key.is_scalar:
                self.errors.append(self.fail(inner.start_mark, "a key must be a word, not a list or mapping"))
                continue
            child.key_line, child.key_column = key.line, key.column
            if not node.flow:
                self.blocks.append(child)
            name = str(key.raw)
            if name in node.value:
                first = node.value[name].key_line
                self.errors.append(
                    self.fail(inner.start_mark, f'"{name}" is here twice; it is already on line {first}')
                )
                continue
            node.value[name] = child


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and everything inside it."""
    yield node
    for _, child in node.entries():
        yield from walk(child)


def bare_copy(node: Node) -> Node:
    """Return a copy of a node and all in it, without comments."""
    value = node.value
    if isinstance(value, dict):
        value = {key: bare_copy(child) for key, child in value.items()}
    elif isinstance(value, list):
        value = [bare_copy(child) for child in value]
    place = (node.line, node.column, node.key_line, node.key_column)
    return Node(value, *place, style=node.style, raw=node.raw, flow=node.flow)


def size(node: Node) -> int:
    """Return how many nodes there are in ``node``, itself included."""
    return 1 + sum(size(child) for _, child in node.entries())


def parse(text: str, file: str) -> tuple[Node | None, list[CaseError]]:
    """Return the tree of a YAML text and the errors that do not stop the reading.

    Parameters
    ----------
    text : str
        The file's text.
    file : str
        How messages are to name the file.

    Returns
    -------
    tuple
        The root node, None for a text without any value, and errors such as duplicate keys.

    Raises
    ------
    CaseFileError
        If the text is not YAML, holds several documents, or is too large or deep to be a case.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    from tracktwo.case.comments import attach

    if len(text) > MAX_CHARACTERS:
        what = f"larger than {MAX_CHARACTERS:,} characters: too large for a case file"
        raise CaseFileError([CaseError(what, where=file)])
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    builder, root = TreeBuilder(file, text), None
    try:
        events = YAML(typ="safe", pure=True).parse(text)
        for event in events:
            if type(event).__name__ == "DocumentStartEvent":
                if root is not None:
                    raise builder.stop(event.start_mark, "a second document begins here; a case file is one")
                root = builder.build(next(events), events)
    except YAMLError as error:
        raise _syntax(error, builder) from None
    except RecursionError:
        raise CaseFileError([CaseError("nested too deeply to be a case file", where=file)]) from None
    if root is not None:
        attach(text, builder.spans, builder.blocks, root)
        if root.is_scalar and root.value is None:
            root = None
    return root, builder.errors


def _syntax(error: Any, builder: TreeBuilder) -> CaseFileError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    context = getattr(error, "context", None)
    what = f"not YAML: {problem}" + (f", {context}" if context else "")
    if mark is None:
        return CaseFileError([*builder.errors, CaseError(what, where=builder.file)])
    return builder.stop(mark, what)
