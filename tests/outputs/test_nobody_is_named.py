"""Who must not be named is named in no output that leaves the machine, and labels show wherever rows do."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Call, call
from tests.interop.build import fill
from tests.outputs.hostile import QUESTIONS
from tests.record.build import reading
from tests.record.linking.made import Text
from tests.record.talks import told
from tracktwo.record import Record
from tracktwo.vocabulary import Act
from tracktwo.vocabulary.reading import PersonSeen

__all__ = ["call"]

PRIVATE = ("Rosa", "Klein", "KLEIN", "Tom Klein")
FORMATS = {
    "csv": "folder",
    "jsonl": "folder",
    "graphml": "folder",
    "xlsx": "made.xlsx",
    "dna": "made.csv",
    "plover": "made.csv",
}

# They hold positions on what is on the table, of which these reports tell none; networks have a test below.
NO_STANCES = ("graphml", "dna")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Only to be copied: one person sensitive, one report confidential."""
    path = tmp_path_factory.mktemp("named") / "record.sqlite"
    fill(path)
    with Record.open(path) as record:
        record.label("name", "Max Stein", "sensitive")
        record.label("report", "odd", "confidential")
    return path


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    shutil.copy(made, tmp_path / "record.sqlite")
    return tmp_path


def words_of(path: Path) -> Iterator[str]:
    """Every text in a file, in any part of it."""
    for file in [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]:
        yield file.name
        if file.suffix in (".xlsx", ".docx"):
            with zipfile.ZipFile(file) as parts:
                for name in parts.namelist():
                    yield parts.read(name).decode("utf-8", "replace")
        else:
            yield file.read_text(encoding="utf-8")


def written(call: Call, case: Path, words: tuple[str, ...]) -> tuple[str, str]:
    """Everything a command left, on the screen and in files; and its warnings."""
    if words[0] == "brief":
        out = case / "brief"
        words = ("brief", str(case), *words[1:], "--also", "docx", "--also", "xlsx")
    else:
        out = case / "out" / FORMATS[words[1]]
        out.parent.mkdir()
        words = (*words, "--out", str(out))
    done = call(*words)
    assert done.returncode == 0, done.stderr
    return "\n".join(words_of(out)), done.stderr


OUTPUTS = [*(("export", style) for style in FORMATS), ("brief",)]


@pytest.mark.parametrize("words", OUTPUTS, ids=" ".join)
def test_people_without_a_role_are_masked(words: tuple[str, ...], case: Path, call: Call) -> None:
    text, warned = written(call, case, words)
    assert not [name for name in PRIVATE if name in text]
    assert "Ada Berg" in text or words[-1] in NO_STANCES
    assert "--names tells them" in warned


@pytest.mark.parametrize("words", OUTPUTS, ids=" ".join)
def test_people_are_named_when_asked_for(words: tuple[str, ...], case: Path, call: Call) -> None:
    text, _ = written(call, case, (*words, "--names"))
    assert "Rosa Klein" in text or words[-1] in (*NO_STANCES, "plover")


@pytest.mark.parametrize("names", [(), ("--names",)])
@pytest.mark.parametrize("words", OUTPUTS, ids=" ".join)
def test_redacted_outputs_name_nobody_labelled_and_nothing_confidential(
    words: tuple[str, ...], names: tuple[str, ...], case: Path, call: Call
) -> None:
    text, warned = written(call, case, (*words, "--redact", *names))
    assert not [name for name in ("Stein", "HYPERLINK", "evil.example") if name in text]
    assert "confidential reports and claims are left out" in warned
    assert "[Union leader]" in text or words[-1] in NO_STANCES


@pytest.mark.parametrize("style", NO_STANCES)
def test_networks_and_statements_name_nobody_either(style: str, tmp_path: Path, call: Call) -> None:
    first = told("first", 1, ("propose",), None)
    text = Text("second")
    text.sentence("Norway held talks with Chile.")
    text.claim(Act.MEET, "held talks", "with Chile", actor="Norway", party="Norway", toward="Chile")
    people = []
    for name, role in (
        ("Rosa Klein", "mother of a hostage"),
        ("Max Stein", "minister"),
        ("Ada Berg", "minister"),
    ):
        text.sentence(f"{name} of Chile supported Norway's proposal.")
        text.claim(Act.SUPPORT, "supported", "Norway's proposal", actor=name, party="Chile", role=role)
        start, end = text.find(name)
        people.append(PersonSeen(name, role, "Chile", None, start or 0, end or 0))
    with Record.open(tmp_path / "record.sqlite") as record:
        record.add(first[0], reading(first[0], *first[1]))
        second = text.report()
        record.add(second, replace(reading(second, *text.claims), people=tuple(people)))
        record.label("name", "Max Stein", "sensitive")
    (case := tmp_path).joinpath("out").mkdir()
    for options, gone, there in (
        ((), ("Rosa", "Klein"), ("Max Stein", "Ada Berg")),
        (("--redact",), ("Rosa", "Klein", "Stein"), ("Ada Berg",)),
        (("--names",), (), ("Rosa Klein", "Max Stein", "Ada Berg")),
    ):
        shutil.rmtree(case / "out")
        shown, _ = written(call, case, ("export", style, *options))
        assert [name for name in gone if name in shown] == []
        assert [name for name in there if name not in shown] == []


@pytest.mark.parametrize("style", ["genius", "geniusweb"])
def test_a_domain_that_redact_does_not_know_is_refused(style: str, case: Path, call: Call) -> None:
    done = call("export", style, "--redact")
    assert done.returncode == 2
    assert "--redact does not know" in done.stderr


VALUES = """
values:
  norway: {options: {nets: {restriction: 1}}, reservation: 0.2}
  chile: {options: {nets: {restriction: -1}}, reservation: 0.2}
"""


def test_figures_that_rest_on_what_is_confidential_are_told_in_no_redacted_brief(
    tmp_path: Path, call: Call
) -> None:
    with Record.open(tmp_path / "record.sqlite") as record:
        for key, number, facts in (("open", 1, ("propose",)), ("kept", 2, ("Chile opposed",))):
            one, claims = told(key, number, facts, None)
            record.add(one, reading(one, *claims))
    assert call("draft").returncode == 0
    path = tmp_path / "case.yaml"
    path.write_text(path.read_text(encoding="utf-8") + VALUES, encoding="utf-8")
    plain = call("brief", ".", "--explore", "--redact")
    assert "Not explored" not in plain.stdout + plain.stderr
    call("record", "label", "open", "confidential")
    redacted = call("brief", ".", "--explore", "--redact")
    assert "Not explored: something in the case file rests only on what is confidential." in redacted.stderr
    assert "a ban on nets" not in redacted.stdout + "".join(words_of(tmp_path / "brief"))


@pytest.mark.parametrize(
    "words",
    [
        words
        for words in QUESTIONS
        if words[0] in ("claims", "timeline", "review", "positions") and len(words) < 3
    ],
    ids=" ".join,
)
def test_tables_mark_what_rests_on_something_labelled(
    words: tuple[str, ...], tmp_path: Path, call: Call
) -> None:
    with Record.open(tmp_path / "record.sqlite") as record:
        for key, number, facts in (
            ("a", 1, ("propose", "Chile opposed")),
            ("b", 2, ("Peru supported", "board")),
        ):
            one, claims = told(key, number, facts, None)
            record.add(one, reading(one, *claims))
    before = call(*words).stdout
    assert "label" not in before.split("\n")[0]
    call("record", "label", "a", "sensitive")
    call("record", "label", "b", "confidential")
    marked = call(*words).stdout
    if words[-1] != "--agreement":
        assert "confidential" in marked or "sensitive" in marked, marked
    json = call(*words, "--format", "json").stdout
    assert '"sensitivity"' not in json


def test_a_claim_is_shown_with_its_label(case: Path, call: Call) -> None:
    with Record.open(case / "record.sqlite") as record:
        mine = {claim.report: claim.id for claim in record.claims()}
        assert record.labelled_claims()[mine["odd"]] == "confidential"
    assert "label:     confidential" in call("show", mine["odd"]).stdout
