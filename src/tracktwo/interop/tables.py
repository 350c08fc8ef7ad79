"""The export as tables: claims, reports, codebook; one list of columns for CSV, XLSX and the data package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from tracktwo.interop import codebook
from tracktwo.interop.exported import REPORT_FIELDS, TIES, Exported
from tracktwo.vocabulary import Claim

CLAIM_COLUMNS = (*(field.name for field in fields(Claim)), *TIES, "label")
REPORT_COLUMNS = (*REPORT_FIELDS, "label")
CODEBOOK_COLUMNS = ("kind", "name", "means", "plover")


@dataclass(frozen=True, slots=True)
class Table:
    """A named table; rows are plain objects, cells not yet made harmless."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Mapping[str, Any]]


def tables(exported: Exported) -> tuple[Table, ...]:
    """Return the tables of an export, the codebook last."""
    return (
        Table("claims", CLAIM_COLUMNS, exported.claim_rows()),
        Table("reports", REPORT_COLUMNS, exported.report_rows()),
        Table("codebook", CODEBOOK_COLUMNS, codebook.as_rows()),
    )
