"""The word lists of linking, read once from the data files beside this one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return the data file ``name`` (without ``.toml``); shared, do not change it."""
    text = (files("tracktwo.record.linking") / "data" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def phrases(name: str) -> tuple[str, ...]:
    """Return one list of ``phrases.toml``."""
    return tuple(table("phrases")[name])


@cache
def pattern(words: tuple[str, ...], *, inflected: bool = True) -> re.Pattern[str]:
    """Return a pattern that finds any of ``words`` as whole words, longest first, any letter case.

    ``inflected`` also takes a plural or verb ending after the last word; a word ending in ``*`` takes any.
    """
    ending = "(?:e?s|e?d|ing)?" if inflected else ""
    parts = []
    for word in sorted(words, key=len, reverse=True):
        stem = re.escape(word.rstrip("*")).replace(r"\ ", r"\s+").replace("'", "['’]")
        parts.append(stem + (r"\w*" if word.endswith("*") else ending))
    return re.compile(r"(?<![\w-])(?:" + "|".join(parts) + r")(?![\w])", re.IGNORECASE)


def listed(name: str) -> re.Pattern[str]:
    """Return the pattern of one list of ``phrases.toml``."""
    return pattern(phrases(name))


def mentions(text: str | None, name: str) -> bool:
    """Whether ``text`` holds any entry of the list ``name`` of ``phrases.toml``."""
    return bool(text) and listed(name).search(text or "") is not None


def first_key(text: str, groups: Mapping[str, Iterable[str]]) -> str | None:
    """Return the key of the group whose word comes first in ``text``, or None."""
    found = [
        (match.start(), key)
        for key, words in groups.items()
        if (match := pattern(tuple(words)).search(text)) is not None
    ]
    return min(found)[1] if found else None
