"""Relations: the words between actors that tie them together, as data and compiled once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SUPPORTED, OPPOSED, JOINED, BEHALF = "supported_by", "opposed_by", "joined_by", "on_behalf_of"


@dataclass(frozen=True, slots=True)
class Relations:
    """Compiled patterns; each matches the whole of the text between two actors unless said otherwise."""

    article: re.Pattern[str]
    comma: re.Pattern[str]
    join: re.Pattern[str]
    slash: re.Pattern[str]
    behalf: re.Pattern[str]
    examples: re.Pattern[str]
    relation: re.Pattern[str]
    fronted: re.Pattern[str]
    participle: re.Pattern[str]
    pronoun: re.Pattern[str]
    kinds: dict[str, str]
    supporting: frozenset[str]
    others: frozenset[str]
    person: str
    proper: str
    proper_plural: str


def _any(phrases: list[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first) + ")"


@cache
def load_relations() -> Relations:
    """Read the words of ``relations.toml``; shared between callers."""
    source = files("tracktwo.reading.masking") / "data" / "relations.toml"
    data = tomllib.loads(source.read_text("utf-8"))
    relations: dict[str, list[str]] = data["relations"]
    words: dict[str, list[str]] = data["words"]
    masks: dict[str, str] = data["masks"]
    kinds = {phrase: kind for kind, phrases in relations.items() for phrase in phrases}
    tied = _any([phrase for kind, phrases in relations.items() if kind != BEHALF for phrase in phrases])
    fronts = _any([phrase for phrase in kinds if phrase not in ("for", "alongside", "representing")])
    before = _any(words["before_relation"])
    participles = _any(words["supporting"] + words["opposing"])
    ignore = re.IGNORECASE
    return Relations(
        article=re.compile(rf"\bthe\s+(?:{_any(words['before_names'])}\s+)?$", ignore),
        comma=re.compile(r"\s*,\s*"),
        join=re.compile(rf"(\s*,)?\s*{_any(words['join'])}\s*", ignore),
        slash=re.compile(r"\s*/\s*"),
        behalf=re.compile(
            rf"\s*(?:,\s*|\(\s*)({_any(relations[BEHALF])})\s+|\s+((?:speaking\s+)?on\s+behalf\s+of|speaking\s+for)\s+",
            ignore,
        ),
        examples=re.compile(rf"\s*[,(]?\s*{_any(words['examples'])}\s*,?\s*", ignore),
        relation=re.compile(rf"(\s*,)?\s*(?:{before}\s+)?({tied})\s+", ignore),
        fronted=re.compile(rf"(?:^|[,;:.]\s+|\b(?:and|but|while)\s+)({fronts})\s+(?:the\s+)?$", ignore),
        participle=re.compile(rf"\s+({participles})\s*(?=,)", ignore),
        pronoun=re.compile(rf"\s*,\s*({_any(words['pronouns'])})\b", ignore),
        kinds=kinds,
        supporting=frozenset(words["supporting"]),
        others=frozenset(words["others"]),
        person=masks["person"],
        proper=masks["proper"],
        proper_plural=masks["proper_plural"],
    )
