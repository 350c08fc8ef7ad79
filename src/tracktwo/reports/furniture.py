"""Furniture: what publishers put around a report, told by patterns in a data file."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from tracktwo.errors import ReportError

_SCOPES = ("line", "start", "end")
_PLACES = ("any", "top", "bottom")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of furniture: its name, where it may stand, and the expression that finds it."""

    name: str
    scope: str
    where: str
    match: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Found:
    """Furniture found in a piece of text: span there (half open), name, and the words of date and place."""

    start: int
    end: int
    name: str
    date: str | None = None
    place: str | None = None


@cache
def patterns(extra: Path | None = None) -> tuple[Pattern, ...]:
    """Load the furniture patterns.

    Parameters
    ----------
    extra : pathlib.Path, optional
        A TOML file of the user's own, tried before the shipped patterns.

    Returns
    -------
    tuple of Pattern
        In the order they are tried.

    Raises
    ------
    ReportError
        If the user's file cannot be read or a pattern in it is wrong.
    """
    shipped = files("tracktwo.reports").joinpath("data/furniture.toml").read_text("utf-8")
    own = _parse(_read(extra), str(extra)) if extra is not None else ()
    return own + _parse(shipped, "furniture.toml")


def find(text: str, scope: str, where: str, among: tuple[Pattern, ...]) -> Found | None:
    """Find furniture in a piece of text.

    Parameters
    ----------
    text : str
        A paragraph, or what is left of it.
    scope : {"line", "start", "end"}
        Whether the whole piece, its front or its end is asked about.
    where : {"top", "middle", "bottom"}
        Where in the report the piece stands: before its first sentence, after its last, or between.
    among : tuple of Pattern
        The patterns to try.

    Returns
    -------
    Found or None
        The first pattern's find.
    """
    for pattern in among:
        if pattern.scope != scope or pattern.where not in ("any", where):
            continue
        hit = _apply(pattern, text)
        if hit is not None and hit.end() > hit.start():
            groups = hit.groupdict()
            return Found(hit.start(), hit.end(), pattern.name, groups.get("date"), groups.get("place"))
    return None


def _apply(pattern: Pattern, text: str) -> re.Match[str] | None:
    if pattern.scope == "line":
        return pattern.match.fullmatch(text)
    if pattern.scope == "start":
        return pattern.match.match(text)
    hits = [hit for hit in pattern.match.finditer(text) if hit.end() == len(text)]
    # What is glued to the end begins after the end of a sentence; elsewhere the words belong to the report.
    if hits and re.search(r"[.!?…][\"'”’)\]]*\s+$", text[: hits[0].start()]):
        return hits[0]
    return None


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReportError(
            "the file of furniture patterns cannot be read",
            where=str(path),
            why=str(error),
            fix="Check its path",
        ) from error


def _parse(text: str, where: str) -> tuple[Pattern, ...]:
    try:
        entries = tomllib.loads(text).get("furniture", [])
        return tuple(_pattern(entry) for entry in entries)
    except (tomllib.TOMLDecodeError, re.error, KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReportError(
            "a furniture pattern is wrong",
            where=where,
            why=f"{type(error).__name__}: {error}",
            fix="Each [[furniture]] needs name, scope (line, start, end), match; where: any, top, bottom",
        ) from error


def _pattern(entry: dict[str, Any]) -> Pattern:
    scope, where = entry["scope"], entry.get("where", "any")
    if scope not in _SCOPES or where not in _PLACES:
        raise ValueError(f"scope {scope!r}, where {where!r}")
    return Pattern(str(entry["name"]), scope, where, re.compile(entry["match"], re.IGNORECASE))
