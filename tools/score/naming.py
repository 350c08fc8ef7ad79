"""When two names mean one actor: canonical names, their other writings, persons by surname."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from texts import GOLD

PRONOUNS = frozenset(["he", "she", "it", "they", "him", "her", "them", "who", "which", "this", "that"])


def same_name(gold: str, given: str, *, person: bool = False) -> bool:
    """Whether two names mean the same; for a person the surname (the last word) is enough."""
    one, two = canonical(gold), canonical(given)
    if one == two:
        return True
    return person and one.split()[-1:] == two.split()[-1:] != []


def canonical(name: str) -> str:
    """The name folded, without article, under its canonical writing."""
    folded = fold(name)
    return aliases().get(folded, folded)


def fold(name: str) -> str:
    """Small letters, no accents, no article, single blanks."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return re.sub(r"^the ", "", " ".join(plain.replace("’", "'").split()))


@cache
def aliases() -> dict[str, str]:
    """Other writings to canonical ones, folded (``gold/names.tsv``)."""
    found: dict[str, str] = {}
    for line in (GOLD / "names.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, others = line.partition("\t")
            found |= {fold(other): fold(name) for other in others.split("|") if other}
    return found


@cache
def neither_way() -> frozenset[str]:
    """Actors whose bulletin rows count neither way (``gold/neither_way.txt``)."""
    lines = (GOLD / "neither_way.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(canonical(line) for line in lines if line and not line.startswith("#"))
