"""find_times: the words about time in a text."""

from __future__ import annotations

import datetime as dt
import re

from tracktwo.reading.time.calendar import UNKNOWN
from tracktwo.reading.time.expression import TimeExpression, TimeKind
from tracktwo.reading.time.grammar import DAY_FORMS, load_grammar
from tracktwo.reading.time.lengths import ago_of, length_of
from tracktwo.reading.time.resolution import Resolver, led
from tracktwo.reading.time.words import load_time_words
from tracktwo.vocabulary.claims import Basis, Modality

# What is presented as still to come.
AHEAD = frozenset({Modality.PLANNED, Modality.REQUIRED, Modality.INTENDED})
_WEEK = 7
_HELPERS = 30  # so far before a verb stands what says that it is still to be done
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WEEKDAY = re.compile(rf"\b{_DAY}\b", re.IGNORECASE)
_BARE_WEEKDAY = re.compile(
    rf"(?:on\s+|late\s+|early\s+)*{_DAY}(?:\s+(?:morning|afternoon|evening|night))?", re.IGNORECASE
)
_WILL = re.compile(
    r"\b(?:will|shall|would|(?:is|are)(?: (?:due|set|expected|scheduled|likely|about))? to"
    r"|plans? to|intends? to|must)\b[^,;:.]*$"
)
# What a timetable tells in the present tense.
_TIMETABLE = re.compile(
    r"(?:meets?|votes?(?: on)?|resumes?|convenes?|reconvenes?|begins?|starts?|opens?|decides?)\b"
)
_RANGES = frozenset({"day_range", "month_day_range", "year_range", "decade"})


def find_times(
    text: str, *, anchor: dt.date | None = None, future: bool = False
) -> tuple[TimeExpression, ...]:
    """Find words about time and resolve them against a date.

    Parameters
    ----------
    text : str
        A sentence, or a whole report.
    anchor : date, optional
        The day the text was written; without it relative words stay unresolved.
    future : bool
        Whether coming days are meant where the words leave it open (a plan, a limit). Without it "on
        Sunday" is the last one up to ``anchor``, and a day without a year the last such day, unless the
        coming one is at most sixty days away.

    Returns
    -------
    tuple of TimeExpression
        In text order, never overlapping.
    """
    found = []
    if not load_grammar().may_be_in(text):
        return ()
    for match in load_grammar().candidates(text):
        expression = _read(match.group(), match.start(), anchor, future=future)
        if expression is not None:
            found.append(expression)
    return tuple(found)


def nearer(found: TimeExpression, text: str, anchor: dt.date | None) -> TimeExpression:
    """Of a day written without a year in a plan, the coming one where it is nearer than the last.

    ``text`` is what ``found`` was found in. "Talks will resume on 5 May", written in March, is not May of
    last year; "were to meet on 3 March", written on 4 March, is not March of next year.
    """
    if anchor is None or found.to is None or found.to >= anchor:
        return found
    coming = _read(text[found.start : found.end], found.start, anchor, future=True)
    if coming is None or coming.from_ is None or coming.from_ < anchor:
        return found
    return coming if coming.from_ - anchor < anchor - found.to and (anchor - found.to).days > _WEEK else found


def coming(found: TimeExpression, text: str, anchor: dt.date) -> TimeExpression:
    """The same words with coming days meant where they leave it open."""
    return _read(text[found.start : found.end], found.start, anchor, future=True) or found


def is_coming(quote: str, at: int, end: int, event_text: str) -> bool:
    """Whether a weekday beside a verb is the coming one: "will meet on Thursday", "votes on Friday".

    Parameters
    ----------
    quote : str
        The sentence.
    at, end : int
        Where the verb starts and ends in it.
    event_text : str
        The words about time that belong to the verb.

    Returns
    -------
    bool
        False for all words but bare weekdays, and where "would" stands beside a further weekday: "said on
        Friday it would vote on Sunday" may be written on Monday.
    """
    if not _BARE_WEEKDAY.fullmatch(event_text.strip()):
        return False
    before = quote[max(0, at - _HELPERS) : end]
    told = _WILL.search(before) or (_TIMETABLE.match(quote[at:end]) and not quote[:at].endswith("to "))
    if not told:
        return False
    return "would" not in before or len(_WEEKDAY.findall(quote)) == 1


def resolve(
    event_text: str,
    anchor: dt.date | None,
    *,
    future: bool = False,
    planned: bool = False,
) -> tuple[dt.date | None, dt.date | None, Basis]:
    """First and last day of written words, and the basis, as of ``anchor``; pure.

    Parameters
    ----------
    event_text : str
        Words as ``find_times`` found them ("on Sunday"); of several expressions the first that resolves.
    anchor : date or None
        The day the text was written.
    future : bool
        As for ``find_times``.
    planned : bool
        Whether the words tell of something still to come; the nearer day is meant then (``nearer``).

    Returns
    -------
    tuple
        ``(from, to, basis)``, both days inclusive, either None where open ("by Friday" has no first day);
        ``(None, None, Basis.UNKNOWN)`` where they cannot be resolved.
    """
    for found in find_times(event_text, anchor=anchor, future=future):
        expression = nearer(found, event_text, anchor) if planned else found
        if expression.basis is not Basis.UNKNOWN:
            return expression.from_, expression.to, expression.basis
    return None, None, Basis.UNKNOWN


def _read(text: str, start: int, anchor: dt.date | None, *, future: bool) -> TimeExpression | None:
    """The expression of one candidate; None where it is none after all."""
    grammar = load_grammar()
    end = start + len(text)
    if grammar.vague.fullmatch(text):
        return TimeExpression(start, end, text, TimeKind.VAGUE)
    if grammar.frequency.fullmatch(text):
        return TimeExpression(start, end, text, TimeKind.FREQUENCY)
    ago = grammar.ago.fullmatch(text)
    if ago:
        return ago_of(ago, start, anchor)
    dated = _dated(text, start, anchor, future=future)
    if dated is not None:
        return dated
    length = grammar.length.fullmatch(text)
    return length_of(length, start) if length else None


def _dated(text: str, start: int, anchor: dt.date | None, *, future: bool) -> TimeExpression | None:
    """A day or days with what leads to them."""
    words = load_time_words()
    lead, name, form = _form(text)
    if form is None:
        return None
    limit = lead in words.lists["limits"] or lead == "by the year"
    days = Resolver(words, anchor, future=future or limit).days(name, form)
    spread = name in _RANGES or (name == "weekday" and bool(form["w2"]))
    days = led(days, lead, words, range_=spread) if days is not UNKNOWN else days
    stretch = lead in words.lists["ends"] or lead in words.lists["begins"] or lead == "after the year"
    kind = TimeKind.DATE
    if limit:
        kind = TimeKind.DEADLINE
    elif stretch or spread or (name == "period" and form["n"]):
        kind = TimeKind.SPAN
    return TimeExpression(start, start + len(text), text, kind, days.first, days.last, days.basis)


def _form(text: str) -> tuple[str, str, re.Match[str] | None]:
    """The lead, the name of the core form, and the form taken apart."""
    grammar = load_grammar()
    prefix = grammar.prefix.match(text)
    ways = [("", text)]
    if prefix is not None and prefix.end():
        ways.insert(0, (" ".join((prefix["lead"] or "").lower().split()), text[prefix.end() :]))
        if prefix["lead"]:
            ways.insert(1, (ways[0][0], text[len(prefix["lead"]) :].lstrip()))
    for lead, rest in ways:
        for name in DAY_FORMS:
            form = grammar.days[name].fullmatch(rest)
            if form is not None:
                return lead, name, form
    return "", "", None
