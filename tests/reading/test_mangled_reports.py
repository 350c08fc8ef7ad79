"""Report files as they arrive: mangled in every way, read without a fault, and alike every time."""

from __future__ import annotations

import random
import resource
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reading.rules.test_any_text import checked
from tracktwo import reading, reports
from tracktwo.errors import ReportError
from tracktwo.vocabulary import Report

PLAIN = """12 March 2024

Talks at the harbour

Norway proposed a pause of 30 days; Kenya rejected it. “We will not sign,” said Mara Quill of Harbour Line.
The union, supported by Chile and opposed by Japan, asked that all 40 boats be released by 1 June.

According to a person close to the talks, the company might accept 5 percent if the blockade ended. It did not
rule out more. In return, the Ferry Workers Union (FWU) would end the strike. The FWU said on Monday that the
offer was too low. Otto Bremer, a spokesman, denied this.
"""

Mangler = Callable[[str, random.Random], str]


def _sprinkled(marks: str, share: float) -> Mangler:
    def mangle(text: str, rolled: random.Random) -> str:
        return "".join(c + (rolled.choice(marks) if rolled.random() < share else "") for c in text)

    return mangle


def _swapped(pairs: dict[str, str], share: float) -> Mangler:
    def mangle(text: str, rolled: random.Random) -> str:
        return "".join(pairs.get(c, c) if rolled.random() < share else c for c in text)

    return mangle


def _quoted(text: str, rolled: random.Random) -> str:
    lines = [f"{'> ' * rolled.randrange(4)}{line}" for line in text.splitlines()]
    return "From: desk@example.org\nSubject: Re: Fwd: talks\n\nOn Tue, Ann Lee wrote:\n" + "\n".join(lines)


def _table(text: str, rolled: random.Random) -> str:
    words = text.split()
    rows = [" | ".join(words[at : at + 7]) for at in range(0, len(words), 7)]
    return text + "\n\n| party | act |\n|---|---|\n" + "\n".join(f"| {row} |" for row in rows)


def _wrapped(text: str, rolled: random.Random) -> str:
    width = rolled.randrange(8, 40)
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def _twice(text: str, rolled: random.Random) -> str:
    return "".join(line + line[: rolled.randrange(40)] for line in text.splitlines(keepends=True))


MANGLERS: dict[str, Mangler] = {
    "control characters": _sprinkled("".join(map(chr, range(32))) + "\x7f\x85", 0.03),
    "right-to-left marks": _sprinkled("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2069\u061c", 0.05),
    "emoji": _sprinkled("🙂👍🏽👨‍👩‍👧🇳🇴❗️", 0.03),
    "combining marks": _sprinkled("\u0301\u0327\u034f\u20dd\ufe0f", 0.05),
    "invisible blanks": _sprinkled("\u00ad\u200b\u2060\ufeff\u00a0\u3000", 0.05),
    "OCR": _swapped({"o": "0", "l": "1", "e": "c", "m": "rn", " ": "", "i": "ı", ".": ",", "h": "li"}, 0.12),
    "lost capitals": lambda text, _: text.lower(),
    "capitals": lambda text, _: text.upper(),
    "reversed": lambda text, _: text[::-1],
    "shuffled": lambda text, rolled: " ".join(rolled.sample(text.split(), len(text.split()))),
    "one line": lambda text, _: " ".join(text.split()),
    "no blanks": lambda text, _: "".join(text.split()),
    "spaced out": lambda text, _: " ".join(text),
    "e-mail": _quoted,
    "table": _table,
    "wrapped": _wrapped,
    "stuttering": _twice,
    "mojibake": lambda text, _: text.encode("utf-8", "surrogatepass").decode("cp1252", "replace"),
    "markup": lambda text, _: text.replace(". ", ".</p><p class=x>").replace(
        "Norway", "<b>Nor</b>way &amp;nbsp;"
    ),
    "surrogates": lambda text, _: text.replace("o", "\ud800"),
}


def _load(folder: Path, text: str) -> Report | None:
    file = folder / "mangled.txt"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        return reports.load(file)
    except ReportError:
        return None  # "not English" is an answer, too


@pytest.mark.parametrize("name", MANGLERS)
def test_every_mangled_file_is_read_or_refused(name: str, tmp_path: Path) -> None:
    for seed in range(3):
        report = _load(tmp_path, MANGLERS[name](PLAIN, random.Random(seed)))
        if report is not None:
            checked(report)
            assert reading.read(report) == reading.read(report)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mangled")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(sorted(MANGLERS)), min_size=2, max_size=4), st.integers(0, 10_000))
def test_mangled_in_several_ways(folder: Path, names: list[str], seed: int) -> None:
    text, rolled = PLAIN, random.Random(seed)
    for name in names:
        text = MANGLERS[name](text, rolled)
    report = _load(folder, text)
    if report is not None:
        checked(report)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400))
def test_any_bytes_after_a_report(folder: Path, noise: bytes) -> None:
    file = folder / "bytes.txt"
    file.write_bytes(PLAIN.encode() + noise)
    try:
        report = reports.load(file)
    except ReportError:
        return
    checked(report)


LONG = {
    "names and commas": "Kenya, Norway and Japan, supported by Chile, ",
    "quotation marks": "“Kenya said “",
    "figures": "1,234.5 ",
    "stops": ". ",
    "small words": "the union rejected it and ",
    "one word": "x",
    "capitals": "Harbour Line of Northern Ferries ",
    "brackets": "((Norway (FWU) ",
    "stops without blanks": "x.",
    "addresses": "a@b.c",
}


@pytest.mark.parametrize("name", LONG)
def test_a_long_line_takes_time_and_memory_in_proportion(name: str, tmp_path: Path) -> None:
    """The work on one sentence grows with its square: at this size it would take minutes, not seconds."""
    text = PLAIN + LONG[name] * (300_000 // len(LONG[name]))
    before = _peak()
    report = _load(tmp_path, text)
    if report is not None:
        assert reading.read(report).claims
    assert _peak() - before < 120  # MiB


def _peak() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1 << 20 if sys.platform == "darwin" else 1 << 10)
