"""confidence_of: the prior of a rule times what lowers it (priors.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def _priors() -> dict[str, dict[str, float]]:
    return tomllib.loads((files("tracktwo.reading.confidence") / "priors.toml").read_text(encoding="utf-8"))


def confidence_of(rule: str, traits: Iterable[str]) -> float:
    """Confidence, 0 to 1, of a claim read by ``rule``.

    Parameters
    ----------
    rule : str
        The rule's name as in ``Claim.method`` without the version ("verb-propose", "about-proposal").
    traits : iterable of str
        Flag codes and traits; those listed under ``lowered`` multiply the prior.

    Returns
    -------
    float
        Rounded to two decimals; how often such claims were right on the development split (priors.toml).
    """
    data = _priors()
    value = data["rules"].get(rule, data["rules"].get(rule.split("-")[0], 0.6))
    for trait in dict.fromkeys(traits):
        value *= data["lowered"].get(trait, 1.0)
    return round(value, 2)
