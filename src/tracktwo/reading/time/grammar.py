"""Grammar: the forms in which a text gives a day, a stretch of days or a length of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tracktwo.reading.time.words import TimeWords, any_of, capitals, load_time_words

# The core forms, in order of preference where several begin at one place.
DAY_FORMS = (
    "iso",
    "day_range",
    "month_day_range",
    "day_month",
    "month_day",
    "weekday",
    "year_range",
    "decade",
    "month",
    "period",
    "near_day",
    "running",
    "year",
)


_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z]+")
_BEGINNING = r"(?<![\w$€£/.-])"  # what may stand before no expression
_RUN = re.compile(r"\d+|[^\W\d_]+")
_YEAR = r"(?:1[89]|20|21)\d\d"


@dataclass(frozen=True, slots=True)
class Grammar:
    """``find`` finds candidates; the others take one candidate apart (each matches the whole of it)."""

    find: re.Pattern[str]
    prefix: re.Pattern[str]
    days: dict[str, re.Pattern[str]]
    length: re.Pattern[str]
    ago: re.Pattern[str]
    vague: re.Pattern[str]
    frequency: re.Pattern[str]
    signs: frozenset[str]
    words: frozenset[str]

    def candidates(self, text: str) -> Iterator[re.Match[str]]:
        """What ``find`` finds, looked for only where it can begin."""
        past = 0
        for at in self._beginnings(text):
            match = self.find.match(text, at) if at >= past else None
            if match is not None:
                past = match.end()
                yield match

    def _beginnings(self, text: str) -> list[int]:
        """Where words stand of which expressions are made, up to a digit or word that each of them needs."""
        found, ahead = [], False
        for run in reversed(list(_RUN.finditer(text))):
            word = _plainly(run.group())
            ahead = word.isdecimal() or word in self.signs or (ahead and word in self.words)
            if ahead:
                found.append(run.start())
        return found[::-1]

    def may_be_in(self, text: str) -> bool:
        """Whether a text has what every expression needs, a digit or a word; quick, never wrongly no."""
        return _DIGIT.search(text) is not None or not self.signs.isdisjoint(_WORD.findall(_plainly(text)))


def _plainly(text: str) -> str:
    """Small letters; those that patterns take for an i are one."""
    return text.casefold().replace("ı", "i").replace("i̇", "i")


def _forms(month: str, weekday: str, part: str, number: str) -> dict[str, str]:
    """The core forms of a day, with named groups."""
    year = _YEAR
    th = r"(?:st|nd|rd|th)?"
    dash = r"\s*(?:-|–|—|\s(?:to|and|until|through)\s)\s*"
    units = r"(?i:week|weekend|month|year|quarter|decade|century|summer|winter|autumn|spring|day)"
    which = r"(?i:this|last|next|past|previous|coming|following|current)"
    return {
        "iso": r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)",
        "day_range": rf"(?P<d>\d{{1,2}}){th}(?:\s+(?:of\s+)?(?P<m1>{month}))?{dash}(?P<d2>\d{{1,2}}){th}"
        rf"\s+(?:of\s+)?(?P<m>{month})(?:,?\s+(?P<y>{year}))?",
        "month_day_range": rf"(?P<m>{month})\s+(?P<d>\d{{1,2}}){th}{dash}(?:(?P<m2>{month})\s+)?"
        rf"(?P<d2>\d{{1,2}}){th}(?!\d)(?:,?\s+(?P<y>{year}))?",
        "day_month": rf"(?:{weekday},?\s+)?(?:the\s+)?(?P<d>\d{{1,2}}){th}\s+(?:of\s+)?(?P<m>{month})"
        rf"(?:,?\s+(?P<y>{year}))?",
        "month_day": rf"(?:{weekday},?\s+)?(?P<m>{month})\s+(?P<d>\d{{1,2}}){th}(?!\d|[.,]\d)"
        rf"(?:,?\s+(?P<y>{year}))?",
        "weekday": rf"(?:(?P<which>(?i:this|last|next|coming|past|previous))\s+)?(?P<w>{weekday})"
        rf"(?:{dash}(?P<w2>{weekday}))?(?:\s+{part})?",
        "month": rf"(?:(?P<which>(?i:this|last|next))\s+)?(?P<m>{month})(?:,?\s+(?:of\s+)?(?P<y>{year}))?",
        "period": rf"(?:(?i:early|earlier|later|late)\s+)?(?:the\s+)?(?P<which>{which})\s+"
        rf"(?:(?P<n>{number})\s+)?(?P<u>{units})(?P<pl>s?)",
        "running": rf"(?:the\s+)?(?P<u>{units})",
        "near_day": r"(?:(?i:earlier|later|late|early)\s+)?"
        r"(?P<near>(?i:today|yesterday|tomorrow|tonight|last\s+night|this\s+(?:morning|afternoon|evening)))"
        rf"(?:\s+{part})?",
        "year_range": rf"(?P<y>{year})(?:-|–|—|\s+to\s+|\s+and\s+)(?P<y2>{year}|\d\d(?!\d))",
        "decade": rf"(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?(?P<y>{year})'?s",
        "year": rf"(?:the\s+year\s+)?(?P<y>{year})",
    }


@cache
def load_grammar() -> Grammar:
    """Compile the grammar once."""
    words = load_time_words()
    month, weekday = capitals(words.months), capitals(words.weekdays)
    number, unit = _number(words), any_of(tuple(words.units)) + "s?"
    forms = _forms(month, weekday, words.any("parts_of_day"), number)
    length = _length(words, number, unit)
    ago = (
        rf"(?P<n>{number}|(?i:several|a\s+few))\s+(?P<u>{unit})\s+"
        r"(?P<way>(?i:ago|later|earlier|from\s+now|before|after))(?!\w)"
    )
    every = rf"(?:{words.any('frequency')}|(?i:every)\s+{number}\s+{unit})"
    lead = "|".join(words.any(name) for name in ("limits", "ends", "begins", "on", "year_leads"))
    whole = [_plain(ago), words.any("vague"), every, *_dated(words, forms, lead, month), _plain(length)]
    find = _BEGINNING + "(?:" + "|".join(f"(?:{form})" for form in whole) + r")(?!\w)"
    return Grammar(
        re.compile(find),
        re.compile(rf"(?P<lead>{lead})?(?:\s+|$)?(?:the\s+)?(?:{words.any('before_day')}[\s-]+)?"),
        {name: re.compile(form) for name, form in forms.items()},
        re.compile(length),
        re.compile(ago),
        re.compile(words.any("vague")),
        re.compile(every),
        _signs(words),
        _words_of(find),
    )


def _words_of(pattern: str) -> frozenset[str]:
    """All runs of letters in a pattern, with the "s" that may follow: no other word stands in a match."""
    found = re.findall(r"[^\W\d_]+", pattern.casefold())
    return frozenset(found) | {word + "s" for word in found}


def _signs(words: TimeWords) -> frozenset[str]:
    """Words of which each expression without a digit holds at least one."""
    units = {*words.units, "weekend", "quarter", "century", "summer", "winter", "autumn", "spring"}
    days = {"today", "yesterday", "tomorrow", "tonight", *words.lists["parts_of_day"]}
    phrases = (*words.lists["vague"], *words.lists["frequency"])
    return frozenset().union(
        (name.lower() for name in (*words.months, *words.weekdays)),
        *((word, word + "s") for word in units),
        days,
        (min(phrase.split(), key=_rarity) for phrase in phrases),
    )


def _rarity(word: str) -> tuple[bool, int]:
    """Order words of a phrase by how much they tell: the longest that is no preposition."""
    return (len(word) < 4, -len(word))


def _number(words: TimeWords) -> str:
    """Digits, "twenty-one", "six"."""
    simple = any_of(tuple(words.numbers))
    tens = any_of(tuple(word for word, value in words.numbers.items() if 20 <= value < 100))
    ones = any_of(tuple(word for word, value in words.numbers.items() if value < 10 and len(word) > 2))
    return rf"(?:\d+(?:\.\d+)?|{tens}[\s-]{ones}|{simple})"


def _length(words: TimeWords, number: str, unit: str) -> str:
    """How long something lasts: "at least two weeks", "42-day", "for months"."""
    bounds = "|".join(words.any(name) for name in ("at_least", "at_most", "roughly"))
    counted = (
        rf"(?:(?P<lead>(?i:for|within|in|over|during))\s+)?(?:(?P<bound>{bounds})\s+)?(?:the\s+)?"
        rf"(?:(?P<several>(?i:several|many|a\s+few|a\s+couple\s+of))\s+|(?P<n>{number})"
        rf"(?:\s*(?:-|–|to|or)\s*(?P<n2>{number}))?(?P<hyphen>\s*-\s*|\s+(?:more\s+|full\s+)?))"
        rf"(?P<u>{unit})(?:-long|\s+long)?(?!\w)"
    )
    return rf"(?:{counted}|(?i:for)\s+(?P<u2>{unit})(?!\w))"


def _dated(words: TimeWords, forms: dict[str, str], lead: str, month: str) -> list[str]:
    """The forms of a day with what may or must lead to them."""
    bare = {name: _plain(form) for name, form in forms.items()}
    needs_lead = ("month", "year", "decade", "year_range", "running")
    loose = [bare[name] for name in DAY_FORMS if name not in needs_lead]
    tight = [bare[name] for name in ("year_range", "decade", "month")]
    before = rf"{words.any('before_day')}[\s-]+"
    # A month without a lead counts only with its year: "June 2004", not "June".
    dated_month = rf"{month},?\s+(?:of\s+)?{_YEAR}"
    return [
        rf"(?:(?:{lead})\s+(?:the\s+)?)?(?:{before})?(?:{'|'.join(loose)})",
        rf"(?:(?:{lead})\s+(?:the\s+)?)?(?:{before})?{dated_month}",
        rf"(?:{lead})\s+(?:the\s+)?(?:{before})?(?:{'|'.join(tight)})",
        rf"(?i:last|next|this|early|late|mid)[\s-]+{month}",
        rf"{words.any('year_leads')}\s+{bare['year']}(?!-?\s*{words.any('after_year')}|[-–/]\d)",
        bare["year_range"],
        bare["decade"],
        rf"{words.any('running_leads')}\s+{bare['running']}",
    ]


def _plain(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)
