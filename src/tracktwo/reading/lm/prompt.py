"""The prompt: the task, the acts as the codebook defines them, and examples of our own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tracktwo.vocabulary import Modality


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the answer wanted for it: claims with ``claim`` (the words) and their attributes."""

    text: str
    claims: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Prompt:
    """All that a model is told apart from the passage."""

    version: int
    task: str
    examples: tuple[Example, ...]


@cache
def load_prompt() -> Prompt:
    """Return the prompt of this version."""
    data = tomllib.loads((files("tracktwo.reading.lm") / "prompt.toml").read_text(encoding="utf-8"))
    book = tomllib.loads((files("tracktwo") / "schemas" / "codebook.toml").read_text(encoding="utf-8"))
    acts = "\n".join(f"  {name}: {entry['definition']}" for name, entry in book["act"].items())
    modalities = "\n".join(f"  {one.value}: {book['modality'][one.value]}" for one in Modality)
    task = f"{data['task'].strip()}\n\nActs:\n{acts}\n\nModalities:\n{modalities}"
    examples = tuple(Example(one["text"], tuple(one["claims"])) for one in data["example"])
    return Prompt(data["version"], task, examples)
