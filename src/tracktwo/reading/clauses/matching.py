"""Matching: where the words of a frame stand after its verb ("put a plan forward", "free the town from")."""

from __future__ import annotations

from tracktwo.reading.acts import Frame, load_verbs
from tracktwo.reading.clauses.words import Words

PARTICLES = frozenset({"forward", "out", "down", "off", "up", "back", "in"})
WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
DAYS = WEEKDAYS | frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "week",
        "month",
        "year",
        "morning",
        "afternoon",
        "evening",
    ]
)
# Words that say when something was said.
TIMES = DAYS | {"today", "yesterday", "tonight", "tomorrow", "last", "this", "earlier", "later", "late"}


def match(words: Words, i: int, frame: Frame) -> int | None:
    """Index after the last word of the frame, or None."""
    if not frame.needs <= words.lows:
        return None
    j = i + 1
    apart = shaded = False
    for want in frame.words[1:]:
        if want in ("...", "~"):
            apart, shaded = want == "...", want == "~"
            continue
        if shaded:
            shaded = False
            k = _past_shades(words, j, want)
            if k is None:
                return None
            j = k + 1
            continue
        if apart:
            k = _past_governed(words, j, want, 16 if frame.words[0] == "join" else 9)
            if k is None:
                return None
            j, apart = k + 1, False
            continue
        k = past_day(words, j)
        while k < len(words) and words.low(k) != want and words.tag(k).startswith("RB") and k - j < 2:
            k += 1
        if words.low(k - 1) == "and" and load_verbs().lemmas.get(words.low(k)) == want:
            want = words.low(k)  # "advising and assisting"
        if words.low(k) != want and frame.words[0] == "vote":
            k = _past_count(words, k)
        if words.low(k) != want and (want in PARTICLES or want in ("as", "over")):
            k = j
            while (
                k < len(words)
                and k - j < (6 if want in PARTICLES else 12)
                and (words.low(k) != want or words.low(k - 1) == "-")  # "a spin-off group"
                and words.low(k) not in (",", ".", ";")
                and not (want == "as" and words.tag(k) in ("VBD", "VBZ", "VBP", "MD", "CC"))
                and not (words.low(k) == "and" and words.tag(k + 1) in ("VBD", "VBN", "VBZ", "VBP"))
            ):
                k += 1
        if words.low(k) != want or (want == "as" and words.tag(k + 1) == "PRP"):
            return None
        j = k + 1
    return j


def _past_count(words: Words, at: int) -> int:
    """The word after the count of a vote: "52-48", "by 12 to 3", "unanimously"."""
    k = at
    while (
        words.tag(k) == "CD"
        or words.low(k) in ("-", "–", "by")
        or (words.low(k) == "to" and words.tag(k + 1) == "CD")
    ):
        k += 1
    return k


_SHADES = ("DT", "PRP$", "JJ", "RB", "CD", "POS", "NN", "VBN", "VBG", "HYPH")


def _past_shades(words: Words, j: int, want: str) -> int | None:
    """Where a noun stands past what only shades it ("declared a unilateral truce"), or None."""
    for k in range(j, min(j + 6, len(words))):
        if words.low(k) == want:
            return k
        if not words.tag(k).startswith(_SHADES):
            return None
    return None


def _past_governed(words: Words, j: int, want: str, reach: int) -> int | None:
    """Where the word stands that comes after what is governed ("free the town from"), or None."""
    for k in range(j, min(j + reach, len(words))):
        if words.low(k) == want:
            return k if k > j else None
        mark = words[k].punct and words.tag(k) not in ("$", "HYPH")
        if mark or words.tag(k) in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP", "TO"):
            return None
    return None


_BEFORE_DAYS = frozenset(
    {"today", "yesterday", "tonight", "earlier", "again", "on", "in", "last", "this", "late", "early"}
)


def past_day(words: Words, at: int) -> int:
    """The word after "on Thursday" or "in March", if one starts here."""
    if words.low(at) not in _BEFORE_DAYS:
        return at
    if words.low(at) in ("today", "yesterday", "tonight", "earlier", "again"):
        return past_day(words, at + 1)
    if words.low(at) in ("on", "in", "last", "this", "late", "early") and words.low(at + 1) in DAYS:
        return at + 3 if words.tag(at + 2) == "CD" else at + 2
    if words.low(at) in ("late", "early") and words.low(at + 1) == "on" and words.low(at + 2) in DAYS:
        return at + 3
    return at


def after_frame(i: int, last: int, frame: Frame) -> int:
    """First governed word; for "put a plan forward" the object stands between verb and particle."""
    if (
        len(frame.words) > 1
        and last - i > len(frame.words) + 1
        and frame.words[-1] in (*PARTICLES, "as", "over")
    ):
        return i + 1
    return last


def before_quotation(words: Words, at: int) -> int | None:
    """Index of the colon that leads into a quotation (``put it plainly: "The offer is dead"``), or None."""
    while words.tag(at).startswith("RB") or words.low(at) in ("this", "way", "like", "in", "these", "words"):
        at += 1
    return at if words.low(at) == ":" and words.low(at + 1) in ('"', "“", "``", "'") else None
