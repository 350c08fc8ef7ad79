"""CSV: a folder of claims.csv, reports.csv and codebook.csv (RFC 4180, UTF-8)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from tracktwo.interop.cells import cell
from tracktwo.interop.exported import Exported
from tracktwo.interop.folders import folder, write
from tracktwo.interop.tables import Table, tables


def export(exported: Exported, out: Path) -> tuple[Path, ...]:
    """Write the tables into the folder ``out``; return the files."""
    place = folder(out)
    return tuple(write(place / f"{table.name}.csv", lines(table)) for table in tables(exported))


def lines(table: Table) -> Iterator[str]:
    """Yield a table as CSV lines, each cell harmless in a spreadsheet."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([cell(row.get(name)) for name in table.columns])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()
