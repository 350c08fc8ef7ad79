"""A record out as JSONL with a data package, and in again to the same state; damage is named."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.interop.build import fill
from tests.record.test_archive import START, do, everything, steps
from tracktwo.errors import InputError, NotFoundError, RecordError, UsageError
from tracktwo.interop import bundle
from tracktwo.interop.exported import Choices, gather
from tracktwo.record import Record
from tracktwo.record.rescuing import TABLES


@settings(max_examples=12, deadline=None)
@given(st.lists(steps, max_size=12))
def test_every_view_is_the_same_after_export_and_import(history: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        times = iter(START + dt.timedelta(days=n) for n in range(1000))
        with Record.open(Path(folder) / "a.sqlite", now=lambda: next(times)) as one:
            for step in history:
                try:
                    do(one, step)
                except (NotFoundError, UsageError, RecordError):
                    continue
            moments = sorted({row["recorded_at"] for _, row in one.archive("entries")})
            bundle.export(one, gather(one, Choices(names=True)), Path(folder) / "out")
            with Record.open(Path(folder) / "b.sqlite") as other:
                other.restore(bundle.read(Path(folder) / "out"))
                assert everything(other, moments) == everything(one, moments)
                assert other.pictures() == one.pictures()


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    ids = fill(tmp_path / "r.sqlite")
    with Record.open(tmp_path / "r.sqlite") as opened:
        opened.decide(ids["accepted"], "edit", changes={"modality": "planned"}, by="Ada", why="=1+1")
        yield opened


def whole(record: Record, place: Path) -> Path:
    bundle.export(record, gather(record, Choices(names=True)), place)
    return place


def test_the_package_describes_every_file(record: Record, tmp_path: Path) -> None:
    place = whole(record, tmp_path / "out")
    package = json.loads((place / "datapackage.json").read_text(encoding="utf-8"))
    listed = {resource["path"] for resource in package["resources"]}
    assert listed == {
        p.relative_to(place).as_posix() for p in place.rglob("*.*") if p.name != "datapackage.json"
    }
    counts = package["tracktwo"]["rows"]
    assert set(counts) == set(TABLES)
    assert {f"record/{table}.jsonl" for table in TABLES if counts[table]} <= listed
    assert not any((place / "record" / f"{table}.jsonl").exists() for table in TABLES if not counts[table])
    names = [resource["name"] for resource in package["resources"]]
    assert len(set(names)) == len(names)
    for resource in package["resources"]:
        data = (place / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()
        fields = [field["name"] for field in resource["schema"]["fields"]]
        if resource["format"] == "jsonl":
            for line in data.decode().splitlines():
                assert set(json.loads(line)) == set(fields)
    claims = next(r for r in package["resources"] if r["name"] == "claims")
    kinds = {field["name"]: field["type"] for field in claims["schema"]["fields"]}
    python = {"string": str, "integer": int, "number": float, "boolean": bool, "array": list, "date": str}
    for line in (place / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        for name, value in json.loads(line).items():
            assert value is None or type(value) is python[kinds[name]], name


def test_the_same_record_is_exported_to_the_same_bytes(record: Record, tmp_path: Path) -> None:
    one, other = whole(record, tmp_path / "a"), whole(record, tmp_path / "b")
    for path in one.rglob("*.*"):
        assert path.read_bytes() == (other / path.relative_to(one)).read_bytes()


def test_a_masked_bundle_tells_no_text_and_is_no_record(record: Record, tmp_path: Path) -> None:
    place = whole(record, tmp_path / "out")
    bundle.export(record, gather(record), place)
    for path in place.rglob("*.*"):
        assert "Klein" not in path.read_text(encoding="utf-8"), path.name
    with (
        Record.open(tmp_path / "b.sqlite") as other,
        pytest.raises(InputError, match="only a part of a record"),
    ):
        other.restore(bundle.read(place))


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("record/claims.jsonl", None, "missing"),
        ("record/texts.jsonl", "{}\n", "not the one that was exported"),
        ("datapackage.json", "[]", "no data package"),
        (
            "datapackage.json",
            '{"resources": [], "tracktwo": {"version": 99, "whole": true, "rows": {}}}',
            "newer",
        ),
        (
            "datapackage.json",
            '{"resources": [], "tracktwo": {"version": 1, "whole": true}}',
            "no data package",
        ),
        (
            "datapackage.json",
            '{"resources": [], "tracktwo": {"version": 1, "whole": true, "rows": {"texts": 1}}}',
            "missing",
        ),
        ("datapackage.json", None, "no bundle"),
    ],
)
def test_a_spoilt_bundle_is_named_and_nothing_is_kept(
    record: Record, tmp_path: Path, file: str, content: str | None, told: str
) -> None:
    place = whole(record, tmp_path / "out")
    if content is None:
        (place / file).unlink()
    else:
        (place / file).write_text(content, encoding="utf-8")
    with Record.open(tmp_path / "b.sqlite") as other:
        with pytest.raises(InputError, match=told):
            other.restore(bundle.read(place))
        assert other.state == 0


@pytest.mark.parametrize("line", ["not json", "[1]"])
def test_a_line_that_is_no_object_is_named(record: Record, tmp_path: Path, line: str) -> None:
    place = whole(record, tmp_path / "out")
    file = place / "record" / "people.jsonl"
    package = json.loads((place / "datapackage.json").read_text(encoding="utf-8"))
    file.write_text(file.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    for resource in package["resources"]:
        if resource["path"] == "record/people.jsonl":
            resource["hash"] = "sha256:" + hashlib.sha256(file.read_bytes()).hexdigest()
    (place / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    with Record.open(tmp_path / "b.sqlite") as other:
        with pytest.raises(InputError, match=r"people\.jsonl:5: "):
            other.restore(bundle.read(place / "datapackage.json"))
        assert other.state == 0
