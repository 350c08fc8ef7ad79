"""Act nouns: nouns that carry an act ("support for"), and the light verbs before them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tracktwo.reading.acts.frames import inflect
from tracktwo.vocabulary import Act


@dataclass(frozen=True, slots=True)
class ActNoun:
    """A noun, the act it carries, and the words that introduce what it is about.

    ``hard`` nouns carry it only in a report of fighting ("operations", "campaign"); ``after`` names the light
    verbs it goes with, all where empty.
    """

    word: str
    act: Act
    preps: tuple[str, ...]
    hard: bool = False
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Nouns:
    """Act nouns by word, and light verbs by form (the words that follow the form, often none).

    ``violent`` are the lemmas of those that carry nothing but deeds of force.
    """

    nouns: dict[str, ActNoun]
    light: dict[str, tuple[tuple[str, ...], ...]]
    violent: frozenset[str]


@cache
def load_nouns() -> Nouns:
    """Read nouns.toml, once."""
    folder = files("tracktwo.reading.acts")
    data = tomllib.loads((folder / "nouns.toml").read_text(encoding="utf-8"))
    irregular = tomllib.loads((folder / "forms.toml").read_text(encoding="utf-8"))
    nouns = {
        word: ActNoun(
            word, Act(row["act"]), tuple(row["preps"]), row.get("hard", False), tuple(row.get("after", ()))
        )
        for row in data["noun"]
        for word in row["words"]
    }
    light: dict[str, list[tuple[str, ...]]] = {}
    for verb in data["light"]["verbs"]:
        first, *rest = verb.split()
        for form in dict.fromkeys(inflect(first, irregular)):
            light.setdefault(form, []).append(tuple(rest))
    forms = {form: tuple(sorted(r, key=len, reverse=True)) for form, r in light.items()}
    return Nouns(nouns, forms, frozenset(data["light"]["violent"]))
