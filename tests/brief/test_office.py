"""The brief as a Word document and as a workbook: the same as elsewhere, whole, and harmless."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from typer.testing import CliRunner

from tests.deals.chances.cases import TALKS, case_from
from tracktwo.brief import Brief, docx, xlsx
from tracktwo.brief.exploring import explored
from tracktwo.cli.app import app
from tracktwo.vocabulary.outlook import Outlook, ProposalOutlook

SECTIONS = (
    "Where it stands",
    "What must happen next",
    "Who is in it",
    "Tracks and meetings",
    "Proposals by issue",
    "Positions as reported",
    "Timeline",
    "What changed",
    "Contradictions and competing assessments",
    "Could it pass, and who blocks",
    "How it may go",
    "What to find out next",
    "Evidence",
)


@pytest.fixture(scope="module")
def judged() -> Brief:
    """Return an explored brief of the talks of ``TALKS``."""
    case = case_from(TALKS)
    rows = tuple(ProposalOutlook(key, False, "not reported", ("a yes",)) for key in case.proposals)
    bare = Brief(title="Talks", as_of="2030-01-02", case="talks", proposals=tuple(case.proposals.values()))
    return explored(replace(bare, outlook=Outlook(proposals=rows)), case)


def test_the_document_has_every_section_and_every_quote(brief: Brief, tmp_path: Path) -> None:
    docx.write(brief, tmp_path / "brief.docx")
    made = Document(str(tmp_path / "brief.docx"))
    headings = [p.text for p in made.paragraphs if p.style.name == "Heading 1"]
    assert [heading for heading in headings if heading in SECTIONS] == list(SECTIONS)
    text = "\n".join(p.text for p in made.paragraphs)
    assert made.paragraphs[0].text == brief.title
    for claim in brief.claims:
        assert " ".join(claim.quote.split()) in " ".join(text.split())
    assert "more: in brief.html" not in text  # nothing is cut
    (table,) = made.tables
    assert len(table.rows) == 1 + sum(len(p.terms) for p in brief.proposals)


def test_the_workbook_has_a_row_for_each_with_its_quotes(brief: Brief, tmp_path: Path) -> None:
    xlsx.write(brief, tmp_path / "brief.xlsx")
    book = load_workbook(tmp_path / "brief.xlsx", read_only=True)
    rows = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    assert len(rows["claims"]) == 1 + len(brief.claims)
    assert len(rows["positions"]) == 1 + len(brief.positions)
    assert len(rows["coverage"]) == 1 + len(brief.coverage)
    quotes = {claim.quote for claim in brief.claims}
    at = rows["positions"][0].index("quotes")
    told = [row[at] for row in rows["positions"][1:] if row[at]]
    assert told
    assert all(part in quotes for cell in told for part in str(cell).split(" / "))


def test_figures_stand_apart_and_only_where_asked_for(judged: Brief, tmp_path: Path) -> None:
    for explore in (False, True):
        docx.write(judged, tmp_path / "brief.docx", explore=explore)
        text = "\n".join(p.text for p in Document(str(tmp_path / "brief.docx")).paragraphs)
        assert ("What could pass, explored" in text) is explore
        assert ("a user’s own judgement" in text) is explore
        names = {table.name for table in xlsx.tables(judged, explore=explore)}
        assert ("acceptance, explored" in names) is explore


def test_what_a_report_says_runs_nowhere(brief: Brief, tmp_path: Path) -> None:
    loud = replace(
        brief, title="=1+1\x07 \u202edeal", claims=(replace(brief.claims[0], quote="=cmd|'/c'!A1\x07"),)
    )
    docx.write(loud, tmp_path / "brief.docx")
    text = "\n".join(p.text for p in Document(str(tmp_path / "brief.docx")).paragraphs)
    assert "\x07" not in text
    assert "\u202e" not in text
    xlsx.write(loud, tmp_path / "brief.xlsx")
    book = load_workbook(tmp_path / "brief.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert any(str(cell.value).startswith("'=cmd") for cell in cells)


def test_brief_writes_them_beside_the_page(tmp_path: Path) -> None:
    report = tmp_path / "one.txt"
    report.write_text(
        "Norway proposed a ban on tuna fishing. Chile rejected the proposal.\n", encoding="utf-8"
    )
    words = ["brief", str(report), "--case", str(tmp_path / "case"), "--also", "docx", "--also", "xlsx"]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0
    folder = tmp_path / "case" / "brief"
    assert sorted(path.name for path in folder.iterdir()) == ["brief.docx", "brief.html", "brief.xlsx"]
    assert all(str(path) in done.stdout for path in folder.iterdir())
    assert CliRunner().invoke(app, [*words[:4], "--also", "odt"]).exit_code == 2
