"""confidence_of: the share of a rule's claims that were right, times a factor for each trait of the claim."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

# The rules were written with the development half in view; on other texts none is surer than this.
HIGHEST = 0.95


@cache
def _priors() -> dict[str, Any]:
    return tomllib.loads((files("tracktwo.reading.confidence") / "priors.toml").read_text(encoding="utf-8"))


def confidence_of(rule: str, traits: Iterable[str]) -> float:
    """Confidence, 0 to 1, of a claim read by ``rule``.

    Parameters
    ----------
    rule : str
        The rule's name as in ``Claim.method`` without the version ("verb-propose", "about-proposal").
    traits : iterable of str
        As ``traits_of`` gives them; each multiplies by its factor.

    Returns
    -------
    float
        Rounded to two decimals, at most 0.95: how often such claims were right on the development half
        (tools/score/calibrate.py).
    """
    data = _priors()
    rules, factors = data["rules"], data["traits"]
    value: float = rules.get(rule, rules.get(rule.split("-")[0], data["other"]))
    for trait in dict.fromkeys(traits):
        value *= factors.get(trait, 1.0)
    return round(min(value, HIGHEST), 2)
