"""CSV, XLSX, GraphML, DNA and PLOVER: their shapes, their figures, and nothing in them that runs."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.interop.build import fill
from tracktwo.errors import UsageError
from tracktwo.interop import csvs, dna, graphml, plover, xlsx
from tracktwo.interop.codebook import entries
from tracktwo.interop.exported import Choices, Exported, gather
from tracktwo.interop.networks import networks
from tracktwo.interop.statements import Statement, statements
from tracktwo.interop.tables import CLAIM_COLUMNS, REPORT_COLUMNS
from tracktwo.record import Record, intake
from tracktwo.vocabulary import Act

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture
def odd(tmp_path: Path) -> Iterator[Exported]:
    fill(tmp_path / "r.sqlite")
    with Record.open(tmp_path / "r.sqlite") as record:
        yield gather(record)


@pytest.fixture(scope="session")
def labour(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    from tracktwo.examples import example_folder

    with Record.open(tmp_path_factory.mktemp("labour") / "r.sqlite") as record:
        intake.add_files(record, [example_folder("labour")])
        return gather(record)


def cells_of(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def test_csv_has_every_column_and_a_codebook_for_each(odd: Exported, tmp_path: Path) -> None:
    files = csvs.export(odd, tmp_path / "out")
    assert [file.name for file in files] == ["claims.csv", "reports.csv", "codebook.csv"]
    claims, reports, codebook = map(cells_of, files)
    assert tuple(claims[0]) == CLAIM_COLUMNS
    assert tuple(reports[0]) == REPORT_COLUMNS
    assert (len(claims), len(reports)) == (5, 3)
    explained = {(kind, name) for kind, name, *_ in codebook}
    assert {("column of claims", name) for name in CLAIM_COLUMNS} <= explained
    assert {("column of reports", name) for name in REPORT_COLUMNS} <= explained
    assert {("act", act.value) for act in Act} <= explained
    assert all(entry.means for entry in entries())


def test_no_cell_of_any_table_runs(odd: Exported, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    (book,) = xlsx.export(odd, tmp_path / "out.xlsx")
    loaded = load_workbook(book)
    assert loaded.sheetnames == ["claims", "reports", "codebook"]
    kinds = {cell.data_type for sheet in loaded for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    values = [cell.value for sheet in loaded for row in sheet.iter_rows() for cell in row]
    files = [*csvs.export(odd, tmp_path / "csv"), *plover.export(odd, tmp_path / "plover.csv")]
    values += [one for file in files for row in cells_of(file) for one in row]
    values += [one for row in cells_of(dna.export(odd, tmp_path / "dna.csv")[0], ";") for one in row]
    texts = [value for value in values if isinstance(value, str)]
    assert any("HYPERLINK" in text for text in texts)
    for text in texts:
        assert text.lstrip()[:1] not in tuple("=+@|%") or text.startswith("'"), text
        assert not any(c in text for c in "\x07\x1b\u202e"), text


def test_the_workbook_holds_what_the_csv_does(labour: Exported, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    (book,) = xlsx.export(labour, tmp_path / "out.xlsx")
    claims = cells_of(csvs.export(labour, tmp_path / "csv")[0])
    sheet = load_workbook(book, read_only=True)["claims"]
    rows = [["" if v is None else str(v) for v in row] for row in sheet.iter_rows(values_only=True)]
    assert rows == [[text.replace("\r\n", "\n") for text in row] for row in claims]
    assert len(rows) == len(labour.claims) + 1


def test_plover_types_what_happened_and_counts_independent_sources(labour: Exported, tmp_path: Path) -> None:
    (file,) = plover.export(labour, tmp_path / "events.csv")
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"), newline="")))
    kinds = {row["event_type"] for row in rows}
    assert {"REQUEST", "REJECT"} <= kinds
    assert "none" not in kinds
    claims = {claim.id: claim for claim in labour.claims}
    for row in rows:
        ids = row["claims"].split("; ")
        assert {claims[one].modality.value for one in ids} == {"asserted"}
        assert row["event_type"] == plover.event_type(row["act"])
        assert int(row["sources"]) <= len(row["reports"].split("; "))
    assert plover.event_type("prefer") is None


def test_the_discourse_network_analyzers_columns(labour: Exported, tmp_path: Path) -> None:
    (file,) = dna.export(labour, tmp_path / "dna.csv")
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0] == (
        '"statement ID";"time";"document ID";"document title";"author";"source";"section";"type";"text";'
        '"person";"organization";"concept";"agreement"'
    )
    rows = [dict(zip(dna.COLUMNS, line.split(";"), strict=True)) for line in lines[1:]]
    assert len(rows) == len(statements(labour)) > 3
    assert {row["agreement"] for row in rows} == {"0", "1"}
    assert rows[0]["time"] == "2025-02-03 00:00:00"
    assert [row["statement ID"] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]


def said(actor: str, concept: str, agreement: bool, number: int) -> Statement:
    return Statement(f"k{number}", "r", actor, None, actor, concept, agreement, None, "")


def test_networks_by_hand() -> None:
    given = [
        said("A", "x", True, 1),
        said("A", "x", True, 2),
        said("B", "x", True, 3),
        said("C", "x", False, 4),
        said("A", "y", True, 5),
        said("B", "y", False, 6),
        said("C", "z", True, 7),
    ]
    affiliation, congruence, conflict = networks(given)
    assert [(e.weight, e.agreement) for e in affiliation.edges] == [
        (2.0, True),
        (1.0, True),
        (1.0, True),
        (1.0, False),
        (1.0, False),
        (1.0, True),
    ]
    names = {node.key: node.name for node in congruence.nodes}

    def ties(network: object) -> dict[str, tuple[float, float | None]]:
        edges = network.edges  # type: ignore[attr-defined]
        return {names[e.source] + names[e.target]: (e.weight, e.normalised) for e in edges}

    assert ties(congruence) == {"AB": (1.0, 0.5)}
    assert ties(conflict) == {"AB": (1.0, 0.5), "AC": (1.0, 0.5), "BC": (1.0, 0.5)}
    assert congruence.edges[0].claims == ("k1", "k2", "k3")


def test_graphml_is_sound_xml_whatever_the_names(tmp_path: Path, labour: Exported) -> None:
    files = graphml.export(labour, tmp_path / "out")
    assert [file.stem for file in files] == ["affiliation", "congruence", "conflict"]
    for file in files:
        root = ET.parse(file).getroot()
        known = {node.get("id") for node in root.iter(f"{GRAPHML}node")}
        edges = list(root.iter(f"{GRAPHML}edge"))
        assert all({edge.get("source"), edge.get("target")} <= known for edge in edges)
        assert file.stem != "affiliation" or edges
        keys = {key.get("id") for key in root.iter(f"{GRAPHML}key")}
        assert {data.get("key") for data in root.iter(f"{GRAPHML}data")} <= keys
    odd = networks([said('A<&"\x00]]>', "x\x1b", True, 1), said("B", "x\x1b", False, 2)])
    for network in odd:
        assert ET.fromstring("".join(graphml.lines(network)))


def test_masks_hold_in_every_format(odd: Exported, tmp_path: Path) -> None:
    files = [
        *csvs.export(odd, tmp_path / "csv"),
        *graphml.export(odd, tmp_path / "graphml"),
        *dna.export(odd, tmp_path / "dna.csv"),
        *plover.export(odd, tmp_path / "plover.csv"),
    ]
    for file in files:
        assert "Klein" not in file.read_text(encoding="utf-8"), file.name


def test_a_view_of_the_past_is_exported_as_it_was(tmp_path: Path) -> None:
    fill(tmp_path / "r.sqlite")
    with Record.open(tmp_path / "r.sqlite") as record:
        assert [r.key for r in gather(record, Choices(as_of="2024-03-01")).reports] == ["talks"]
        assert gather(record, Choices(known_on="2020-01-01")).claims == ()


def test_files_and_folders_are_not_mistaken(odd: Exported, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="several files"):
        csvs.export(odd, tmp_path / "file")
    with pytest.raises(UsageError, match="this is a folder"):
        xlsx.export(odd, tmp_path)
    assert (tmp_path / "file").read_text() == "x"
