"""Nothing that a case file, or a negotiation domain, calls its parties, issues and options acts anywhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Call, call
from tests.outputs import hostile
from tests.outputs.harmless import files_in, harmless, harmless_file, harmless_words
from tests.outputs.hostile import EVIL, Way, fill
from tests.outputs.hostile_case import BLOCKS, LONG, hostile_case, ways_of_a_case
from tracktwo.case import loads

__all__ = ["call"]

KINDS = {"names": {}, "keys": {"keys": True}, "long": {"more": LONG}}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hostile record, only to be copied."""
    path = tmp_path_factory.mktemp("hostile") / "record.sqlite"
    fill(path)
    return path


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    shutil.copy(made, tmp_path / "record.sqlite")
    return tmp_path


def test_it_is_hostile_all_over() -> None:
    case = loads(hostile_case())
    assert all(EVIL in one.name and BLOCKS in one.name for one in case.issues.values())
    assert all(EVIL in one.name for one in (*case.parties.values(), *case.proposals.values()))
    assert all(EVIL in option for one in case.issues.values() for option in one.options[1:])
    assert case.values
    assert any(EVIL in line.text for line in case.red_lines)


def cases() -> Iterator[tuple[Way, str]]:
    """Every output with hostile names; with hostile keys and very long words what people look at."""
    for way in ways_of_a_case():
        yield way, "names"
        if not {"json", "csv"} & {*way.words}:
            yield from ((way, kind) for kind in ("keys", "long"))


@pytest.mark.parametrize(("way", "kind"), [*cases()], ids=str)
def test_every_output_of_a_case(way: Way, kind: str, case: Path, call: Call) -> None:
    (case / "case.yaml").write_text(hostile_case(**KINDS[kind]), encoding="utf-8")
    words = tuple(str(case) if word == "CASE" else word for word in way.words)
    if kind == "keys":
        # Proposals are asked for by their keys.
        words = tuple(
            f"{EVIL} {BLOCKS} {one}" if one in ("new-offer", "amsel-package") else one for one in words
        )
    out = case / (way.out or "none")
    done = call(*words, *(("--out", str(out)) if way.out else ()))
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1), done.stderr
    harmless(done, way.words)
    for file in files_in(out) if way.out else ():
        harmless_words(file.name)
        harmless_file(file)
    if way.words == ("draft",):
        harmless_words((case / "case.yaml").read_text(encoding="utf-8"))
        assert call("check").returncode in (0, 1)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("style", ["genius", "geniusweb"])
def test_a_domain_from_elsewhere(style: str, kind: str, case: Path, call: Call) -> None:
    (case / "case.yaml").write_text(hostile_case(plain=True, **KINDS[kind]), encoding="utf-8")
    domain = case / "domain"
    done = call("export", style, "--out", str(domain))
    assert done.returncode == 0, done.stderr
    for file in files_in(domain):
        harmless_words(file.name)
        harmless_file(file)
    for table in ("table", "json", "csv"):
        done = call("deals", "--domain", str(domain), "--format", table)
        assert done.returncode in (0, 1), done.stderr
        harmless(done, ("deals", "--format", table))
    other = case / "other"
    other.mkdir()
    done = call("import", "domain", str(domain), "--case", str(other))
    assert done.returncode in (0, 1), done.stderr
    harmless_words(done.stdout + done.stderr)
    harmless_words((other / "case.yaml").read_text(encoding="utf-8"))
    for words in (("deals",), ("check",), ("deals", "--format", "csv")):
        harmless(call(*words, "--case", str(other)), words)


LONG_WAYS = (
    ("positions",),
    ("gaps", "--format", "csv"),
    ("proposals", "--format", "json"),
    ("draft",),
    ("check",),
    ("deals",),
    ("brief", "CASE", "--names", "--also", "docx", "--also", "xlsx"),
    ("brief", "CASE", "--explore", "--format", "json"),
    ("export", "xlsx", "--names"),
    ("export", "graphml", "--names"),
)


@pytest.fixture(scope="module")
def long_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record whose names are ten thousand characters long; only to be copied."""
    path = tmp_path_factory.mktemp("long") / "record.sqlite"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(hostile, "EVIL", f"{EVIL} {BLOCKS} {LONG}".strip())
        fill(path)
    return path


@pytest.mark.parametrize("words", LONG_WAYS, ids=" ".join)
def test_very_long_names(words: tuple[str, ...], long_made: Path, tmp_path: Path, call: Call) -> None:
    shutil.copy(long_made, tmp_path / "record.sqlite")
    if words[0] in ("check", "deals") or "--explore" in words:
        assert call("draft").returncode == 0
    out = tmp_path / ("out.xlsx" if words[:2] == ("export", "xlsx") else "out")
    writes = words[0] == "export" or "--names" in words
    given = tuple(str(tmp_path) if word == "CASE" else word for word in words)
    done = call(*given, *(("--out", str(out)) if writes else ()))
    assert done.returncode in (0, 1), done.stderr[-500:]
    harmless(done, words)
    for file in files_in(out) if writes else ():
        harmless_file(file)
    if words == ("draft",):
        before = (tmp_path / "case.yaml").read_text(encoding="utf-8")
        loads(before)
        assert call("draft").returncode == 0
        assert (tmp_path / "case.yaml").read_text(encoding="utf-8") == before
