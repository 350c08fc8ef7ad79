"""Words about time: what is found, and what it comes to once the day of writing is known."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.reading.time import TimeExpression, TimeKind, find_times, resolve
from tracktwo.reading.time.grammar import load_grammar
from tracktwo.reading.time.words import load_time_words
from tracktwo.vocabulary.claims import Basis

MONDAY = dt.date(2024, 10, 21)


def only(text: str, anchor: dt.date | None = MONDAY, *, future: bool = False) -> TimeExpression:
    found = find_times(text, anchor=anchor, future=future)
    assert len(found) == 1, found
    return found[0]


def days(first: str | None, last: str | None) -> tuple[dt.date | None, dt.date | None]:
    return (
        dt.date.fromisoformat(first) if first else None,
        dt.date.fromisoformat(last) if last else None,
    )


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("They met on Sunday.", "on Sunday", "2024-10-20", "2024-10-20"),
        ("They met on Monday.", "on Monday", "2024-10-21", "2024-10-21"),
        ("They met last Monday.", "last Monday", "2024-10-14", "2024-10-14"),
        ("They meet next Friday.", "next Friday", "2024-11-01", "2024-11-01"),
        ("They meet this Friday.", "this Friday", "2024-10-25", "2024-10-25"),
        ("They met this week.", "this week", "2024-10-21", "2024-10-27"),
        ("They met last week.", "last week", "2024-10-14", "2024-10-20"),
        ("They meet next month.", "next month", "2024-11-01", "2024-11-30"),
        ("They met earlier this year.", "earlier this year", "2024-01-01", "2024-12-31"),
        ("They met earlier today.", "earlier today", "2024-10-21", "2024-10-21"),
        ("They met yesterday.", "yesterday", "2024-10-20", "2024-10-20"),
        ("They met on October 1.", "on October 1", "2024-10-01", "2024-10-01"),
        ("They met on 1 November.", "on 1 November", "2024-11-01", "2024-11-01"),
        ("They met on 30 December.", "on 30 December", "2023-12-30", "2023-12-30"),
        ("They met in March.", "in March", "2024-03-01", "2024-03-31"),
        ("They met in October.", "in October", "2024-10-01", "2024-10-31"),
        ("They met on 25-28 February.", "on 25-28 February", "2024-02-25", "2024-02-28"),
        ("They met two days ago.", "two days ago", "2024-10-19", "2024-10-19"),
        ("They met two months ago.", "two months ago", "2024-08-20", "2024-08-26"),
        ("Over the past two weeks they met.", "Over the past two weeks", "2024-10-07", "2024-10-21"),
        ("They met from Monday to Wednesday.", "from Monday to Wednesday", "2024-10-14", "2024-10-16"),
        ("Since 7 October they met.", "Since 7 October", "2024-10-07", None),
        ("They met this quarter.", "this quarter", "2024-10-01", "2024-12-31"),
    ],
)
def test_relative_words_resolve_against_the_day_of_writing(
    text: str, words: str, first: str | None, last: str | None
) -> None:
    expression = only(text)
    assert expression.text == words
    assert (expression.from_, expression.to) == days(first, last)
    assert expression.basis is Basis.RELATIVE


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("by 15 April 1997", TimeKind.DEADLINE, None, "1997-04-15"),
        ("no later than 15 April 1997", TimeKind.DEADLINE, None, "1997-04-15"),
        ("before 1 January 2021", TimeKind.DEADLINE, None, "2020-12-31"),
        ("by the year 2000", TimeKind.DEADLINE, None, "2000-12-31"),
        ("by the end of March 2020", TimeKind.DEADLINE, None, "2020-03-31"),
        ("until 3 May 2020", TimeKind.SPAN, None, "2020-05-03"),
        ("after 3 May 2020", TimeKind.SPAN, "2020-05-04", None),
        ("on Friday, 17 November 2000", TimeKind.DATE, "2000-11-17", "2000-11-17"),
        ("on November 17, 2000", TimeKind.DATE, "2000-11-17", "2000-11-17"),
        ("on 2024-03-18", TimeKind.DATE, "2024-03-18", "2024-03-18"),
        ("June 2004", TimeKind.DATE, "2004-06-01", "2004-06-30"),
        ("in 2010", TimeKind.DATE, "2010-01-01", "2010-12-31"),
        ("in the 1990s", TimeKind.SPAN, "1990-01-01", "1999-12-31"),
        ("2008-2012", TimeKind.SPAN, "2008-01-01", "2012-12-31"),
        ("2008-12", TimeKind.SPAN, "2008-01-01", "2012-12-31"),
        ("from 23-25 April 2002", TimeKind.SPAN, "2002-04-23", "2002-04-25"),
        ("25 February - 5 March 1997", TimeKind.SPAN, "1997-02-25", "1997-03-05"),
        ("28 December - 3 January 1998", TimeKind.SPAN, "1997-12-28", "1998-01-03"),
        ("February 25-28, 1997", TimeKind.SPAN, "1997-02-25", "1997-02-28"),
    ],
)
def test_written_days_need_no_day_of_writing(
    text: str, kind: TimeKind, first: str | None, last: str | None
) -> None:
    for anchor in (None, MONDAY):
        expression = only(f"It ended {text}.", anchor)
        assert (expression.text, expression.kind) == (text, kind)
        assert (expression.from_, expression.to) == days(first, last)
        assert expression.basis is Basis.EXPLICIT


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("at least two weeks", 14, None),
        ("more than two weeks", 14, None),
        ("up to two weeks", None, 14),
        ("nearly two weeks", None, None),
        ("two to three weeks", 14, 21),
        ("42-day", 42, 42),
        ("six-hour", 0.25, 0.25),
        ("for 24 hours", 1, 1),
        ("for three months", 84, 93),
        ("for a year", 365, 366),
        ("twenty-one days", 21, 21),
        ("for months", None, None),
        ("several weeks", None, None),
    ],
)
def test_lengths_have_bounds_and_no_days(text: str, least: float | None, most: float | None) -> None:
    expression = only(f"It was a {text} truce." if "-" in text else f"It lasted {text}.")
    assert expression.text == text
    assert expression.kind is TimeKind.DURATION
    assert expression.at_least_days == (None if least is None else pytest.approx(least))
    assert expression.at_most_days == (None if most is None else pytest.approx(most))
    assert (expression.from_, expression.to, expression.basis) == (None, None, Basis.UNKNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on.",
        "The 1990 levels were cut.",
        "Over 2000 people came.",
        "See document FCCC/SBI/2002/3.",
        "It costs a day.",
        "It cost $1997 or 12.5 per cent.",
        "The sun set; the second week was long.",
    ],
)
def test_other_words_and_figures_are_no_times(text: str) -> None:
    assert find_times(text, anchor=MONDAY) == ()


@pytest.mark.parametrize(
    "text", ["on Sunday", "this week", "October 1", "in March", "two days ago", "25-28 May"]
)
def test_without_the_day_of_writing_nothing_is_filled_in(text: str) -> None:
    expression = only(text, None)
    assert (expression.from_, expression.to, expression.basis) == (None, None, Basis.UNKNOWN)
    assert resolve(text, None) == (None, None, Basis.UNKNOWN)


@pytest.mark.parametrize(
    "text", ["two days later", "the following day", "the previous week", "31 February 2020"]
)
def test_what_counts_from_another_event_or_is_no_day_stays_open(text: str) -> None:
    assert resolve(text, MONDAY) == (None, None, Basis.UNKNOWN)


def test_a_limit_and_a_plan_look_ahead() -> None:
    friday = dt.date(2024, 10, 25)
    assert resolve("by midnight on Friday", MONDAY) == (None, friday, Basis.RELATIVE)
    assert resolve("on Friday", MONDAY) == (dt.date(2024, 10, 18),) * 2 + (Basis.RELATIVE,)
    assert resolve("on Friday", MONDAY, future=True) == (friday, friday, Basis.RELATIVE)
    assert resolve("by 1 September", MONDAY)[1] == dt.date(2025, 9, 1)


def test_within_is_a_limit_and_other_kinds() -> None:
    within = only("It must be done within 30 days.")
    assert (within.kind, within.at_least_days, within.at_most_days) == (TimeKind.DEADLINE, None, 30)
    assert only("They meet every two years.").kind is TimeKind.FREQUENCY
    assert only("They meet twice a year.").kind is TimeKind.FREQUENCY
    assert only("They met recently.").kind is TimeKind.VAGUE


WRITTEN = """on Sunday|by Friday|this week|last month|October 1|1 October 2010|in March|two days ago|42-day|
2008-2012|
in the 1990s|since May 3|until next Friday|9999-12-31|in 0000|31 April|from 9 to 3 May 2020|for months|
before Monday|
the past 99999 years|5000 years ago|at the end of the year|25 - 28 February|by the year 2000"""
FORMS = st.sampled_from([form.strip() for form in WRITTEN.split("|")])
DATES = st.one_of(st.none(), st.dates())


@given(st.lists(st.one_of(FORMS, st.text(max_size=8)), max_size=6).map(" and ".join), DATES, st.booleans())
def test_found_words_resolve_again_to_the_same_days(text: str, anchor: dt.date | None, future: bool) -> None:
    end = 0
    for expression in find_times(text, anchor=anchor, future=future):
        assert end <= expression.start < expression.end
        assert text[expression.start : expression.end] == expression.text
        again = resolve(expression.text, anchor, future=future)
        assert again == (expression.from_, expression.to, expression.basis)
        if expression.from_ and expression.to:
            assert expression.from_ <= expression.to
        end = expression.end


LISTED = sorted(
    {
        word
        for phrases in load_time_words().lists.values()
        for phrase in phrases
        for word in (phrase, *phrase.split())
    }
    | {
        *load_time_words().numbers,
        *load_time_words().units,
        "weekend",
        "summer",
        "WEEKS",
        "İN",
        "mİnute",
        "ſoon",
    }
    | {
        "March",
        "MAY",
        "Sept.",
        "Sunday",
        "today",
        "last night",
        "this",
        "next",
        "the",
        "٣",
        "12",
        "2010",
        "-",
        "a few",
    }
)


@given(st.lists(st.sampled_from(LISTED), max_size=7).map(" ".join))
def test_the_quick_look_for_times_misses_none(text: str) -> None:
    grammar = load_grammar()
    assert grammar.may_be_in(text) or grammar.find.search(text) is None


@pytest.mark.parametrize("name", ["vague", "frequency"])
def test_the_quick_look_knows_every_phrase(name: str) -> None:
    assert all(load_grammar().may_be_in(f"so {phrase.upper()}!") for phrase in load_time_words().lists[name])


def test_the_quick_look_spares_sentences_without_times() -> None:
    assert not load_grammar().may_be_in("The chair asked the parties to be brief.")


def test_candidates_are_all_that_the_pattern_finds() -> None:
    """They are looked for only where words stand of which they can be made."""
    grammar = load_grammar()
    words = [*sorted(grammar.words), *("chair", "asked", "parties")]
    rolled = random.Random(5)
    for _ in range(400):
        parts = (rolled.choice((rolled.choice(words), str(rolled.randrange(2100)))) for _ in range(12))
        text = " ".join(parts)
        for shown in (text, text.title(), text.replace(" ", "-", 3), f"€{text}"):
            found = [match.span() for match in grammar.candidates(shown)]
            assert found == [match.span() for match in grammar.find.finditer(shown)]
