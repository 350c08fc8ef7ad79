"""Write a domain as GENIUS XML."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from xml.sax.saxutils import quoteattr

from tracktwo.errors import DomainError
from tracktwo.interop.domains.model import Domain, Profile
from tracktwo.interop.domains.writing import exact_text, prepare, shown
from tracktwo.vocabulary.utilities import DealSpace, Rule

TINY = Fraction(1, 1000)


def write_genius(domain: Domain, folder: Path | str) -> tuple[Path, ...]:
    """Write one domain file and a profile a party; reading the folder gives the same utilities.

    Parties whose utilities are not capped at 1 are written in the Bar-Ilan dialect, which divides nothing.

    Returns
    -------
    tuple of Path
        The domain file first.

    Raises
    ------
    DomainError
        If preferences cannot be said in GENIUS, or a file is already there.
    """
    domain = shown(domain)
    space = domain.utilities.space
    texts = [_profile(profile, space, domain.name) for profile in domain.profiles]
    main, paths = prepare(domain, Path(folder), ".xml")
    integer = any(profile.rules for profile in domain.profiles)
    tree = _objective(
        domain.name, [_issue(space, i, None, integer=integer) for i in range(len(space.issues))]
    )
    main.write_text(
        f"<negotiation_template>\n<utility_space "
        f'number_of_issues="{len(space.issues)}">\n{tree}\n</utility_space>\n'
        "</negotiation_template>\n",
        encoding="utf-8",
    )
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return (main, *paths)


def _objective(name: str, lines: list[str]) -> str:
    inner = "\n".join(lines)
    return (
        f'<objective index="0" name={quoteattr(name)} type="objective" etype="objective" description="">\n'
        f"{inner}\n</objective>"
    )


def _issue(space: DealSpace, i: int, evaluations: list[str] | None, *, integer: bool = False) -> str:
    issue = space.issues[i]
    if integer:
        numbers = _integers(space, i)
        return (
            f'<issue index="{i + 1}" name={quoteattr(issue.name)} type="integer" etype="integer" '
            f'vtype="integer" '
            f'lowerbound="{numbers[0]}" upperbound="{numbers[-1]}"/>'
        )
    said = evaluations or [""] * len(issue.options)
    items = "\n".join(
        f'  <item index="{k + 1}" value={quoteattr(option)}{value}/>'
        for k, (option, value) in enumerate(zip(issue.options, said, strict=True))
    )
    kinds = 'type="discrete" etype="discrete" vtype="discrete"'
    return f'<issue index="{i + 1}" name={quoteattr(issue.name)} {kinds}>\n{items}\n</issue>'


def _profile(profile: Profile, space: DealSpace, name: str) -> str:
    if profile.rules:
        attribute, lines, tail = _rectangles(profile, space)
    else:
        attribute, lines, tail = "", *_additive(profile, space)
    root = [_objective(name, lines)]
    if profile.reservation is not None:
        root.append(f'<reservation value="{exact_text(profile.reservation)}"/>')
    if profile.discount != 1:
        root.append(f'<discount_factor value="{exact_text(profile.discount)}"/>')
    return f"<utility_space{attribute}>\n" + "\n".join([*root, *tail]) + "\n</utility_space>\n"


def _additive(profile: Profile, space: DealSpace) -> tuple[list[str], list[str]]:
    plain = profile.cap is None
    lines, weights = [], []
    for i, worths in enumerate(profile.worths):
        top = max(worths)
        if plain or not any(worths):
            weight = Fraction(1) if plain else Fraction(0)
            values = list(worths)
        elif top <= 0:
            raise DomainError(
                f"{profile.name}'s preferences cannot be said in GENIUS",
                why=f"no value of issue {space.issues[i].name!r} is worth more than 0, and some less",
            )
        else:
            # GENIUS takes evaluations whose largest is below 1e-5 for 0: only their ratio matters, so lift
            # them.
            weight, lift = top, 10**12 if top < TINY else 1
            values = [worth * lift for worth in worths]
        lines.append(_issue(space, i, [f' evaluation="{exact_text(value)}"' for value in values]))
        weights.append(f'<weight index="{i + 1}" value="{exact_text(weight)}"/>')
    tail = []
    if plain:
        tail = ['<weightmultiplyer value="1"/>', f'<timeeffect value="{exact_text(profile.time_effect)}"/>']
        if profile.opt_out is not None:
            tail.append(f'<optout value="{exact_text(profile.opt_out)}"/>')
    return [*lines, *weights], tail


def _rectangles(profile: Profile, space: DealSpace) -> tuple[str, list[str], list[str]]:
    if any(rule.zeroes or rule.drops for rule in profile.rules) or any(any(w) for w in profile.worths):
        raise DomainError(
            f"{profile.name}'s preferences cannot be said in GENIUS",
            why="they are neither a plain sum nor a sum of hyper-rectangles",
        )
    lines = [_issue(space, i, None, integer=True) for i in range(len(space.issues))]
    boxes = "\n".join(_rectangle(rule, space, profile.name) for rule in profile.rules)
    lines.append(
        f'<utility maxutility="1">\n<ufun type="PlainUfun" aggregation="sum" '
        f'weight="1">\n{boxes}\n</ufun>\n</utility>'
    )
    return ' type="nonlinear"', lines, []


def _rectangle(rule: Rule, space: DealSpace, name: str) -> str:
    bounds = []
    for i, options in rule.when:
        chosen = sorted(options)
        numbers = _integers(space, i)
        if not chosen:
            bounds.append(f'<INCLUDES index="{i + 1}" min="{numbers[-1] + 1}" max="{numbers[-1] + 1}"/>')
        elif chosen != list(range(chosen[0], chosen[-1] + 1)):
            raise DomainError(f"{name}'s preferences cannot be said in GENIUS", why="a box has a gap in it")
        else:
            low, high = numbers[chosen[0]], numbers[chosen[-1]]
            bounds.append(f'<INCLUDES index="{i + 1}" min="{low}" max="{high}"/>')
    return f'<hyperRectangle utility="{rule.worth!r}">{"".join(bounds)}</hyperRectangle>'


def _integers(space: DealSpace, i: int) -> list[int]:
    options = space.issues[i].options
    try:
        numbers = [int(option) for option in options]
    except ValueError:
        numbers = []
    if not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        raise DomainError(
            "these preferences cannot be said in GENIUS",
            why=f"conditions over several issues need whole numbers in a row, and "
            f"{space.issues[i].name!r} has none",
        )
    return numbers
