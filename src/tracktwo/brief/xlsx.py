"""The brief as a workbook: one sheet a table, every row with the sentences it rests on."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tracktwo.brief.model import Brief
from tracktwo.brief.naming import Names
from tracktwo.brief.tables.packages import package_lines
from tracktwo.brief.tables.timeline import moments
from tracktwo.interop.tables import Table
from tracktwo.interop.xlsx import sheet
from tracktwo.vocabulary import plain

Rows = list[Mapping[str, Any]]


def write(brief: Brief, path: Path, *, explore: bool = False) -> None:
    """Write the workbook to ``path``.

    Parameters
    ----------
    brief : Brief
    path : Path
    explore : bool
        Whether there is a sheet of the shares of draws in which actors accept proposals.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for table in tables(brief, explore=explore):
        sheet(book, table)
    buffer = io.BytesIO()
    book.save(buffer)
    path.write_bytes(buffer.getvalue())


def tables(brief: Brief, *, explore: bool = False) -> tuple[Table, ...]:
    """Return the sheets of a brief; cells are not yet made harmless."""
    names = Names.of(brief)
    quotes = {claim.id: claim.quote for claim in brief.claims}
    made = [
        _table("proposals", _proposals(brief, names), quotes),
        _table("positions", _plain(brief.positions), quotes),
        _table("timeline", _plain(moments(brief, names)), quotes),
        _table("changes", _plain(brief.changes), quotes),
        _table("conflicts", _plain(brief.conflicts), quotes),
        _table("gaps", _plain(brief.gaps), quotes),
        _table("claims", _plain(brief.claims), {}),
        _table("coverage", _plain(brief.coverage), {}),
        _table("reports", _plain(brief.reports), {}),
    ]
    if explore:
        made.insert(1, _table("acceptance, explored", _acceptance(brief, names), {}))
    return tuple(table for table in made if table.rows)


def _table(name: str, rows: Rows, quotes: Mapping[str, str]) -> Table:
    """Return a table, with the quotes of its rows' claims in a column of their own."""
    told = [
        {
            **row,
            "quotes": " / ".join(dict.fromkeys(quotes[c] for c in row.get("claims") or () if c in quotes)),
        }
        if quotes
        else row
        for row in rows
    ]
    columns = tuple(dict.fromkeys(key for row in told for key in row))
    return Table(name, columns, told)


def _plain(rows: Iterable[Any]) -> Rows:
    return [plain(row) for row in rows]


def _proposals(brief: Brief, names: Names) -> Rows:
    return [
        {
            "issue": line.name,
            "status": line.status,
            "mark": line.mark,
            "proposal": names.proposal(key),
            "option": cell.option,
            "as written": "; ".join(cell.texts),
            "from": cell.giver,
            "to": cell.getter,
            "claims": list(cell.claims),
        }
        for line in package_lines(brief, names)
        for key, cell in line.cells.items()
    ]


def _acceptance(brief: Brief, names: Names) -> Rows:
    """Return who accepts which proposal in what share of draws, never beside what is reported."""
    basis = brief.outlook.made.basis if brief.outlook.made is not None else ""
    return [
        {"proposal": names.proposal(row.key), "actor": actor, **plain(chance), "basis": basis}
        for row in brief.outlook.proposals
        for actor, chance in (row.p_accept or {}).items()
    ]
