"""Plenary: whether a report is one of a standing meeting, where "delegates" and "the Chair" are nobody.

Everywhere else delegates who gather, or states that agree, are people without a name.
"""

from __future__ import annotations

import re
from itertools import islice

ENOUGH = 5
_STANDING = re.compile(
    r"\b(?:delegates|delegations|plenary|contact groups?|working groups?|co-chairs?|secretariat|parties)\b",
    re.IGNORECASE,
)


def sits_in_plenary(text: str) -> bool:
    """Whether at least five standing words of a meeting are in a text.

    Examples
    --------
    >>> sits_in_plenary("Delegates from the valley gathered in the old cathedral.")
    False
    >>> sits_in_plenary("In plenary, delegates heard the Co-Chairs. The contact group met; delegates agreed.")
    True
    """
    return len(list(islice(_STANDING.finditer(text), ENOUGH))) == ENOUGH
