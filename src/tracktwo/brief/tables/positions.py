"""Positions matrix: who is reported to stand where, actors by proposals and issues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tracktwo.brief.model import Brief
from tracktwo.brief.naming import Names, same
from tracktwo.record.questions.positions import PositionRow


@dataclass(frozen=True, slots=True)
class Column:
    """A proposal or an issue somebody is reported to have a position on."""

    kind: str
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class PositionLine:
    """One actor: a label, its party's name, and its positions by column key."""

    label: str
    party: str | None
    is_party: bool
    cells: Mapping[str, tuple[PositionRow, ...]]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table; a cell that is missing means that no position is reported."""

    columns: tuple[Column, ...]
    lines: tuple[PositionLine, ...]


def positions_matrix(brief: Brief, names: Names) -> Matrix:
    """Return the matrix: parties first, each followed by its people, then everybody else."""
    rows = [r for r in brief.positions if r.proposal or r.issue]
    lines: dict[tuple[str, str | None], dict[str, list[PositionRow]]] = {}
    for party in brief.parties.values():
        lines[(party.name, party.name)] = {}
    for row in rows:
        party_name = names.name(row.party) if row.party else None
        label = names.holder(row.actor, row.claims)
        cells = lines.setdefault((label, party_name), {})
        if row.act is not None:
            cells.setdefault(_column_key(row), []).append(row)
    return Matrix(columns=_columns(brief, rows, names), lines=_ordered(brief, lines, names))


def _column_key(row: PositionRow) -> str:
    return f"proposal:{row.proposal}" if row.proposal else f"issue:{row.issue}"


def _columns(brief: Brief, rows: list[PositionRow], names: Names) -> tuple[Column, ...]:
    spoken = {_column_key(row) for row in rows if row.act is not None}
    made = [Column("proposal", f"proposal:{p.key}", names.proposal(p.key)) for p in brief.proposals]
    made += [
        Column("issue", f"issue:{key}", names.name(key)) for key in brief.issues if f"issue:{key}" in spoken
    ]
    return tuple(made)


def _ordered(
    brief: Brief, lines: dict[tuple[str, str | None], dict[str, list[PositionRow]]], names: Names
) -> tuple[PositionLine, ...]:
    parties = [party.name for party in brief.parties.values()]

    def rank(item: tuple[str, str | None]) -> tuple[int, bool, bool, str]:
        label, party = item
        place = parties.index(party) if party in parties else len(parties)
        return (place, label != party, label.startswith("others not named"), label)

    kept = [key for key in lines if lines[key] or key[0] in parties]
    return tuple(
        PositionLine(
            label=label,
            party=party,
            is_party=any(same(label, p, names) for p in parties),
            cells={column: tuple(rows) for column, rows in lines[(label, party)].items()},
        )
        for label, party in sorted(kept, key=rank)
    )


@dataclass(frozen=True, slots=True)
class Part:
    """A share of the matrix narrow enough for one table; ``silent`` holds the lines left out of it."""

    columns: tuple[Column, ...]
    lines: tuple[PositionLine, ...]
    silent: tuple[str, ...]


def parts(matrix: Matrix, across: int, down: int) -> tuple[Part, ...]:
    """Split the matrix into parts of at most ``across`` columns, of near equal width.

    Parameters
    ----------
    matrix : Matrix
    across : int
        Most columns of one part, at least 1.
    down : int
        Up to this many lines every part has them all; beyond it, only those with a position in the part,
        and the others are named in ``silent``.
    """
    count = -(-len(matrix.columns) // across)
    size = -(-len(matrix.columns) // count) if count else 1
    told: dict[str, set[int]] = {}
    for number, line in enumerate(matrix.lines):
        for key in line.cells:
            told.setdefault(key, set()).add(number)
    everybody = set(range(len(matrix.lines)))
    made = []
    for start in range(0, len(matrix.columns), size):
        columns = matrix.columns[start : start + size]
        heard = set().union(*(told.get(column.key, ()) for column in columns))
        heard = everybody if len(everybody) <= down else heard
        lines = tuple(matrix.lines[number] for number in sorted(heard))
        silent = tuple(matrix.lines[number].label for number in sorted(everybody - heard))
        made.append(Part(columns=columns, lines=lines, silent=silent))
    return tuple(made)
