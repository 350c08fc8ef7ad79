"""Headings told by their looks: marked, in capitals, in title case, or a line of its own without a stop."""

from __future__ import annotations

import re

from tracktwo.reports.language import ends_open
from tracktwo.reports.layout import ITEM

_HASHES = re.compile(r"#{1,6}\s+\S")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_STOPPED = re.compile(r"(?:[.!?…][\"'”’)\]]*|[,;])$")
_SHORT, _LONG = 14, 25  # words a heading has at most, in ordinary letters and in capitals
_CAPITALISED = 0.6  # share of the words that title case capitalises


def is_marked(text: str) -> bool:
    """Whether a line is a Markdown heading.

    Parameters
    ----------
    text : str
        The line without the white space around it.

    Returns
    -------
    bool
        True for one to six ``#`` and a title.
    """
    return _HASHES.match(text) is not None


def looks_like_heading(text: str, *, alone: bool, followed: bool, first: bool = False) -> bool:
    """Whether a paragraph has the looks of a heading.

    Parameters
    ----------
    text : str
        The paragraph on one line, without the white space around it.
    alone : bool
        Whether blank lines or the text's ends stand on both sides.
    followed : bool
        Whether running text comes next; without it a line in ordinary letters may be a cut-off sentence.
    first : bool
        Whether nothing stands before it: such a line may ask a question.

    Returns
    -------
    bool
        True for capitals, title case, or a short line of its own, none of them ending like a sentence.
    """
    words = _WORD.findall(text)
    if not words or len(words) > _LONG or ITEM.match(text) or ends_open(words[-1]):
        return False
    if text.upper() == text and any(len(word) > 1 for word in words):
        return not re.search(r"[.,;][\"'”’)\]]*$", text)
    asks = (
        text.endswith("?") and alone and followed and first and len(words) <= 12
    )  # "Two clubs, one future?"
    if len(words) > _SHORT or (_STOPPED.search(text) and not asks) or text[0].islower():
        return False
    weighty = [word for word in words if len(word) > 3]
    titled = sum(word[0].isupper() for word in weighty) / len(weighty) if weighty else 0.0
    if text.endswith(":"):
        return alone and followed and titled == 1.0  # "Next Steps:", but not "The minister said:"
    if titled >= _CAPITALISED and (len(words) > 1 or alone):
        return True
    return alone and followed and len(words) <= 12
