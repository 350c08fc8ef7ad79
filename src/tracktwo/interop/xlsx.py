"""XLSX: one workbook with the sheets claims, reports and codebook."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from tracktwo.interop.cells import cell
from tracktwo.interop.exported import Exported
from tracktwo.interop.folders import write
from tracktwo.interop.tables import Table, tables

_LONGEST = 32_767  # characters a cell can hold
_MOST_ROWS = 1_048_576
_WIDTHS = {"quote": 60, "object": 40, "means": 80, "title": 40, "quotes": 80, "text": 60, "as written": 40}


def export(exported: Exported, out: Path) -> tuple[Path, ...]:
    """Write the workbook ``out``; return it."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for table in tables(exported):
        sheet(book, table)
    buffer = io.BytesIO()
    book.save(buffer)
    return (write(out, buffer.getvalue()),)


def sheet(book: Any, table: Table) -> None:
    """Add a table to a workbook, cells made harmless; in several sheets where one cannot hold it."""
    from openpyxl.styles import Font

    for number, start in enumerate(range(0, max(len(table.rows), 1), _MOST_ROWS - 1), 1):
        made = book.create_sheet(table.name if number == 1 else f"{table.name} {number}")
        made.freeze_panes = "A2"
        for at, name in enumerate(table.columns):
            made.column_dimensions[_letters(at)].width = _WIDTHS.get(name, 16)
        made.append([_cell(made, name, Font(bold=True)) for name in table.columns])
        for row in table.rows[start : start + _MOST_ROWS - 1]:
            made.append([_cell(made, row.get(name)) for name in table.columns])


def _cell(sheet: Any, value: Any, font: Any = None) -> Any:
    from openpyxl.cell import WriteOnlyCell

    made = cell(value)
    if isinstance(made, str):
        made = made[:_LONGEST]
    found = WriteOnlyCell(sheet, value=made)
    if isinstance(made, str):
        found.data_type = "s"  # text, whatever it looks like
    if font is not None:
        found.font = font
    return found


def _letters(at: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(at + 1))
