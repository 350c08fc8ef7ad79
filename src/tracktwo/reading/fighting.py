"""Fighting: whether a report tells of armed conflict, where "cleared" and "operations" are meant hard.

In a report of a labour dispute or a trade round the same words are figures of speech or plain business.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from tracktwo.reading.datafiles import data_of

ENOUGH = 2


@cache
def _pattern() -> re.Pattern[str]:
    words = data_of("tracktwo.reading.acts", "objects.toml")["fighting"]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")


def tells_of_fighting(text: str) -> bool:
    """Whether at least two words of armed conflict stand in a text.

    Examples
    --------
    >>> tells_of_fighting("Militants shelled the town; airstrikes followed.")
    True
    >>> tells_of_fighting("The union fought the cuts.")
    False
    """
    return len(list(islice(_pattern().finditer(text.lower()), ENOUGH))) == ENOUGH
