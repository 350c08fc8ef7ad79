"""Fighting: whether a report tells of armed conflict, where "cleared" and "operations" are meant hard.

In a report of a labour dispute or a trade round the same words are figures of speech or plain business.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from itertools import islice

ENOUGH = 2


@cache
def _pattern() -> re.Pattern[str]:
    source = files("tracktwo.reading.acts") / "objects.toml"
    words = tomllib.loads(source.read_text(encoding="utf-8"))["fighting"]
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
