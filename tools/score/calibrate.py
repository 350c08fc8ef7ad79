"""Learn from the development half how sure each rule is: writes src/tracktwo/reading/confidence/priors.toml.

    python tools/score/calibrate.py            # fit, show the reliability table, write
    python tools/score/calibrate.py --dry-run  # fit and show only

A claim's confidence is the share of its rule's claims that were right, times a factor for each of its traits
(``traits_of``). Shares are drawn towards all rules' share, factors towards 1, as if `WEIGHT` more claims had
been seen that behave like the rest: few claims change little. Shares and factors are fitted in turns until
they settle.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reliability import calibration_error, table
from tracktwo.reading.confidence.prior import HIGHEST
from tracktwo.reading.confidence.traits import traits_of
from tracktwo.vocabulary import Claim

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "src" / "tracktwo" / "reading" / "confidence" / "priors.toml"
WEIGHT = 10
# The rules were written with the development half in view: elsewhere a share this much lower is right.
ELSEWHERE = 0.96
SEEN = 6  # a rule or trait met less often keeps the family's share, or no factor
ROUNDS = 30
HEAD = """\
# Written by tools/score/calibrate.py from the development half; not by hand.
# A claim's confidence: its rule's share of right claims, or its family's ("verb" for "verb-propose"), or
# `other`, times the factor of each of its traits (traits.py), at most {highest}. Shares are {elsewhere} of
# those seen there.
"""


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim of the development half: its rule, its traits, whether it is right."""

    rule: str
    traits: tuple[str, ...]
    right: bool

    @property
    def family(self) -> str:
        """The first part of the rule's name."""
        return self.rule.split("-")[0]


@dataclass(frozen=True, slots=True)
class Fit:
    """Shares by rule or family, the share of all other rules, and factors by trait."""

    rules: dict[str, float]
    other: float
    traits: dict[str, float]

    def confidence(self, one: Judged) -> float:
        """What the fit gives a claim."""
        value = self.rules.get(one.rule, self.rules.get(one.family, self.other))
        for trait in one.traits:
            value *= self.traits.get(trait, 1.0)
        return min(value, HIGHEST)


def judged_of(claims: Iterable[tuple[Claim, bool]]) -> list[Judged]:
    """Claims with their rules and traits."""
    return [Judged(claim.method.split(":")[-1], traits_of(claim), right) for claim, right in claims]


def fit(claims: Sequence[Judged]) -> Fit:
    """Fit shares and factors.

    Parameters
    ----------
    claims : sequence of Judged
        At least one.

    Returns
    -------
    Fit
        Shares and factors in (0, 1.1]; a factor above 1 says that such claims are righter than others.
    """
    overall = sum(one.right for one in claims) / len(claims)
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in claims:
        groups[one.family].append(one)
        if one.rule != one.family:
            groups[one.rule].append(one)
    marked: dict[str, list[Judged]] = defaultdict(list)
    for one in claims:
        for trait in one.traits:
            marked[trait].append(one)
    known = {name: group for name, group in groups.items() if len(group) >= SEEN}
    now = Fit(dict.fromkeys(known, overall), overall, {t: 1.0 for t, g in marked.items() if len(g) >= SEEN})
    for _ in range(ROUNDS):
        rules = {name: _share(now, group, overall) for name, group in known.items()}
        now = Fit(rules, overall, now.traits)
        for trait in now.traits:
            now = Fit(rules, overall, now.traits | {trait: _factor(now, marked[trait], trait)})
    return now


def _share(now: Fit, group: Sequence[Judged], overall: float) -> float:
    """The share of right claims, as if none of them had traits."""
    factors = [_product(now.traits, one.traits) for one in group]
    return min((sum(one.right for one in group) + WEIGHT * overall) / (sum(factors) + WEIGHT), 1.0)


def _factor(now: Fit, group: Sequence[Judged], trait: str) -> float:
    """How much righter or wronger claims with a trait are than the rest of the fit says."""
    others = Fit(now.rules, now.other, {t: v for t, v in now.traits.items() if t != trait})
    expected = sum(others.confidence(one) for one in group)
    return min((sum(one.right for one in group) + WEIGHT) / (expected + WEIGHT), 1.1)


def _product(factors: dict[str, float], traits: Iterable[str]) -> float:
    value = 1.0
    for trait in traits:
        value *= factors.get(trait, 1.0)
    return value


def written(found: Fit) -> str:
    """The fit as TOML, rounded to two decimals, rules that say what their family says left out."""
    rules = {
        name: share
        for name, share in sorted(found.rules.items())
        if "-" not in name or abs(share - found.rules.get(name.split("-")[0], found.other)) >= 0.02
    }
    lines = [
        HEAD.format(highest=HIGHEST, elsewhere=ELSEWHERE),
        f"other = {found.other * ELSEWHERE:.2f}",
        "",
        "[rules]",
    ]
    lines += [f"{name} = {share * ELSEWHERE:.2f}" for name, share in rules.items()]
    lines += ["", "[traits]"]
    lines += [
        f"{name} = {value:.2f}" for name, value in sorted(found.traits.items()) if abs(value - 1) >= 0.01
    ]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the development half, fit, show and write."""
    from collect import gather
    from show import judged

    parser = argparse.ArgumentParser(description="Learn how sure each rule is from the development half.")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    given = parser.parse_args(arguments)
    claims = judged_of(judged(gather("dev", ("bulletin", "news", "reports"), near=5)))
    if not claims:
        print("no development text found", file=sys.stderr)
        return 1
    found = fit(claims)
    pairs = [(found.confidence(one), one.right) for one in claims]
    for each in table(pairs):
        print(f"{each.low:.1f} to {each.high:.1f} {each.count:6} {each.mean:6.2f} {each.right:6.2f}")
    print(f"mean distance {calibration_error(pairs):.3f} over {len(pairs)} claims")
    if not given.dry_run:
        FILE.write_text(written(found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
