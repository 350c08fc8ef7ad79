"""GeniusWeb JSON: domains and linear additive profiles, in exact decimal arithmetic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from tracktwo.errors import DomainError
from tracktwo.interop.domains import jsons
from tracktwo.interop.domains.model import Profile
from tracktwo.interop.domains.numbers import written
from tracktwo.vocabulary.utilities import DealIssue

MAX_OPTIONS = 1_000_000
DISCRETE = ("DiscreteValueSetUtilities", "discreteutils")
NUMBERS = ("NumberValueSetUtilities", "numberutils")


@dataclass(frozen=True, slots=True)
class WebProfile:
    """One profile file, opened but not yet laid over a domain."""

    path: Path
    body: Mapping[str, Any]


def is_domain(content: Any) -> bool:
    """Return whether parsed JSON is a GeniusWeb domain."""
    return isinstance(content, Mapping) and "issuesValues" in content


def profile_of(content: Any, path: Path) -> WebProfile | None:
    """Return the profile in parsed JSON, None where there is none.

    Raises
    ------
    DomainError
        If it is a profile of a kind that is not linear additive.
    """
    if not isinstance(content, Mapping):
        return None
    if "issueUtilities" in content:
        return WebProfile(path, content)
    if len(content) != 1:
        return None
    ((kind, body),) = content.items()
    if not isinstance(body, Mapping):
        return None
    if "issueUtilities" in body:
        return WebProfile(path, body)
    if "domain" in body:
        raise DomainError(
            "the profile is of a kind that is not read",
            where=str(path),
            why=f"{kind!r}; only linear additive profiles say what a deal is worth as a sum over issues",
        )
    return None


def domain_issues(content: Any, path: Path) -> tuple[DealIssue, ...]:
    """Return the issues of a domain (``issuesValues``), options in the order written.

    Raises
    ------
    DomainError
        If an issue has no values, or a range none or far too many.
    """
    values = jsons.table(content.get("issuesValues"), "issuesValues", path)
    if not values:
        raise DomainError("no issue is defined", where=str(path), why="issuesValues is empty")
    return tuple(DealIssue(name, _options(name, spec, path)) for name, spec in values.items())


def _options(name: str, spec: Any, path: Path) -> tuple[str, ...]:
    spec = jsons.table(spec, f"issue {name!r}", path)
    if len(spec) == 1 and isinstance(next(iter(spec.values())), Mapping):
        spec = next(iter(spec.values()))
    if "values" in spec and isinstance(spec["values"], Sequence) and not isinstance(spec["values"], str):
        options = tuple(dict.fromkeys(jsons.text(value) for value in spec["values"]))
    elif "range" in spec and isinstance(spec["range"], Sequence) and len(spec["range"]) == 3:
        low, high, step = (jsons.number(n, f"the range of issue {name!r}", path) for n in spec["range"])
        if step <= 0 or high < low:
            raise DomainError(f"issue {name!r} has no values", where=str(path), why="its range is empty")
        count = (high - low) // step + 1
        if count > MAX_OPTIONS:
            raise DomainError(f"issue {name!r} has too many values", where=str(path), why=str(count))
        options = tuple(written(low + step * k) for k in range(count))
    else:
        raise DomainError(f"issue {name!r} has neither values nor a range", where=str(path))
    if not options:
        raise DomainError(f"issue {name!r} has no values", where=str(path))
    return options


def read_profile(profile: WebProfile, issues: Sequence[DealIssue]) -> Profile:
    """Return one party's preferences over the issues of the domain.

    A value without a utility counts 0; the reservation is a bid, and without one any deal beats none.

    Raises
    ------
    DomainError
        If an issue of the domain is missing, or something is not a number.
    """
    path, body = profile.path, profile.body
    notes: list[str] = []
    utilities = jsons.table(body.get("issueUtilities"), "issueUtilities", path)
    weights = jsons.table(body.get("issueWeights"), "issueWeights", path)
    absent = [issue.name for issue in issues if issue.name not in utilities]
    if absent:
        raise DomainError(
            "the profile does not belong to this domain",
            where=str(path),
            why=f"issue {absent[0]!r} has no utilities",
            fix="Name the profiles of one domain with --profile, or move other domains out of the folder",
        )
    weight = {
        i.name: jsons.number(weights.get(i.name, "0"), f"the weight of {i.name!r}", path) for i in issues
    }
    if sum(weight.values()) != 1:
        total = float(sum(weight.values()))
        notes.append(f"{path.name}: the weights sum to {total:.12g}, not to 1; they are taken as written")
    tables = {issue.name: _value_utilities(issue, utilities[issue.name], path) for issue in issues}
    deal = _reservation_deal(body.get("reservationBid"), utilities, path)
    return Profile(
        name=path.stem,
        path=path,
        worths=tuple(tuple(weight[i.name] * tables[i.name][o] for o in i.options) for i in issues),
        reservation=None if deal is None else _worth(deal, weight, tables),
        cap=1.0,
        reservation_deal=deal,
        notes=tuple(notes),
    )


def _value_utilities(issue: DealIssue, spec: Any, path: Path) -> dict[str, Fraction]:
    spec = jsons.table(spec, f"the utilities of issue {issue.name!r}", path)
    what = f"a utility in issue {issue.name!r}"
    for key in DISCRETE:
        if key in spec:
            inner = jsons.table(spec[key], key, path)
            values = jsons.table(inner.get("valueUtilities"), "valueUtilities", path)
            known = {str(option): jsons.number(u, what, path) for option, u in values.items()}
            return {option: known.get(option, Fraction(0)) for option in issue.options}
    for key in NUMBERS:
        if key in spec:
            return _interpolated(issue, jsons.table(spec[key], key, path), path)
    raise DomainError(
        f"the utilities of issue {issue.name!r} are of an unknown kind", where=str(path), why=", ".join(spec)
    )


def _interpolated(issue: DealIssue, spec: Mapping[str, Any], path: Path) -> dict[str, Fraction]:
    names = ("lowValue", "lowUtility", "highValue", "highUtility")
    low, low_u, high, high_u = (jsons.number(spec.get(n), f"{n} of {issue.name!r}", path) for n in names)
    values = {}
    for option in issue.options:
        v = jsons.number(option, f"value {option!r} of issue {issue.name!r}", path)
        values[option] = low_u if high == low else low_u + (v - low) * (high_u - low_u) / (high - low)
    return values


def _reservation_deal(bid: Any, utilities: Mapping[str, Any], path: Path) -> dict[str, str] | None:
    """Return the bid, each number of a range written as the domain's options are."""
    if bid is None:
        return None
    inner = jsons.table(bid, "reservationBid", path)
    values = jsons.table(inner.get("issuevalues", inner.get("issueValues")), "issuevalues", path)
    ranged = {name for name, spec in utilities.items() if any(key in spec for key in NUMBERS)}
    return {
        str(name): written(jsons.number(value, f"the reservation bid on {name!r}", path))
        if name in ranged
        else jsons.text(value)
        for name, value in values.items()
    }


def _worth(
    deal: Mapping[str, str], weight: Mapping[str, Fraction], tables: Mapping[str, Mapping[str, Fraction]]
) -> Fraction:
    return sum(
        (
            weight[name] * tables[name].get(option, Fraction(0))
            for name, option in deal.items()
            if name in tables
        ),
        Fraction(0),
    )
