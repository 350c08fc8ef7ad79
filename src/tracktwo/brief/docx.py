"""The brief as a Word document: the same sections and sentences as on the terminal, in full."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracktwo.brief import header
from tracktwo.brief.model import Brief
from tracktwo.brief.safe import safe
from tracktwo.brief.tables.packages import package_lines
from tracktwo.brief.terminal import Page
from tracktwo.brief.words import capital
from tracktwo.interop.cells import visible

if TYPE_CHECKING:
    from rich.text import Text

CITED = "cyan"  # how the page marks citation numbers
SMALL = 8
MOST_TITLE = 255  # characters that the properties of a document take


def write(brief: Brief, path: Path, *, explore: bool = False) -> None:
    """Write the brief to ``path``.

    Parameters
    ----------
    brief : Brief
    path : Path
    explore : bool
        Whether the model sections are in it, labelled exploratory.
    """
    page = _Document(brief)
    page.print(explore=explore)
    buffer = io.BytesIO()
    page.file.save(buffer)
    path.write_bytes(buffer.getvalue())


class _Document(Page):
    """The page, put into paragraphs of a document instead of lines, nothing left out."""

    cut = False

    def __init__(self, brief: Brief) -> None:
        from docx import Document
        from rich.console import Console

        super().__init__(brief, Console(file=io.StringIO()))
        self.file: Any = Document()
        self.file.core_properties.title = visible(brief.title)[:MOST_TITLE]
        self.file.core_properties.author = "tracktwo"

    def header(self) -> None:
        self.file.add_heading(visible(safe(self.brief.title)), level=0)
        for line in header.lines(self.brief):
            self.text(line)

    def heading(self, text: str) -> None:
        self.file.add_heading(visible(safe(text)), level=1)

    def put(self, text: Text, first: str = "", rest: str = "") -> None:
        """Add one paragraph; citation numbers are small."""
        from docx.shared import Pt

        bullet = first.startswith("-")
        paragraph = self.file.add_paragraph(style="List Bullet" if bullet else None)
        paragraph.paragraph_format.space_after = Pt(4)
        if not bullet:
            paragraph.paragraph_format.left_indent = Pt(6 * len(rest))
        edges = sorted({0, len(text.plain), *(at for span in text.spans for at in (span.start, span.end))})
        for start, end in pairwise(edges):
            run = paragraph.add_run(visible(text.plain[start:end]))
            styles = {str(span.style) for span in text.spans if span.start <= start and end <= span.end}
            run.bold, run.italic = (
                "bold" in {*styles, str(text.style)},
                "italic" in {*styles, str(text.style)},
            )
            if CITED in styles:
                run.font.size = Pt(SMALL)

    def packages(self) -> None:
        """Add proposals by issue as a table."""
        self.heading("Proposals by issue")
        lines = package_lines(self.brief, self.names)
        if not lines:
            self.text("No proposal with terms is reported.")
            return
        table = self.file.add_table(rows=1, cols=4, style="Light Grid Accent 1")
        for cell, title in zip(
            table.rows[0].cells, ("Issue", "Proposal", "Option", "As written"), strict=True
        ):
            cell.text = title
        for line in lines:
            for key, held in line.cells.items():
                numbers = "".join(f"[{n}]" for n in self.names.cites(held.claims))
                words = "; ".join(f"“{text}”" for text in held.texts)
                shown = (
                    f"{capital(line.name)} ({line.mark})",
                    self.names.proposal(key),
                    held.option,
                    f"{words} {numbers}".strip(),
                )
                for cell, text in zip(table.add_row().cells, shown, strict=True):
                    cell.text = visible(safe(text))
