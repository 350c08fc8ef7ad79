"""``tracktwo pair A B``: where two sides agree and disagree, over time."""

from __future__ import annotations

from typing import Annotated

from tracktwo.cli import output
from tracktwo.cli.declared import argument, option
from tracktwo.cli.opened import clock_days, opened
from tracktwo.cli.options import (
    HERE,
    MOST_ROWS,
    About,
    AsOf,
    Case,
    Format,
    KnownOn,
    Rows,
    TableFormat,
)

COLUMNS = {
    "date": "from",
    "relation": "they",
    "matter": "on",
    "one_words": "the one",
    "one_date": "on day",
    "other_words": "the other",
    "other_date": "on its day",
}
YEARS = {
    "year": "year",
    "agree": "agree",
    "disagree": "disagree",
    "neither": "neither",
    "share": "share agreeing",
}


def pair(
    one: Annotated[str, argument(metavar="A", help="A party, as it is named or written for short.")],
    other: Annotated[str, argument(metavar="B", help="Another.")],
    about: About = None,
    years: Annotated[bool, option("--years", help="Count agreement and disagreement year by year.")] = False,
    case: Case = HERE,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    style: Format = TableFormat.TABLE,
    most: Rows = MOST_ROWS,
) -> None:
    """Show where two sides are reported to agree and to disagree, matter by matter, over time."""
    from tracktwo.record.questions.pair import by_year

    with opened(case) as record:
        rows = record.pair(one, other, about or None, *clock_days(as_of, known_on))
    empty = "Nothing is reported on which both have taken a stand."
    if years:
        output.emit(by_year(rows), style, columns=YEARS, empty=empty, next_step="tracktwo conflicts")
        return
    shown = rows[-most:] if most and style is TableFormat.TABLE else rows
    if rows and style is TableFormat.TABLE:
        output.say(f"{rows[0].one} (the one) and {rows[0].other} (the other)\n")
    output.emit(shown, style, columns=COLUMNS, empty=empty, next_step="tracktwo conflicts")
    if len(shown) < len(rows):
        output.more(f"These are the last {len(shown)} of {len(rows)}")
