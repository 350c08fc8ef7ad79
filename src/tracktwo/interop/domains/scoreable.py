"""Scoreable games: a line of integer scores an issue, the last line a threshold; roles in ``config.txt``."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from string import ascii_uppercase

from tracktwo.errors import DomainError, Where
from tracktwo.interop.domains import markup
from tracktwo.interop.domains.model import Domain, Game, Profile, assemble
from tracktwo.interop.domains.numbers import exact
from tracktwo.vocabulary.utilities import DealIssue

VETO_ROLES = ("p1", "p2")
CONVENTIONS = (
    "scores are summed as written; a party accepts a deal whose score reaches its threshold; "
    "a deal passes if p1 and p2 accept and at least n-1 of the n parties accept",
)


def is_game(folder: Path) -> bool:
    """Return whether a folder holds a scoreable game."""
    return (folder / "config.txt").is_file() and (folder / "scores_files").is_dir()


def read(folder: Path, chosen: Sequence[Path] | None = None) -> Domain:
    """Read the game in ``folder``.

    Parameters
    ----------
    folder : Path
        With ``config.txt`` and ``scores_files``.
    chosen : sequence of Path, optional
        Only these parties' score files, in this order; then no deal "passes", since the rule counts all
        parties.

    Raises
    ------
    DomainError
        If a party has no scores, or parties disagree on how many options there are.
    """
    seats = _seats(folder / "config.txt")
    if chosen is not None:
        by_file = {
            (folder / "scores_files" / f"{file}.txt").resolve(): (name, file, role)
            for name, file, role in seats
        }
        seats = [by_file.get(path.resolve(), (path.stem, path.stem, "player")) for path in chosen]
    files = [folder / "scores_files" / f"{file}.txt" for _, file, _ in seats]
    scores = [_scores(path) for path in files]
    sizes = [len(row) for row in scores[0][0]]
    for path, (rows, _) in zip(files, scores, strict=True):
        if [len(row) for row in rows] != sizes:
            raise DomainError(
                "the party scores other options than the first party",
                where=str(path),
                why=f"{[len(row) for row in rows]} options an issue against {sizes} in {files[0].name}",
            )
    letters = [_letter(i) for i in range(len(sizes))]
    issues = [
        DealIssue(a, tuple(f"{a}{k + 1}" for k in range(size)))
        for a, size in zip(letters, sizes, strict=True)
    ]
    profiles = tuple(
        Profile(name=name, path=path, worths=rows, reservation=threshold)
        for (name, _, _), path, (rows, threshold) in zip(seats, files, scores, strict=True)
    )
    vetoes = tuple(i for i, (_, _, role) in enumerate(seats) if role in VETO_ROLES)
    game = Game(vetoes, max(len(seats) - 1, 1)) if chosen is None else None
    return Domain(
        folder.name, "scoreable game", assemble(issues, profiles), profiles, game, conventions=CONVENTIONS
    )


def _letter(i: int) -> str:
    return ascii_uppercase[i] if i < len(ascii_uppercase) else f"Issue{i + 1}_"


def _seats(config: Path) -> list[tuple[str, str, str]]:
    seats = []
    for n, line in enumerate(markup.load(config).splitlines(), 1):
        fields = [part.strip() for part in line.split(",")]
        if not any(fields) or line.lstrip().startswith("#"):
            continue
        if len(fields) < 3:
            raise DomainError(
                "a party's line is too short", where=Where(str(config), n), why="it needs name, file, role"
            )
        seats.append((fields[0], fields[1].removesuffix(".txt"), fields[2].casefold()))
    if not seats:
        raise DomainError("there is no party", where=str(config))
    return seats


def _scores(path: Path) -> tuple[tuple[tuple[Fraction, ...], ...], Fraction]:
    rows = []
    for n, line in enumerate(markup.load(path).splitlines(), 1):
        if line.strip():
            cells = line.rstrip(", \t").split(",")
            rows.append(tuple(exact(cell, "a score", Where(str(path), n)) for cell in cells))
    if len(rows) < 2 or len(rows[-1]) != 1:
        raise DomainError(
            "the last line is no threshold",
            where=str(path),
            why="it should hold one number, after a line an issue",
        )
    return tuple(rows[:-1]), rows[-1][0]
