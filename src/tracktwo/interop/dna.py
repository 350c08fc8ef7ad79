"""The Discourse Network Analyzer's event list: one statement a row, its columns and separators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tracktwo.interop.cells import neutral
from tracktwo.interop.exported import Exported
from tracktwo.interop.folders import write
from tracktwo.interop.statements import statements

COLUMNS = (
    *("statement ID", "time", "document ID", "document title", "author", "source", "section", "type", "text"),
    *("person", "organization", "concept", "agreement"),
)


def export(exported: Exported, out: Path) -> tuple[Path, ...]:
    """Write the statements to the CSV file ``out``; return it.

    A statement without a date has an empty time: the program that reads it decides what to do with it.
    """
    return (write(out, lines(exported)),)


def lines(exported: Exported) -> Iterator[str]:
    """Yield the lines of the event list."""
    yield ";".join(_quoted(name) for name in COLUMNS) + "\n"
    reports = {exported.masks.text(r.key): (n, r) for n, r in enumerate(exported.reports, 1)}
    for number, one in enumerate(statements(exported), 1):
        place, report = reports[one.report]
        title = exported.masks.text(report.title or report.key)
        yield (
            ";".join(
                (
                    str(number),
                    f"{one.date} 00:00:00" if one.date else "",
                    str(place),
                    *(
                        _quoted(value)
                        for value in (
                            title,
                            "",
                            exported.masks.text(report.publisher or ""),
                            "",
                            "report",
                            one.text,
                            one.person or "",
                            one.organisation or "",
                            one.concept,
                        )
                    ),
                    str(int(one.agreement)),
                )
            )
            + "\n"
        )


_BEHIND_A_COMMA = re.compile(r",\s*(?=[=+\-@|%＝＋－＠])")


def _quoted(text: str) -> str:
    # The Discourse Network Analyzer itself writes commas for semicolons and single for double quotes.
    plain = " ".join(neutral(text).split()).replace(";", ",").replace('"', "'")
    # A spreadsheet that takes commas for ends of cells would run what stands behind one.
    harmless = _BEHIND_A_COMMA.sub(r"\g<0>'", plain)
    return f'"{harmless}"'
