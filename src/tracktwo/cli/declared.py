"""What a command can be told, as plain data, and its words read where they are plainly right.

A command line that says just what was declared needs no parser: most questions are answered in less time
than a parser takes to load. Whatever else is typed, a mistake or a call for help, is Typer's to answer
(`tracktwo.cli.app`), which is given the same declarations.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints


@dataclass(frozen=True, slots=True)
class Declared:
    """An option, or where it has no ``names``, an argument; ``callback`` is called with every value."""

    names: tuple[str, ...]
    help: str
    metavar: str | None = None
    min: int | None = None
    max: int | None = None
    callback: Callable[[Any], Any] | None = None
    show_default: bool = True


def option(*names: str, help: str, **more: Any) -> Declared:
    """Declare an option, in the annotation of a command's parameter."""
    return Declared(names, help, **more)


def argument(*, help: str, **more: Any) -> Declared:
    """Declare an argument."""
    return Declared((), help, **more)


class NotPlainError(Exception):
    """Words that Typer has to look at."""


def plainly(command: Callable[..., object], words: Sequence[str]) -> dict[str, Any] | None:
    """Return what ``words`` tell a command, by parameter; null where they are not plainly right."""
    try:
        told = _told(declarations(command), words)
    except NotPlainError:
        return None
    return told


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a command: its type without null, its default, and how it is told."""

    name: str
    kind: Any
    default: Any
    declared: Declared

    def value(self, text: str) -> Any:
        """Return what ``text`` says; only what Typer takes as well, and takes so."""
        kind = self.kind
        if kind is str:
            return text
        if kind is Path:
            return Path(text)
        if kind is int and text.isascii() and text.isdecimal() and self._within(int(text)):
            return int(text)
        if isinstance(kind, type) and issubclass(kind, Enum):
            for item in kind:
                if item.value == text:
                    return item
        raise NotPlainError

    def _within(self, number: int) -> bool:
        least, most = self.declared.min, self.declared.max
        return (least is None or number >= least) and (most is None or number <= most)


def declarations(command: Callable[..., object]) -> tuple[Parameter, ...]:
    """Return what a command declares, in order.

    Raises
    ------
    NotPlainError
        When a parameter is declared in another way.
    """
    hints = get_type_hints(command, include_extras=True)
    found = []
    for name, parameter in inspect.signature(command).parameters.items():
        kind, *declared = get_args(hints[name])
        if len(declared) != 1 or not isinstance(declared[0], Declared):
            raise NotPlainError
        if get_origin(kind) is UnionType:
            kind, *others = (one for one in get_args(kind) if one is not NoneType)
            if others:
                raise NotPlainError
        found.append(Parameter(name, kind, parameter.default, declared[0]))
    return tuple(found)


def _told(parameters: Sequence[Parameter], words: Sequence[str]) -> dict[str, Any]:
    options = {name: one for one in parameters for name in one.declared.names}
    told: dict[str, Any] = {}
    loose = []
    left = iter(words)
    for word in left:
        name, sign, text = word.partition("=")
        if not word.startswith("-"):
            loose.append(word)
            continue
        one = options.get(name)
        if one is None or one.name in told:
            raise NotPlainError
        if one.kind is bool and not sign:
            told[one.name] = True
            continue
        text = text if sign else next(left, "-")
        if text.startswith("-"):
            raise NotPlainError
        told[one.name] = one.value(text)
    return _whole(parameters, told, loose)


def _whole(parameters: Sequence[Parameter], told: Mapping[str, Any], loose: Sequence[str]) -> dict[str, Any]:
    arguments = [one for one in parameters if not one.declared.names]
    if len(loose) > len(arguments):
        raise NotPlainError
    found = {**told, **{one.name: one.value(text) for one, text in zip(arguments, loose, strict=False)}}
    for one in parameters:
        if one.name not in found and one.default is inspect.Parameter.empty:
            raise NotPlainError
        value = found.get(one.name, one.default)
        found[one.name] = one.declared.callback(value) if one.declared.callback else value
    return found
