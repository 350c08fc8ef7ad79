"""How packages, changes and shares are written in tables on a terminal."""

from __future__ import annotations

from collections.abc import Mapping

from tracktwo.vocabulary.likelihood import share_text

BASES = {
    "judgement": "a user’s own judgement, not a finding",
    "imported": "values imported with a domain",
    "inferred": "values inferred from reported stances",
}


def terms_text(terms: Mapping[str, str], names: Mapping[str, str]) -> str:
    """Return the terms of a package in one line; issues left out stay as they are."""
    return "; ".join(f"{names.get(issue, issue)}: {option}" for issue, option in terms.items()) or "no change"


def changes_text(changes: Mapping[str, tuple[str, str]], names: Mapping[str, str]) -> str:
    """Return a change of terms in one line."""
    said = (f"{names.get(issue, issue)}: {old} → {new}" for issue, (old, new) in changes.items())
    return "; ".join(said)


def share(p: float, draws: int, low: float | None = None, high: float | None = None) -> str:
    """Return a share of draws as text."""
    return share_text(p, low, high, draws=draws)


def over_rules(by_rule: Mapping[str, tuple[float, float]], draws: int) -> str:
    """Return P(passes) over the readings of the rules: one figure, with the least and the greatest."""
    if not by_rule:
        return "not estimable"
    total = sum(weight for _, weight in by_rule.values())
    shares = [p for p, _ in by_rule.values()]
    middle = sum(p * weight for p, weight in by_rule.values()) / total
    if draws == 1 and min(shares) != max(shares):
        yes = [rule for rule, (p, _) in by_rule.items() if p >= 0.5]
        return f"yes under {', '.join(yes)}"
    return share_text(middle, min(shares), max(shares), draws=draws)
