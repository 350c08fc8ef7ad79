"""A team's own coding: found in the text, marked, every fault with its line, and the rest stored."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.interop.build import TALKS, fill
from tests.record.build import reading, report
from tracktwo.errors import FormatError, Where
from tracktwo.interop import coding_files, csvs
from tracktwo.interop.exported import Choices, gather
from tracktwo.record import Record
from tracktwo.record.batching import Bounds
from tracktwo.reports.locating import places
from tracktwo.vocabulary import Act, Modality, Status, Voice

TEXT = "The drivers’ union said “no” to the\noffer of 4%. It rejected it twice. It rejected it twice."


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    made = report("strike", TEXT, "2024-05-01")
    fill(tmp_path / "r.sqlite")
    with Record.open(tmp_path / "r.sqlite") as opened:
        opened.add(made, reading(made))
        yield opened


def take(record: Record, path: Path, content: str) -> coding_files.Coding:
    path.write_text(content, encoding="utf-8")
    return coding_files.take(record, path)


def test_a_csv_coding_is_found_in_its_text(record: Record, tmp_path: Path) -> None:
    content = (
        "\ufeffreport;quote;actor;act;object;modality;event_from;unnamed\r\n"
        'strike;"The drivers\' union said ""no"" to the offer of 4%.";Drivers\' union;reject;offer of 4%;;'
        "2024-04-30;no\r\n"
    )
    assert take(record, tmp_path / "team.csv", content) == coding_files.Coding(1, 0)
    one = next(c for c in record.claims() if c.method == "import:team.csv")
    assert one.quote == TEXT[: TEXT.index(" It")]
    assert TEXT[one.object_start : one.object_end] == one.object == "offer of 4%"
    assert (one.actor, one.act, one.modality, one.voice) == (
        "Drivers' union",
        Act.REJECT,
        Modality.ASSERTED,
        Voice.OWN,
    )
    assert (one.event_from, one.report_date, one.status) == ("2024-04-30", "2024-05-01", Status.PROPOSED)
    assert one.actor_text is None
    assert one.confidence == 1.0
    assert record.verify() == ()
    assert take(record, tmp_path / "team.csv", content) == coding_files.Coding(0, 1)


def test_a_jsonl_coding_carries_terms_and_sources(record: Record, tmp_path: Path) -> None:
    start = TEXT.rindex("It rejected")
    row = {
        "report": "strike",
        "quote": "It rejected it twice.",
        "start": start,
        "end": len(TEXT),
        "act": "reject",
        "actor": "It",
        "terms": [{"head": "rejection", "text": "it twice"}],
        "attribution": [{"name": None, "text": "drivers' union", "cue": "said", "unnamed": True}],
        "flags": [{"code": "anaphor", "readings": ["the union"]}],
        "confidence": 0.5,
        "voice": "own",
    }
    assert take(record, tmp_path / "a.jsonl", json.dumps(row) + "\n\n").new == 1
    one = next(c for c in record.claims() if c.method == "import:a.jsonl")
    assert (one.start, one.predicate, one.actor_text) == (start, "rejected", "It")
    assert TEXT[one.terms[0].start : one.terms[0].end] == "it twice"
    assert one.attribution[0].text == "drivers’ union"
    assert one.flags[0].readings == ("the union",)


FAULTS = [
    ("strike,nowhere,reject,,", "does not stand in strike"),
    ("strike,It rejected it twice.,reject,,", "stands 2 times"),
    ("strike,offer of 4%,fly,,", "'fly' is no act"),
    ("strike,offer of 4%,,,", "lacks act"),
    ("stryke,offer of 4%,reject,,", "Did you mean 'strike'"),
    ("strike,offer of 4%,reject,a lorry,", "object does not stand in the quote"),
    ("strike,offer of 4%,reject,,soon", "is no date"),
]


def test_every_fault_has_its_line_and_the_other_claims_are_kept(record: Record, tmp_path: Path) -> None:
    lines = ["report,quote,act,object,event_from", "strike,to the offer,reject,,"]
    good = "strike,It rejected it twice. It rejected it twice.,oppose,,"
    content = "\n".join([*lines, *(line for line, _ in FAULTS), good])
    done = take(record, tmp_path / "bad.csv", content)
    assert (done.new, done.known) == (2, 0)
    assert len(done.faults) == len(FAULTS)
    for number, (fault, (_, words)) in enumerate(zip(done.faults, FAULTS, strict=True), 3):
        assert str(fault).startswith(f"{tmp_path}/bad.csv:{number}: "), fault
        assert words in str(fault)
    assert {c.act for c in record.claims() if c.method == "import:bad.csv"} == {Act.REJECT, Act.OPPOSE}
    again = take(record, tmp_path / "bad.csv", content)
    assert (again.new, again.known, len(again.faults)) == (0, 2, len(FAULTS))


MANGLED = [
    ("a.jsonl", b"not json", "this line is no JSON"),
    ("a.jsonl", b"[" * 100_000, "this line is no JSON"),
    ("a.jsonl", b"\x00\xff\xfe", "no JSON"),
    ("a.jsonl", b'{"report": "strike", "quote": "caf\xe9", "act": "reject"}', "not UTF-8"),
    ("a.jsonl", b'{"report": "strike", "quote": "offer", "act": "reject", "role": "\\ud800"}', "not UTF-8"),
    (
        "a.jsonl",
        b'{"report": "strike", "quote": "offer", "act": "reject", "start": Infinity, "end": 2}',
        "whole number",
    ),
    ("a.csv", b"strike,caf\xe9,reject", "not UTF-8"),
    ("a.csv", b'strike,"offer"x,reject', "this is no CSV"),
    ("a.csv", b"strike,offer,reject,more,cells", "more cells"),
    ("a.csv", b"strike," + b"x" * 200_000 + b",reject", "this is no CSV"),
]


@pytest.mark.parametrize(("name", "line", "told"), MANGLED)
def test_a_mangled_entry_is_named_and_loses_no_other(
    record: Record, tmp_path: Path, name: str, line: bytes, told: str
) -> None:
    if name == "a.csv":
        lines = [b"report,quote,act", b"strike,to the offer,reject", line, b"strike,offer of 4%,reject"]
    else:
        rows = [{"report": "strike", "quote": words, "act": "reject"} for words in ("no", "offer of 4%")]
        first, last = (json.dumps(row).encode() for row in rows)
        lines = [b"", first, line, last]
    (tmp_path / name).write_bytes(b"\n".join(lines))
    done = coding_files.take(record, tmp_path / name)
    assert (done.new, len(done.faults)) == (2, 1)
    assert done.faults[0].where == Where(str(tmp_path / name), 3)
    assert told in str(done.faults[0])


def test_a_quote_never_closed_is_named_where_it_begins(record: Record, tmp_path: Path) -> None:
    content = 'report,quote,act\nstrike,to the offer,reject\nstrike,"offer,reject\nstrike,no,reject\n'
    done = take(record, tmp_path / "a.csv", content)
    assert (done.new, len(done.faults)) == (1, 1)
    assert str(done.faults[0]).startswith(f"{tmp_path}/a.csv:3: this is no CSV")


def test_what_is_stored_is_told_batch_by_batch_and_the_rest_comes_with_the_next_import(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coding_files, "_AT_ONCE", Bounds(things=2))
    acts = ("reject", "oppose", "accept", "support", "demand")
    content = "report,quote,act\n" + "".join(f"strike,offer of 4%,{act}\n" for act in acts)

    def stop(done: int) -> None:
        # Another connection sees what was told: it is in the file.
        with Record.open(record.path, read_only=True) as other:
            assert sum(c.method == "import:a.csv" for c in other.claims()) == done
        if done == 4:
            raise KeyboardInterrupt

    (tmp_path / "a.csv").write_text(content)
    with pytest.raises(KeyboardInterrupt):
        coding_files.take(record, tmp_path / "a.csv", stop)
    assert coding_files.take(record, tmp_path / "a.csv") == coding_files.Coding(1, 4)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.csv", b"report,quote\nx,y\n", "a.csv:1: .*missing: act"),
        ("a.csv", b"report,quote,act,colour\n", "a.csv:1: .*unknown: 'colour'"),
        ("a.csv", b"report,quote,act\nstrike,x,reject,more\n", "a.csv:2: .*more cells"),
        ("a.csv", b'report,quote,act\nstrike,"x,reject\n', "a.csv:.*no CSV"),
        ("a.csv", b"report,quote,act\nstrike,caf\xe9,reject\n", "not UTF-8"),
        ("a.csv", b"report,quote,act,terms\nstrike,x,reject,{oops\n", "a.csv:2: terms is no JSON"),
        ("a.csv", b'report,quote,act,terms\nstrike,offer of 4%,reject,"[1]"\n', "a.csv:2: .*list of objects"),
        (
            "a.csv",
            b'report,quote,act,terms\nstrike,offer of 4%,reject,"[{""head"": ""h""}]"\n',
            "a.csv:2: a term",
        ),
        ("a.csv", b"report,quote,act,confidence\nstrike,offer of 4%,reject,nan\n", "a.csv:2: confidence"),
        ("a.csv", b"report,quote,act,unnamed\nstrike,offer of 4%,reject,perhaps\n", "a.csv:2: unnamed"),
        ("a.csv", b"report,quote,act,start,end\nstrike,offer of 4%,reject,0,5\n", "a.csv:2: .*at 0-5"),
        ("a.jsonl", b"{}\nnot json\n", "a.jsonl:2: this line is no JSON"),
        ("a.jsonl", b"[1]\n", "a.jsonl:1: .*no JSON object"),
        ("a.jsonl", b'{"report": "strike", "quote": 5, "act": "reject"}\n', "a.jsonl:1: quote is text"),
        (
            "a.jsonl",
            b'{"report": "strike", "quote": "4%", "act": "reject", "x": 1}\n',
            "a.jsonl:1: .*unknown",
        ),
        (
            "a.jsonl",
            b'{"report": "strike", "quote": "4%", "act": "reject", "attribution": [{"text": "zz"}]}\n',
            "source",
        ),
        ("a.jsonl", b'{"report": "strike", "quote": "4%", "act": "reject", "flags": [{}]}\n', "flag"),
    ],
)
def test_what_is_no_coding_is_told(
    record: Record, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(content)
    before = record.state
    with pytest.raises(FormatError, match=told):
        coding_files.take(record, tmp_path / name)
    assert record.state == before
    with pytest.raises(FormatError, match="no such file"):
        coding_files.take(record, tmp_path / "missing.csv")


def test_a_fault_shows_escape_codes_and_does_not_send_them(record: Record, tmp_path: Path) -> None:
    with pytest.raises(FormatError) as caught:
        take(record, tmp_path / "bad.csv", "report,quote,act\nstrike,\x1b[31mzz,reject\n")
    assert "\x1b" not in str(caught.value)


def test_only_the_first_twenty_faults_are_told(record: Record, tmp_path: Path) -> None:
    with pytest.raises(FormatError) as caught:
        take(record, tmp_path / "bad.csv", "report,quote,act\n" + "strike,zz,reject\n" * 50)
    assert str(caught.value).splitlines()[-1].endswith("and 30 more faults")
    assert len(caught.value.errors) == 21
    with pytest.raises(FormatError, match="no claim in this file"):
        take(record, tmp_path / "empty.csv", "report,quote,act\n")


def test_our_own_csv_comes_back_as_coding(record: Record, tmp_path: Path) -> None:
    files = csvs.export(gather(record, Choices(names=True)), tmp_path / "out")
    text = files[0].read_bytes().decode()
    # The record of the fixture holds control characters, which an export shows instead: they match nothing.
    kept = [line for line in text.split("\r\n") if "HYPERLINK" not in line]
    (tmp_path / "back.csv").write_bytes("\r\n".join(kept).encode())
    done = coding_files.take(record, tmp_path / "back.csv")
    assert done == coding_files.Coding(3, 0)
    read = [c for c in record.claims() if c.report == "talks" and c.method == "made by hand"]
    coded = [c for c in record.claims() if c.method == "import:back.csv"]
    same = (
        "quote",
        "actor",
        "act",
        "object",
        "party",
        "role",
        "modality",
        "attribution",
        "toward",
        "predicate",
    )
    for one, other in zip(read, coded, strict=True):
        assert [getattr(one, name) for name in same] == [getattr(other, name) for name in same]


def test_words_are_found_whatever_the_line_breaks_and_marks() -> None:
    assert places("TOM KLEIN", TALKS) == ((TALKS.index("TOM"), TALKS.index("KLEIN") + 5),)
    assert places("a.b", "axb a.b") == ((4, 7),)
    assert places("  ", "a b") == ()
    assert places("it", "it it", 1) == ((3, 5),)
    assert places("x–y “z”", 'x-y "z"') == ((0, 7),)


def by_pattern(words: str, text: str, end: int | None) -> tuple[tuple[int, int], ...]:
    """Look for words by a regular expression of them: plain, and slow."""
    marks = ("'‘’‚‛′", '"“”„‟″«»', "-‐‑‒–—")
    alike = {mark: f"[{group}]" for group in marks for mark in group}
    pieces = ["".join(alike.get(c, re.escape(c)) for c in piece) for piece in words.split()]
    stop = len(text) if end is None else end
    found = re.finditer(r"\s+".join(pieces), text[: max(stop, 0)]) if pieces else ()
    return tuple(match.span() for match in found)


@given(
    st.text("ab \n\u00a0“-–", max_size=14),
    st.text('ab "-', max_size=4),
    st.integers(0, 14),
    st.none() | st.integers(0, 20),
)
def test_words_are_found_where_a_plain_search_finds_them(
    text: str, words: str, start: int, end: int | None
) -> None:
    inside = places(words, text, start, end)
    assert inside == by_pattern(words, " " * min(start, len(text)) + text[start:], end)
