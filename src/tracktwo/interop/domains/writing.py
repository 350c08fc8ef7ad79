"""What both writers share: file names, numbers as text, and what cannot be said."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from tracktwo.errors import DomainError
from tracktwo.interop.cells import visible
from tracktwo.interop.domains.model import Domain
from tracktwo.vocabulary.utilities import DealIssue

LONGEST = 120  # bytes of a file's stem; most file systems take 255 with its ending
_NO_NAME = re.compile('[\x00-\x1f<>:"/\\\\|?*\N{REPLACEMENT CHARACTER}]')


def stem(name: str, number: int = 0) -> str:
    """Return a file stem for a party: its name, without what file systems do not take or terminals obey.

    ``number`` tells names apart that are too long for a file and alike where they are cut.
    """
    whole = _NO_NAME.sub("_", visible(name)).strip(". ") or "party"
    kept = whole.encode("utf-8")[:LONGEST].decode("utf-8", "ignore").strip(". ")
    return whole if kept == whole else f"{kept}~{number}"


def shown(domain: Domain) -> Domain:
    """Return a domain whose names hold nothing that XML cannot, or that steers a terminal.

    Raises
    ------
    DomainError
        If two options of an issue, or two issues, would then be written alike.
    """
    issues = [
        DealIssue(visible(issue.name), tuple(map(visible, issue.options)))
        for issue in domain.utilities.space.issues
    ]
    for names in ([issue.name for issue in issues], *(issue.options for issue in issues)):
        if len(set(names)) < len(names):
            raise DomainError("two names would be written alike", why=", ".join(names))
    space = replace(domain.utilities.space, issues=tuple(issues))
    return replace(
        domain,
        name=visible(domain.name),
        utilities=replace(domain.utilities, space=space),
        profiles=tuple(replace(one, name=visible(one.name)) for one in domain.profiles),
    )


def exact_text(number: Fraction) -> str:
    """Return a number as decimal text: exactly where it ends, else as the nearest float, which reads back the
    same.
    """
    denominator = number.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        return repr(float(number))
    places = 0
    while (number * 10**places).denominator != 1:
        places += 1
    if places > 40:
        return repr(float(number))
    digits = str(abs(int(number * 10**places))).rjust(places + 1, "0")
    whole, part = (digits[:-places], digits[-places:]) if places else (digits, "")
    return f"{'-' if number < 0 else ''}{whole}{'.' + part if part else ''}"


def prepare(domain: Domain, folder: Path, suffix: str) -> tuple[Path, list[Path]]:
    """Make the folder; return the path of the domain file and of each party's profile.

    Raises
    ------
    DomainError
        If two parties would share a file, or a file is already there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = [stem(profile.name, number) for number, profile in enumerate(domain.profiles, 1)]
    if len({name.casefold() for name in names}) < len(names):
        raise DomainError("two parties would be written to one file", where=str(folder), why=", ".join(names))
    main = stem(domain.name)
    if main.casefold() in {name.casefold() for name in names}:
        main += "-domain"
    paths = [folder / f"{name}{suffix}" for name in names]
    for path in (folder / f"{main}{suffix}", *paths):
        if path.exists():
            raise DomainError(
                "the file is already there", where=str(path), fix="Write to an empty folder, or remove it"
            )
    return folder / f"{main}{suffix}", paths
