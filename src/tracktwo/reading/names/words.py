"""Word lists of names: small words, adjectives before offices, organisation nouns, given names."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from tracktwo.errors import InputError


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of ``words.toml`` and ``given_names.txt``, all in small letters."""

    particles: frozenset[str]
    before_offices: frozenset[str]
    office_fields: frozenset[str]
    organisation_nouns: frozenset[str]
    surnames_too: frozenset[str]
    organisation_heads: frozenset[str]
    bands: frozenset[str]
    armed_units: frozenset[str]
    body_nouns: frozenset[str]
    function_words: frozenset[str]
    common_capitals: frozenset[str]
    capital_surnames: frozenset[str]
    modified_nouns: frozenset[str]
    office_verbs: frozenset[str]
    places_before: frozenset[str]
    motion: frozenset[str]
    peoples_organisations: frozenset[str]
    kinds_before: frozenset[str]
    kinds_alone: frozenset[str]
    kinds_after: frozenset[str]
    document_nouns: frozenset[str]
    after_some: frozenset[str]
    state_organs: frozenset[str]
    named_things: frozenset[str]
    things_first: frozenset[str]
    helping_verbs: frozenset[str]
    before_verbs: frozenset[str]
    after_names: frozenset[str]
    causes: frozenset[str]
    given_names: frozenset[str]


@cache
def load_words(folder: Path | None = None) -> Words:
    """Read the word lists; a user's folder may add to each of them.

    Parameters
    ----------
    folder : Path, optional
        A folder that may hold ``words.toml`` and ``given_names.txt``.

    Returns
    -------
    Words
        Shared between callers.

    Raises
    ------
    InputError
        If the user's ``words.toml`` is not TOML or names a list that does not exist.
    """
    data = files("tracktwo.reading.names") / "data"
    lists = {
        key: set(value) for key, value in tomllib.loads((data / "words.toml").read_text("utf-8")).items()
    }
    names = _names((data / "given_names.txt").read_text("utf-8"))
    if folder is not None:
        _add(lists, folder / "words.toml")
        own = folder / "given_names.txt"
        names |= _names(own.read_text("utf-8")) if own.is_file() else set()
    frozen = {key: frozenset(word.lower() for word in value) for key, value in lists.items()}
    return Words(**frozen, given_names=frozenset(names))


def _add(lists: dict[str, set[str]], path: Path) -> None:
    if not path.is_file():
        return
    try:
        own = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as wrong:
        raise InputError("this word file is not TOML", where=str(path), why=str(wrong)) from wrong
    for key, value in own.items():
        if key not in lists or not isinstance(value, list):
            raise InputError(
                f"this word file has no use for {key!r}",
                where=str(path),
                fix="name one of: " + ", ".join(sorted(lists)),
            )
        lists[key] |= {str(word) for word in value}


@cache
def common_words() -> frozenset[str]:
    """English words in small letters, for telling a name from the first word of a sentence."""
    data = files("tracktwo.reading.names") / "data" / "common_words.txt"
    return frozenset(_names(data.read_text("utf-8")))


def _names(text: str) -> set[str]:
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {name.lower() for line in lines for name in line.split()}
