"""A folder of domain files: find out what it is, match profiles to their domain, and read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from tracktwo.errors import DomainError
from tracktwo.interop.domains import genius, geniusweb, jsons, negolog, scoreable
from tracktwo.interop.domains.model import Domain, Profile, assemble
from tracktwo.vocabulary.utilities import DealIssue

GENIUS_CONVENTIONS = (
    "GENIUS: a discrete value's evaluation is divided by the largest of its issue, utilities are capped "
    "at 1, "
    "a real issue is looked at on 21 equidistant values; no reservation value means 0; time discounts are "
    "left "
    "aside (results are at time 0)",
)
GENIUSWEB_CONVENTIONS = (
    "GeniusWeb: utilities are taken as written, a missing value counts 0, the reservation is the utility "
    "of the "
    "reservation bid and 0 without one; utilities are capped at 1",
)
T = TypeVar("T")
NEGOLOG_CONVENTIONS = ("NegoLog: utilities are weights times values as written, capped at 1",)


@dataclass(frozen=True, slots=True)
class _Found:
    """One domain of the folder with the profiles that fit it."""

    name: str
    format: str
    issues: tuple[DealIssue, ...]
    profiles: tuple[Profile, ...]
    rejected: tuple[str, ...]
    conventions: tuple[str, ...]


def read(folder: Path | str, profiles: Sequence[Path | str] = ()) -> Domain:
    """Read the negotiation domain in a folder.

    Parameters
    ----------
    folder : Path or str
        Holding one domain of any known kind: GENIUS XML, GeniusWeb JSON, NegoLog JSON, a scoreable game.
    profiles : sequence of Path or str
        The parties, in this order: file names in the folder, or paths. Without any, every profile of the
        folder is a party, in the natural order of file names.

    Returns
    -------
    Domain

    Raises
    ------
    DomainError
        If there is no domain or no profile, if profiles belong to different domains, or a named profile is
        broken.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise DomainError("this is no folder", where=str(folder), fix="Name the folder that holds the domain")
    given, folder = folder, _holding(folder)
    if scoreable.is_game(folder):
        return scoreable.read(folder, [_locate(folder / "scores_files", p, folder) for p in profiles] or None)
    chosen = [_locate(folder, p, given) for p in profiles]
    loader = _Loader(chosen)
    loader.open_all([*chosen, *_files(folder)])
    if not loader.profiles and len(below := _folders(folder)) == 1:
        loader.open_all(_files(below[0]))
    found = _choose(loader.domains(), folder)
    if chosen and len(found.profiles) < len(set(chosen)):
        raise DomainError(
            "the named profiles do not belong together",
            where=str(folder),
            why=found.rejected[0] if found.rejected else "they are of different kinds",
        )
    by_path = {profile.path.resolve(): profile for profile in found.profiles}
    members = [by_path[path.resolve()] for path in chosen] if chosen else found.profiles
    named = _unique_names(members)
    return Domain(
        name=found.name,
        format=found.format,
        utilities=assemble(found.issues, named),
        profiles=named,
        notes=tuple(note for profile in named for note in profile.notes),
        skipped=(*loader.broken, *found.rejected),
        conventions=found.conventions,
    )


def _holding(folder: Path) -> Path:
    """Return the folder itself, or the only one inside it where it holds nothing but that."""
    while not scoreable.is_game(folder) and not _files(folder):
        below = _folders(folder)
        if len(below) != 1:
            break
        folder = below[0]
    return folder


def _files(folder: Path) -> list[Path]:
    """Return the files that may hold a domain or a profile, in natural order."""
    kinds = (".xml", ".json")
    return sorted(
        (path for path in folder.iterdir() if path.is_file() and path.suffix.casefold() in kinds), key=natural
    )


def _folders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))


def natural(path: Path) -> tuple[tuple[int, int, str], ...]:
    """Return a sorting key that puts ``util2`` before ``util10``."""
    parts = re.split(r"(\d+)", path.stem.casefold())
    return tuple((1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts)


def _locate(folder: Path, profile: Path | str, *others: Path) -> Path:
    for candidate in (folder / profile, *(other / profile for other in others), Path(profile)):
        for path in (
            candidate,
            *(candidate.with_name(candidate.name + end) for end in (".xml", ".json", ".txt")),
        ):
            if path.is_file():
                return path
    raise DomainError("there is no such profile", where=str(profile), why=f"nor in {folder}")


class _Loader:
    """Opens files one by one and sorts them by what they are; named profiles must be sound, others may be
    broken.
    """

    def __init__(self, chosen: Sequence[Path]) -> None:
        self.chosen = {path.resolve() for path in chosen}
        self.genius_domains: list[genius.GeniusFile] = []
        self.genius_profiles: list[genius.GeniusFile] = []
        self.web_domains: list[tuple[Path, Any]] = []
        self.web_profiles: list[geniusweb.WebProfile] = []
        self.negolog_profiles: list[tuple[Path, Any]] = []
        self.broken: list[str] = []

    @property
    def profiles(self) -> bool:
        """Whether any file so far says what a deal is worth to somebody."""
        kept = (self.genius_profiles, self.web_profiles, self.negolog_profiles)
        return any(kept) or any(one.prefers for one in self.genius_domains)

    def open_all(self, paths: Sequence[Path]) -> None:
        """Open files, each once."""
        once: dict[Path, Path] = {}
        for path in paths:
            once.setdefault(path.resolve(), path)
        for path in once.values():
            self.open(path)

    def open(self, path: Path) -> None:
        """Open one file and keep it with its kind."""
        named = path.resolve() in self.chosen
        try:
            known = self._sort(path, wanted=named or not self.chosen)
            if named and not known:
                raise DomainError(
                    "this is no profile", where=str(path), why="no preferences are written in it"
                )
        except DomainError as error:
            if named:
                raise
            # With parties named, a broken bystander is none of the user's business.
            if not self.chosen:
                self.broken.append(str(error))

    def _sort(self, path: Path, *, wanted: bool) -> bool:
        if path.suffix.casefold() == ".xml":
            opened = genius.open_file(path)
            if opened and not opened.is_profile:
                self.genius_domains.append(opened)
            # A named file may be written as a domain and hold preferences all the same.
            named = path.resolve() in self.chosen
            if opened and opened.prefers and wanted and (named or opened.is_profile):
                self.genius_profiles.append(opened)
                return True
        elif path.suffix.casefold() == ".json":
            return self._sort_json(path, wanted)
        return False

    def _sort_json(self, path: Path, wanted: bool) -> bool:
        content = jsons.load(path)
        if geniusweb.is_domain(content):
            self.web_domains.append((path, content))
        elif not wanted:
            return False
        elif negolog.is_profile(content):
            self.negolog_profiles.append((path, content))
            return True
        elif profile := geniusweb.profile_of(content, path):
            self.web_profiles.append(profile)
            return True
        return False

    def domains(self) -> list[_Found]:
        """Return every domain of the folder with the profiles that fit it."""
        return [*self._genius(), *self._geniusweb(), *self._negolog()]

    def _genius(self) -> list[_Found]:
        profiles = self.genius_profiles or [one for one in self.genius_domains if one.prefers]
        found = []
        for domain in self.genius_domains or profiles[:1]:
            fitting, rejected = _fit(profiles, partial(genius.read_profile, domain=domain.issues))
            found.append(
                _Found(
                    domain.path.stem,
                    "GENIUS XML",
                    genius.deal_issues(domain.issues),
                    fitting,
                    rejected,
                    GENIUS_CONVENTIONS,
                )
            )
        return found

    def _geniusweb(self) -> list[_Found]:
        profiles = self.web_profiles
        domains = list(self.web_domains)
        if not domains and profiles and "domain" in profiles[0].body:
            domains = [(profiles[0].path, profiles[0].body["domain"])]
        found = []
        for path, content in domains:
            issues = geniusweb.domain_issues(content, path)
            fitting, rejected = _fit(profiles, partial(geniusweb.read_profile, issues=issues))
            found.append(
                _Found(path.stem, "GeniusWeb JSON", issues, fitting, rejected, GENIUSWEB_CONVENTIONS)
            )
        return found

    def _negolog(self) -> list[_Found]:
        if not self.negolog_profiles:
            return []
        path, content = self.negolog_profiles[0]
        issues = negolog.profile_issues(content, path)
        fitting, rejected = _fit(
            self.negolog_profiles, lambda one: negolog.read_profile(one[1], one[0], issues)
        )
        return [_Found(path.parent.name, "NegoLog JSON", issues, fitting, rejected, NEGOLOG_CONVENTIONS)]


def _fit(items: Sequence[T], read_one: Callable[[T], Profile]) -> tuple[tuple[Profile, ...], tuple[str, ...]]:
    fitting, rejected = [], []
    for item in items:
        try:
            fitting.append(read_one(item))
        except DomainError as error:
            rejected.append(str(error))
    return tuple(fitting), tuple(rejected)


def _choose(found: list[_Found], folder: Path) -> _Found:
    if not found:
        raise DomainError(
            "there is no negotiation domain here",
            where=str(folder),
            why=_inside(folder),
            fix="Known kinds: GENIUS XML, GeniusWeb JSON, NegoLog JSON, scoreable games",
        )
    best = max(found, key=lambda one: len(one.profiles))
    if not best.profiles:
        raise DomainError(
            "there is a domain but no profile that fits it",
            where=str(folder),
            why=best.rejected[0] if best.rejected else "no file says what a deal is worth to anybody",
        )
    covered = {profile.path for profile in best.profiles}
    for other in found:
        strangers = [profile.path.name for profile in other.profiles if profile.path not in covered]
        if strangers:
            raise DomainError(
                "the folder holds several domains",
                where=str(folder),
                why=f"{best.name} with {', '.join(sorted(p.name for p in covered))}; "
                f"{other.name} with {', '.join(strangers)}",
                fix="Name the parties with --profile, once each",
            )
    return best


def _inside(folder: Path) -> str:
    below = sorted(path.name for path in folder.iterdir() if path.is_dir())
    return f"its folders are {', '.join(below[:5])}" if below else "no file in it is a domain or a profile"


def _unique_names(profiles: Sequence[Profile]) -> tuple[Profile, ...]:
    counts: dict[str, int] = {}
    named = []
    for profile in profiles:
        counts[profile.name] = n = counts.get(profile.name, 0) + 1
        named.append(profile if n == 1 else replace(profile, name=f"{profile.name} ({n})"))
    return tuple(named)
