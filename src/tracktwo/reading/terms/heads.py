"""The word lists of terms (heads.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tracktwo.reading.acts.frames import inflect

# Nouns whose theme follows "to", "on" or "in" as well as "of": "an end to split shifts", "a limit on
# exports".
TO_HEADS = frozenset(
    {
        "end",
        "halt",
        "limit",
        "cap",
        "ban",
        "freeze",
        "increase",
        "cut",
        "reduction",
        "rise",
        "changes",
        "restrictions",
        "tariff",
        "tariffs",
    }
)


# Nouns that "on" belongs to: a tariff on steel is another matter than a tariff on beef.
ON_NOUNS = frozenset(
    {
        "tariff",
        "tariffs",
        "tax",
        "taxes",
        "duty",
        "duties",
        "levy",
        "quota",
        "quotas",
        "sanctions",
        "limit",
        "limits",
        "ban",
        "subsidy",
        "subsidies",
        "restrictions",
    }
)


@dataclass(frozen=True, slots=True)
class Heads:
    """The word lists of heads.toml, verbs by the form of their first word."""

    nouns: frozenset[str]
    verbs: dict[str, str]
    extents: frozenset[str]
    amounts: frozenset[str]
    quantifiers: frozenset[str]


@cache
def load_heads() -> Heads:
    """Read heads.toml, once."""
    data = tomllib.loads((files("tracktwo.reading.terms") / "heads.toml").read_text(encoding="utf-8"))
    irregular = tomllib.loads((files("tracktwo.reading.acts") / "forms.toml").read_text(encoding="utf-8"))
    verbs = {form: verb for verb in data["verbs"] for form in inflect(verb.split()[0], irregular)}
    return Heads(
        frozenset(data["nouns"]),
        verbs,
        frozenset(data["extents"]),
        frozenset(data["amounts"]),
        frozenset(data["quantifiers"]),
    )


def verb_head(word: str, after: str | None = None) -> str | None:
    """The lemma of an action verb of heads.toml, or None.

    With the word ``after`` it, a verb with a particle ("phase out") counts only where that follows.
    """
    head = load_heads().verbs.get(word)
    return None if head and after is not None and particle(head) not in ("", after) else head


def particle(head: str) -> str:
    """The particle of a verb ("out" of "phase out"), empty where it has none."""
    return head.partition(" ")[2]


def singular(word: str) -> str:
    """The singular of a head noun, where the list knows it."""
    nouns = load_heads().nouns
    short = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return short if short in nouns else word
