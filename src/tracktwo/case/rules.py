"""Rules of ratification: who must say yes, in what number, nested as deep as a constitution needs.

``unknown`` · ``leader`` · ``majority`` · ``unanimity`` · ``{quota: 2/3}`` · ``{all: [...]}`` ·
``{any: [...]}``; inside ``all`` and ``any`` a rule may name another body:
``{body: parliament, rule: majority}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class RuleKind(StrEnum):
    """How one body, or several rules together, decide."""

    UNKNOWN = "unknown"
    LEADER = "leader"
    MAJORITY = "majority"
    UNANIMITY = "unanimity"
    QUOTA = "quota"
    ALL = "all"
    ANY = "any"


SIMPLE = (RuleKind.UNKNOWN, RuleKind.LEADER, RuleKind.MAJORITY, RuleKind.UNANIMITY)
NESTING = (RuleKind.ALL, RuleKind.ANY)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; ``quota`` only for QUOTA, ``of`` only for ALL and ANY.

    ``body`` is null where the rule is of the body that the approval names, else that other body's key.
    """

    kind: RuleKind = RuleKind.UNKNOWN
    quota: Fraction | None = None
    of: tuple[Rule, ...] = ()
    body: str | None = None

    def walk(self) -> Iterator[Rule]:
        """Yield this rule and every rule inside it."""
        yield self
        for inner in self.of:
            yield from inner.walk()


UNKNOWN = Rule()

_FRACTION = re.compile(r"(\d{1,9})\s*(?:/|of|out of)\s*(\d{1,9})")
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,6})?)\s*(?:%|percent|per cent)")
_DECIMAL = re.compile(r"\.\d{1,9}|(?:0|[1-9]\d{0,8})(?:\.\d{1,9})?")
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_WORDS = re.compile(rf"({'|'.join(_COUNTS)})[ -]({'|'.join(_PARTS)})s?")


def parse_quota(text: str) -> Fraction | None:
    """Return a share above 0 and up to 1 from ``2/3``, ``61 of 120``, ``60%``, ``0.6`` or ``two-thirds``.

    Returns None where the text is no such share.
    """
    share = parse_share(text)
    return share if share is not None and share <= 1 else None


def parse_share(text: str) -> Fraction | None:
    """Return any positive share, more than all included (``3/2``, ``120%``); None where it is none."""
    text = text.strip().lower()
    share: Fraction | None = None
    if match := _FRACTION.fullmatch(text):
        share = Fraction(int(match[1]), int(match[2])) if int(match[2]) else None
    elif match := _PERCENT.fullmatch(text):
        share = Fraction(match[1]) / 100
    elif _DECIMAL.fullmatch(text):
        share = Fraction(text)
    elif match := _WORDS.fullmatch(text):
        share = Fraction(_COUNTS[match[1]], _PARTS[match[2]])
    return share if share is not None and share > 0 else None


def rule_from_words(words: str) -> Rule:
    """Return the rule that a report's words name; UNKNOWN where they name none that is understood."""
    plain = words.strip().lower()
    for kind in SIMPLE:
        if plain in (kind.value, f"simple {kind.value}", f"{kind.value} vote", f"a {kind.value}"):
            return Rule(kind)
    if plain in ("unanimous", "consensus"):
        return Rule(RuleKind.UNANIMITY)
    quota = parse_quota(plain.removesuffix(" majority").removeprefix("a ").strip())
    return Rule(RuleKind.QUOTA, quota=quota) if quota else UNKNOWN


def rule_text(rule: Rule) -> str:
    """Return the rule in one line, as a case file writes it."""
    text = rule.kind.value
    if rule.kind is RuleKind.QUOTA:
        text = f"{{quota: {rule.quota}}}"
    elif rule.kind in NESTING:
        text = f"{{{rule.kind.value}: [{', '.join(rule_text(inner) for inner in rule.of)}]}}"
    return f"{{body: {rule.body}, rule: {text}}}" if rule.body is not None else text
