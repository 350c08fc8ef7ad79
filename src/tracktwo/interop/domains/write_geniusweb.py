"""Write a domain as GeniusWeb JSON."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from tracktwo.errors import DomainError
from tracktwo.interop.domains.model import Domain, Profile
from tracktwo.interop.domains.writing import exact_text, prepare, shown

MAX_LISTED = 200_000
PLACES = 30


class _Number(float):
    """A number that json writes with the digits given (its float value would be rounded)."""

    def __new__(cls, text: str) -> _Number:
        made = super().__new__(cls, float(text))
        made.text = text
        return made

    text: str

    def __repr__(self) -> str:
        return self.text


def write_geniusweb(domain: Domain, folder: Path | str) -> tuple[Path, ...]:
    """Write one domain file and a profile a party; reading the folder gives the same utilities.

    Returns
    -------
    tuple of Path
        The domain file first.

    Raises
    ------
    DomainError
        If preferences cannot be said in GeniusWeb (conditions over several issues, utilities below 0 or above
        1, a reservation value that no deal has), or a file is already there.
    """
    domain = shown(domain)
    space = domain.utilities.space
    body = {"name": domain.name, "issuesValues": {i.name: {"values": list(i.options)} for i in space.issues}}
    profiles = [_profile(profile, domain, body) for profile in domain.profiles]
    main, paths = prepare(domain, Path(folder), ".json")
    for path, content in zip((main, *paths), (body, *profiles), strict=True):
        path.write_text(_dumps(content) + "\n", encoding="utf-8")
    return (main, *paths)


def _dumps(content: Any) -> str:
    # The C encoder asks float.__repr__, whatever the subclass says; so numbers travel as marked strings.
    marked = json.dumps(_mark(content), ensure_ascii=False, indent=1)
    return marked.replace('"\\u0000', "").replace('\\u0000"', "")


def _mark(content: Any) -> Any:
    if isinstance(content, _Number):
        return f"\0{content.text}\0"
    if isinstance(content, dict):
        return {key: _mark(value) for key, value in content.items()}
    return content


def _profile(profile: Profile, domain: Domain, body: dict[str, Any]) -> dict[str, Any]:
    if profile.rules:
        raise _impossible(profile, "they are no plain sum over issues")
    tops = [max(worths) for worths in profile.worths]
    if any(worth < 0 for worths in profile.worths for worth in worths):
        raise _impossible(profile, "a value is worth less than 0")
    # Weights must sum to exactly 1: what is missing to 1 goes to the first issue, whose values are worth less
    # of it.
    weights = [Fraction(exact_text(top)) for top in tops]
    weights[0] = 1 - sum(weights[1:], Fraction(0))
    if weights[0] < tops[0] * (1 - Fraction(1, 10**12)):
        raise _impossible(profile, f"the best deal would be worth {float(sum(tops)):.12g}, more than 1")
    utilities, said = {}, {}
    for issue, worths, weight in zip(domain.utilities.space.issues, profile.worths, weights, strict=True):
        values = {
            option: _Number(_places(min(worth / weight, Fraction(1)) if weight else Fraction(0)))
            for option, worth in zip(issue.options, worths, strict=True)
        }
        utilities[issue.name] = {"DiscreteValueSetUtilities": {"valueUtilities": values}}
        said[issue.name] = _Number(exact_text(weight))
    return {
        "LinearAdditiveUtilitySpace": {
            "issueUtilities": utilities,
            "issueWeights": said,
            "domain": body,
            "name": profile.name,
            "reservationBid": _reservation(profile, domain),
        }
    }


def _places(number: Fraction) -> str:
    """Return a number between 0 and 1 with up to 30 places, more than any float tells apart."""
    digits = str(round(number * 10**PLACES)).rjust(PLACES + 1, "0")
    return f"{digits[:-PLACES]}.{digits[-PLACES:]}".rstrip("0").rstrip(".")


def _reservation(profile: Profile, domain: Domain) -> dict[str, Any] | None:
    if profile.reservation_deal is not None:
        return {"issuevalues": dict(profile.reservation_deal)}
    if not profile.reservation:
        return None
    import numpy as np

    from tracktwo.deals import listing

    space = domain.utilities.space
    if space.size <= MAX_LISTED:
        columns = listing.list_packages(space.sizes, 0, space.size)
        flat = np.array([float(w) for worths in profile.worths for w in worths])
        worth = flat[columns + np.array(space.offsets)].sum(axis=1)
        best = int(np.abs(worth - float(profile.reservation)).argmin())
        if abs(worth[best] - float(profile.reservation)) <= 1e-12:
            return {"issuevalues": space.deal(columns[best].tolist())}
    raise _impossible(
        profile,
        f"no deal is worth exactly its reservation value {float(profile.reservation):g}, and only a bid "
        f"can say it",
    )


def _impossible(profile: Profile, why: str) -> DomainError:
    return DomainError(f"{profile.name}'s preferences cannot be said in GeniusWeb", why=why)
