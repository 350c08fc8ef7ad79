"""How packages, changes and shares are written in tables on a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tracktwo.vocabulary.likelihood import share_text

if TYPE_CHECKING:
    from tracktwo.vocabulary.outlook import ProposalOutlook

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


def passing(row: ProposalOutlook, draws: int) -> str:
    """Return P(passes) of a proposal: one figure, with what rules and assumptions leave open."""
    by_rule = {rule: (c.p, c.weight) for rule, c in (row.p_pass_by_rule or {}).items()}
    if row.p_pass is not None and draws > 1:
        return share(row.p_pass.p, draws, row.p_pass.low, row.p_pass.high)
    if not row.estimable and by_rule:
        return f"not estimable; under {', '.join(by_rule)}: {over_rules(by_rule, draws)}"
    return over_rules(by_rule, draws)


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
