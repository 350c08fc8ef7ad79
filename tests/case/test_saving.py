"""A case file is the old one or the new one, whatever happens in between."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.case.test_edits import BASE, edited
from tracktwo.case import draft, load, save, write
from tracktwo.errors import CaseError

LATER = replace(BASE, title="Harbour talks", parties=BASE.parties[:1])


class Killed(BaseException):
    """Stands for a kill: nothing after it runs, except what the operating system keeps."""


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_kill_at_any_rename_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    path = tmp_path / "case.yaml"
    save(draft(BASE), path)
    edited(path, "venue: the harbour office", "venue: the town hall")
    renames, real = 0, os.replace

    def killed(source: Any, target: Any) -> None:
        nonlocal renames
        renames += 1
        if renames == at:
            raise Killed
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", killed)
        with pytest.raises(Killed):
            save(draft(LATER), path)
    assert load(path).title == ("Port talks" if at < 3 else "Harbour talks")
    assert load(path).tracks["main"].venue == "the town hall"
    # The next draft goes on as if nothing had happened: the edit stands, the rest follows.
    edited(path, "name: Dockers' Union", "name: Union of Dockers")
    assert save(draft(LATER), path).conflicts == ()
    case = load(path)
    assert case.title == "Harbour talks"
    assert list(case.parties) == ["union"]
    assert case.parties["union"].name == "Union of Dockers"
    assert case.tracks["main"].venue == "the town hall"


def test_a_full_disk_leaves_the_file_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case.yaml"
    write(draft(BASE), path)
    before = path.read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CaseError, match=r"the case file cannot be written \(No space left on device\)"):
        write(draft(LATER), path)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["case.yaml"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="cannot be written"):
        write(draft(BASE), tmp_path / "nowhere" / "case.yaml")


def test_the_files_permissions_stay(tmp_path: Path) -> None:
    path = write(draft(BASE), tmp_path / "case.yaml")
    path.chmod(0o600)
    save(draft(LATER), path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_damaged_kept_draft_only_costs_what_it_knew(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    save(draft(BASE), path)
    (tmp_path / ".case.draft.json").write_text("{" * 100_000)
    save(draft(LATER), path)
    case = load(path)
    assert case.title == "Port talks"
    assert set(case.parties) == {"union", "port"}


def test_an_empty_file_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("\n")
    save(draft(BASE), path)
    assert load(path) == draft(BASE)
