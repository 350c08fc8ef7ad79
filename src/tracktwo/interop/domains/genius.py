"""GENIUS XML: domain files and the profiles of parties (additive, Bar-Ilan, nonlinear, constraint)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from tracktwo.errors import DomainError, Where
from tracktwo.interop.domains import markup
from tracktwo.interop.domains.genius_constraints import constraint_preferences
from tracktwo.interop.domains.genius_issues import RawIssue, evaluate, folded, read_issues
from tracktwo.interop.domains.genius_rectangles import rectangle_rules
from tracktwo.interop.domains.markup import Element
from tracktwo.interop.domains.model import Profile
from tracktwo.interop.domains.numbers import exact, lenient
from tracktwo.vocabulary.utilities import DealIssue, Rule

PREFERENCE_TAGS = {"weight", "evaluator", "ufun", "rules", "utility"}
BAR_ILAN_TAGS = {"weightmultiplyer", "weightmultiplier", "optout", "timeeffect"}


@dataclass(frozen=True, slots=True)
class GeniusFile:
    """One XML file: ``prefers`` where it says what deals are worth, ``domain`` where it is written as one."""

    path: Path
    space: Element
    issues: tuple[RawIssue, ...]
    prefers: bool
    domain: bool

    @property
    def is_profile(self) -> bool:
        """Whether it holds preferences and is not written as a domain."""
        return self.prefers and not self.domain


def open_file(path: Path) -> GeniusFile | None:
    """Read one XML file; None where it is neither a GENIUS domain nor a profile.

    Raises
    ------
    DomainError
        If it is one, but broken.
    """
    tree = markup.parse(markup.load(path), str(path))
    elements = list(tree.walk())
    template = next((e for e in elements if e.tag == "negotiation_template"), None)
    space = next((e for e in (template or tree).walk() if e.tag == "utility_space"), None)
    if space is None:
        return None
    below = list(space.walk())
    prefers = any(e.tag in PREFERENCE_TAGS or "evaluation" in e.attributes for e in below)
    return GeniusFile(path, space, read_issues(space, str(path)), prefers, template is not None)


def deal_issues(issues: Sequence[RawIssue]) -> tuple[DealIssue, ...]:
    """Return the issues with names made unique: GENIUS tells issues apart by index, not by name."""
    seen: dict[str, int] = {}
    named = []
    for issue in issues:
        seen[issue.name] = count = seen.get(issue.name, 0) + 1
        named.append(DealIssue(issue.name if count == 1 else f"{issue.name} ({count})", issue.options))
    return tuple(named)


def read_profile(profile: GeniusFile, domain: Sequence[RawIssue]) -> Profile:
    """Return one party's preferences over the issues of ``domain``.

    Raises
    ------
    DomainError
        If an issue or value of the domain has no counterpart or no evaluation in the profile.
    """
    file, root = str(profile.path), profile.space
    notes: list[str] = []
    own = match_issues(domain, profile.issues, file)
    kind = (root.get("type") or "").lower()
    cap: float | None = 1.0
    rules: tuple[Rule, ...] = ()
    if kind == "nonlinear" or _below_objectives(root, "ufun"):
        worths = tuple(tuple(Fraction(0) for _ in issue.options) for issue in domain)
        rules = rectangle_rules(root, domain, own, file)
    elif kind == "constraint" or _below_objectives(root, "rules"):
        worths, rules = constraint_preferences(root, domain, own, file)
    else:
        bar_ilan = any(child.tag in BAR_ILAN_TAGS for child in root.children)
        cap = None if bar_ilan else 1.0
        worths = _weighted(domain, own, _multiplier(root, file) if bar_ilan else None, profile.path, notes)
    return Profile(
        name=profile.path.stem,
        path=profile.path,
        worths=worths,
        rules=rules,
        cap=cap,
        reservation=_optional(root, "reservation", file, notes),
        discount=_discount(root),
        time_effect=_optional(root, "timeeffect", file, notes) or Fraction(0),
        opt_out=_optional(root, "optout", file, notes),
        notes=tuple(notes),
    )


def match_issues(domain: Sequence[RawIssue], own: Sequence[RawIssue], file: str) -> tuple[RawIssue, ...]:
    """Return the profile's counterpart of each issue of the domain: by index, else by name, else by place.

    Raises
    ------
    DomainError
        If neither way gives every issue a counterpart with the same values.
    """
    by_index = {issue.index: issue for issue in own}
    by_name = {folded(issue.name): issue for issue in own}
    ways = (
        [by_index.get(issue.index) for issue in domain],
        [by_name.get(folded(issue.name)) for issue in domain],
        list(own) if len(own) == len(domain) else [None],
    )
    missing = ""
    for way in ways:
        matched = [issue for issue in way if issue is not None]
        if len(matched) < len(domain) or len({id(issue) for issue in matched}) < len(domain):
            continue
        lacking = _lacking(domain, matched)
        if not lacking:
            return tuple(matched)
        missing = missing or lacking
    raise DomainError(
        "the profile does not belong to this domain",
        where=file,
        why=missing or f"it has {len(own)} issues, the domain {len(domain)}",
        fix="Name the profiles of one domain with --profile, or move other domains out of the folder",
    )


def _lacking(domain: Sequence[RawIssue], own: Sequence[RawIssue]) -> str:
    for theirs, ours in zip(domain, own, strict=True):
        known = {folded(option) for option in ours.options}
        for option in theirs.options:
            if folded(option) not in known:
                return f"value {option!r} of issue {theirs.name!r} has no evaluation"
    return ""


def pick(options: Sequence[str], values: Mapping[str, Fraction]) -> tuple[Fraction, ...]:
    """Return the value of each option, by its text, else without regard to capitals and spacing."""
    alike = {folded(option): value for option, value in values.items()}
    return tuple(values[o] if o in values else alike[folded(o)] for o in options)


def _weighted(
    domain: Sequence[RawIssue],
    own: Sequence[RawIssue],
    multiplier: Fraction | None,
    path: Path,
    notes: list[str],
) -> tuple[tuple[Fraction, ...], ...]:
    worths = []
    total = Fraction(0)
    for theirs, ours in zip(domain, own, strict=True):
        weight = _weight(ours, str(path), notes)
        total += weight
        values = evaluate(ours, str(path), by_maximum=multiplier is None)
        factor = weight if multiplier is None else weight * multiplier
        worths.append(tuple(factor * v for v in pick(theirs.options, values)))
    if total != 1 and abs(float(total) - 1) > 1e-9:
        notes.append(f"{path.name}: the weights sum to {float(total):.6g}; they are taken as written")
    return tuple(worths)


def _weight(issue: RawIssue, file: str, notes: list[str]) -> Fraction:
    for element in issue.parent.all("weight"):
        if element.get("index") == issue.element.get("index"):
            return exact(
                element.get("value"), f"the weight of issue {issue.name!r}", Where(file, element.line)
            )
    notes.append(f"{Path(file).name}: issue {issue.name!r} has no weight and counts nothing")
    return Fraction(0)


def _multiplier(root: Element, file: str) -> Fraction:
    for element in root.all("weightmultiplyer", "weightmultiplier"):
        return exact(element.get("value"), "the weight multiplier", Where(file, element.line))
    return Fraction(1)


def _optional(root: Element, tag: str, file: str, notes: list[str]) -> Fraction | None:
    element = root.first(tag)
    if element is None:
        return None
    value = lenient(element.get("value"))
    if value is None:
        notes.append(f"{Path(file).name}:{element.line}: <{tag}> holds no number and is left aside")
    return value


def _discount(root: Element) -> Fraction:
    element = root.first("discount_factor")
    value = lenient(element.get("value")) if element else None
    return value if value is not None and 0 < value <= 1 else Fraction(1)


def _below_objectives(root: Element, tag: str) -> bool:
    return any(element.tag == tag for element in root.walk())
