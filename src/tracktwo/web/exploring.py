"""The tables of the brief as pages of their own: what each shows, a page at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from tracktwo.brief.html.page import COLUMNS_AT_ONCE, LINES_AT_ONCE, contents
from tracktwo.brief.tables.positions import Part, parts, positions_matrix
from tracktwo.brief.words import counted
from tracktwo.record.questions.gap_rows import GapRow
from tracktwo.web.paging import Page, page_of
from tracktwo.web.seen import Seen

LINES, TABLES, ROWS = 30, 2, 60
SIDES = 15  # on a page: each may have many members, and each of those quotes

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """A page with one section of the brief, and the fields of the brief that it is made of."""

    title: str
    section: str
    fields: tuple[str, ...]
    made: Callable[[Seen, Table], Values]
    paged: Callable[[Values, str | None], tuple[Values, Page[Any]]]


class Tables:
    """The pages of tables; what they are made of is kept as long as the brief is the same.

    Turning a page of a large record would else put all its tables together again.
    """

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._held: Values = {}

    def page(self, seen: Seen, table: Table, number: str | None) -> tuple[Values, Page[Any]]:
        """Return what the section of a page needs, and which page of its list it is."""
        mark = (seen.look, seen.look.record.state, table.title)
        if self._of != mark:
            self._of, self._held = mark, table.made(seen, table)
        values, page = table.paged({"remark": None, **self._held, "names": seen.names}, number)
        return {**values, "sections": [f"sections/{table.section}.html.j2"]}, page


def _made(seen: Seen, table: Table) -> Values:
    return contents(seen.table(table.fields), seen.names, table.section)


def _matrix(seen: Seen, table: Table) -> Values:
    """Return the matrix in parts short enough for a page."""
    brief = seen.table(table.fields)
    seen.claims.read([row.claims[0] for row in brief.positions if row.actor is None and row.claims])
    matrix, remark = positions_matrix(brief, seen.names), None
    if len(matrix.lines) > LINES_AT_ONCE:
        # Of hundreds of proposals few have met with a word; tables of silence would bury these.
        heard = {key for line in matrix.lines for key in line.cells}
        silent = len(matrix.columns) - len(kept := tuple(c for c in matrix.columns if c.key in heard))
        matrix = replace(matrix, columns=kept)
        if silent:
            remark = (
                f"On {counted(silent, 'proposal')} more no position is reported; they are not shown here."
            )
    short = [
        Part(part.columns, part.lines[at : at + LINES], _few(part.silent) if at == 0 else ())
        for part in parts(matrix, COLUMNS_AT_ONCE, LINES_AT_ONCE)
        for at in range(0, max(len(part.lines), 1), LINES)
    ]
    return {**contents(brief, seen.names, "people"), "matrix_parts": short, "remark": remark}


def _positions(values: Values, number: str | None) -> tuple[Values, Page[Any]]:
    page = page_of(values["matrix_parts"], number, TABLES)
    brief = values["brief"]
    if page.number > 1:
        brief = replace(brief, red_lines=(), leverage=())
    return {**values, "brief": brief, "matrix_parts": page.items}, page


def _moments(seen: Seen, table: Table) -> Values:
    brief = seen.table(table.fields)
    # What stands in quotation marks is looked for in the quotes of what it rests on.
    seen.claims.read([claim for event in brief.events for claim in event.claims])
    return contents(brief, seen.names, table.section)


def _few(names: tuple[str, ...]) -> tuple[str, ...]:
    return names if len(names) <= LINES_AT_ONCE else (counted(len(names), "other"),)


def _proposals(values: Values, number: str | None) -> tuple[Values, Page[Any]]:
    page = page_of(values["proposal_groups"], number, TABLES)
    # Issues of no proposal come after all of them.
    unpackaged = values["unpackaged"] if page.number == page.pages else ()
    return {**values, "proposal_groups": page.items, "unpackaged": unpackaged}, page


def _timeline(values: Values, number: str | None) -> tuple[Values, Page[Any]]:
    page = page_of(values["moments"], number, ROWS)
    # The chart's numbers are those of the whole table.
    chart = values["chart"] if page.pages == 1 else None
    return {**values, "moments": page.items, "moments_before": page.before, "chart": chart}, page


def _changes(values: Values, number: str | None) -> tuple[Values, Page[Any]]:
    page = page_of(values["brief"].changes, number, ROWS)
    return {**values, "brief": replace(values["brief"], changes=page.items)}, page


def _conflicts(values: Values, number: str | None) -> tuple[Values, Page[Any]]:
    page = page_of(values["brief"].conflicts, number, ROWS // 2)
    return {**values, "brief": replace(values["brief"], conflicts=page.items)}, page


def _gaps(values: Values, number: str | None) -> tuple[Values, Page[Any]]:
    kinds = [(kind, row) for kind, rows in values["gaps"].items() for row in rows]
    page = page_of(kinds, number, ROWS)
    shown: dict[str, tuple[GapRow, ...]] = {}
    for kind, row in page.items:
        shown[kind] = (*shown.get(kind, ()), row)
    return {**values, "gaps": shown}, page


def _people(values: Values, number: str | None) -> tuple[Values, Page[Any]]:
    """Return the same page of each of the lists there are of who."""
    brief, keyed = values["brief"], ("parties", "bodies", "third_parties")
    longest = max(len(getattr(brief, name)) for name in (*keyed, "affected"))
    page = page_of(range(longest), number, SIDES)
    places = slice(page.before, page.before + SIDES)
    short: Values = {name: dict(list(getattr(brief, name).items())[places]) for name in keyed}
    return {**values, "brief": replace(brief, **short, affected=brief.affected[places])}, page


def _meetings(values: Values, number: str | None) -> tuple[Values, Page[Any]]:
    """Return the same page of the tracks and of the meetings."""
    brief = values["brief"]
    page = page_of(range(max(len(brief.tracks), len(brief.meetings))), number, ROWS)
    places = slice(page.before, page.before + ROWS)
    tracks = dict(list(brief.tracks.items())[places])
    return {**values, "brief": replace(brief, tracks=tracks, meetings=brief.meetings[places])}, page


_WHO = ("parties", "bodies", "third_parties", "affected")
_STANDS = ("parties", "proposals", "issues", "positions", "red_lines", "leverage")
_TIMED = ("proposals", "meetings", "events", "deadlines", "durations")
TABLE_PAGES = {
    "/people": Table("Who is in it", "people", _WHO, _made, _people),
    "/meetings": Table("Tracks and meetings", "tracks", ("tracks", "meetings"), _made, _meetings),
    "/proposals": Table("Proposals by issue", "packages", ("proposals", "issues"), _made, _proposals),
    "/positions": Table("Positions", "positions", _STANDS, _matrix, _positions),
    "/timeline": Table("Timeline", "timeline", _TIMED, _moments, _timeline),
    "/changes": Table("What changed", "changes", ("changes",), _made, _changes),
    "/conflicts": Table("Contradictions", "conflicts", ("conflicts",), _made, _conflicts),
    "/gaps": Table("What to find out", "gaps", ("gaps", "assumptions", "ask_next"), _made, _gaps),
}
