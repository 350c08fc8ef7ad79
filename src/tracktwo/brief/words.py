"""Our own neutral words for acts, hedges and stages (data in ``data/words.toml``), and quoting."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any, Literal

Direction = Literal["for", "against", "tables", "asks", "other"]


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


_LAST_PREPOSITION = re.compile(r" (?:on|to|of|about|over|against|for)$")
_STRAIGHT_PAIR = re.compile(r"\"([^\"]*)\"")


@cache
def _words() -> dict[str, Any]:
    text = resources.files("tracktwo.brief").joinpath("data/words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def verb_phrase(act: str, modality: str | None = None, *, many: bool = False, bare: bool = False) -> str:
    """Return "supports", "would accept", "do not oppose": an act with its hedge kept.

    Parameters
    ----------
    act : str
        A value of `vocabulary.Act`; an unknown one is returned as it is.
    modality : str, optional
        A value of `vocabulary.Modality`; null reads as asserted.
    many : bool
        True for a plural subject.
    bare : bool
        True where no object follows: "votes on" becomes "votes".
    """
    forms = _words()["acts"].get(act)
    if forms is None:
        return act.replace("_", " ")
    patterns = _words()["modalities"]
    hedge = None if content_hedge(act, modality) else modality
    pattern: str = (patterns.get(hedge) or patterns["asserted"])["many" if many else "one"]
    phrase = pattern.format(base=forms[0], third=forms[1], ing=forms[2])
    return _LAST_PREPOSITION.sub("", phrase) if bare else phrase


def content_hedge(act: str, modality: str | None) -> str | None:
    """Return the hedge that belongs to what is said rather than to saying it, else null."""
    speech = _words()["speech"]
    return modality if act in speech["acts"] and modality in speech["hedges"] else None


def direction(act: str | None, modality: str | None = None) -> Direction:
    """Return which way a reported act points; "other" where it points nowhere or is only hedged away."""
    if act is None or modality in ("negated", "denied"):
        return "other"
    for name, acts in _words()["directions"].items():
        if act in acts:
            found: Direction = name
            return found
    return "other"


def stage_sentence(stage: str, name: str, by: str | None, to: str | None, when: str) -> str:
    """Return a sentence, without its full stop, on how far a proposal is reported to have come."""
    patterns = _words()["stages"].get(stage) or _words()["stages"]["outlined"]
    pattern: str = patterns["by" if by else "none"]
    return pattern.format(name=name, by=by, to=f" to {to}" if to else "", when=when)


def day_words(date: str | None) -> str:
    """Return "2 March 2031" for an ISO date; anything else as it is, "undated" for null."""
    if date is None:
        return "undated"
    try:
        day = dt.date.fromisoformat(date[:10])
    except ValueError:
        return date
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def is_vague(extent: str) -> bool:
    """Say whether words of extent leave open how much or how long they mean."""
    words = set(re.findall(r"[a-z]+", extent.lower()))
    return not any(c.isdigit() for c in extent) and bool(words & set(_words()["vague"]["extents"]))


def quoted(text: str, limit: int = 0) -> str:
    """Return ``text`` on one line in quotation marks; cut at a word with an ellipsis beyond ``limit``."""
    flat = " ".join(text.split())
    if limit and len(flat) > limit:
        flat = flat[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    inner = flat.replace("“", "‘").replace("”", "’")
    inner = _STRAIGHT_PAIR.sub(r"‘\1’", inner).replace('"', "’")
    return f"“{inner}”"


def noted(words: str) -> str:
    """Return a report's words in quotation marks; what we noted behind them in brackets stays outside."""
    found = re.fullmatch(r"(.+?) (\([^()]*\))", words)
    return f"{quoted(found[1])} {found[2]}" if found else quoted(words)


def listed(items: Sequence[str], word: str = "and") -> str:
    """Return "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return "no reports", "1 report", "2 reports"."""
    noun = one if number == 1 else many or f"{one}s"
    return f"{number or 'no'} {noun}"


def capital(text: str) -> str:
    """Return ``text`` with its first letter as a capital, the rest untouched."""
    return text[:1].upper() + text[1:]
