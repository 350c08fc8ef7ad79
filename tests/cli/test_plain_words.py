"""Words that are plainly right are read without Typer, and never otherwise than Typer reads them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any

import pytest
import typer
import typer.main
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.cli import app as application
from tracktwo.cli.declared import declarations, plainly
from tracktwo.cli.options import TableFormat
from tracktwo.cli.positions import positions
from tracktwo.cli.said import said

COMMANDS = [
    (f"{verb} {name}", command)
    for verb in application.VERBS
    for name, command in application.commands(verb).items()
]
ODD = ["--", "-", "-x", "--unknown", "--help", "--every=yes", "--rows=-1", "--about=", "--format=JSON"]
VALUES = [
    "0",
    "7",
    "-3",
    "07",
    "+7",
    " 7",
    "1e3",
    "٣",
    "json",
    "table",
    "csv",
    "TABLE",
    "AOSIS",
    "a b",
    "é=1",
    "",
]


@cache
def by_typer(name: str) -> Callable[[list[str]], dict[str, Any] | None]:
    """Return what calls the command through Typer; the call gives what it was told, null for a mistake."""
    command, heard = dict(COMMANDS)[name], dict[str, Any]()

    @wraps(command)
    def record(**told: Any) -> None:
        heard.update(told)

    made = typer.Typer(add_completion=False, rich_markup_mode=None)
    made.command()(application.for_typer(record))
    called = typer.main.get_command(made)

    def call(words: list[str]) -> dict[str, Any] | None:
        heard.clear()
        try:
            called.main(words, standalone_mode=False)
        except Exception:
            return None
        return dict(heard)

    return call


def names(command: Callable[..., object]) -> list[str]:
    return [name for one in declarations(command) for name in one.declared.names]


@settings(deadline=None, max_examples=60)
@given(data=st.data())
@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_what_is_read_plainly_typer_reads_alike(
    name: str, command: Callable[..., object], data: st.DataObject
) -> None:
    known = names(command)
    word = st.sampled_from([*known, *(f"{one}={value}" for one in known for value in VALUES), *VALUES, *ODD])
    pair = st.tuples(st.sampled_from(known), st.sampled_from(VALUES)).map(list)
    drawn = data.draw(st.lists(st.one_of(pair, word.map(lambda one: [one])), max_size=5))
    words = [one for some in drawn for one in some]
    told = plainly(command, words)
    if told is not None:
        alike = by_typer(name)(words)
        assert alike is not None, words
        assert {key: value or None for key, value in told.items()} == {
            key: value or None for key, value in alike.items()
        }


def test_what_one_types_is_plain() -> None:
    assert plainly(said, ["Saudi Arabia", "--about", "response measures", "--format=json"]) == {
        "actor": "Saudi Arabia",
        "about": "response measures",
        "case": Path(),
        "as_of": None,
        "known_on": None,
        "style": TableFormat.JSON,
        "most": 50,
    }
    told = plainly(positions, ["--every", "--case", "talks", "--rows", "5"])
    assert told is not None
    assert (told["every"], told["case"], told["most"]) == (True, Path("talks"), 5)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["A", "B"],
        ["A", "--rows", "-1"],
        ["A", "--rows", "many"],
        ["A", "--format", "xml"],
        ["A", "--about"],
        ["A", "--about", "--case"],
        ["A", "--abou", "x"],
        ["A", "--about", "x", "--about", "y"],
        ["A", "--help"],
        ["--", "A"],
    ],
)
def test_a_mistake_or_a_doubt_is_left_to_typer(words: list[str]) -> None:
    assert plainly(said, words) is None
