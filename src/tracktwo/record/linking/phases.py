"""Packages that are to lead to something further: "lays the groundwork for wider negotiations"."""

from __future__ import annotations

import re

from tracktwo.record.linking.material import Material
from tracktwo.record.linking.wordlists import listed, phrases
from tracktwo.record.linking.words import tidy
from tracktwo.vocabulary import Claim


def opened(material: Material, claim: Claim) -> tuple[str, int] | None:
    """Return what a claim says a proposal leads to, and where in the stored text that begins.

    Returns
    -------
    tuple of str and int, or None
        The words after those of the phase, up to the next clause; an offset in code points.
    """
    start = min(claim.predicate_start, claim.object_start or claim.predicate_start)
    end = max(claim.predicate_end, claim.object_end or claim.predicate_end)
    text = material.by_key[claim.report].text[start:end]
    found = listed("phases").search(text)
    if found is None:
        return None
    rest = text[found.end() :]
    stop = re.search(r"\b(?:" + "|".join(phrases("phases_end")) + r")\b|[,;.]", rest)
    return tidy(rest[: stop.start()] if stop else rest), start + found.end()
