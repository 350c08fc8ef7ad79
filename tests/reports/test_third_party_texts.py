"""The texts beside a developer's checkout: spans and dates of the founding reports, and a bulletin."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tracktwo.reports import load
from tracktwo.vocabulary.reports import DateBasis, Report, SegmentKind

R1 = (
    *(
        (0, 155),
        (156, 231),
        (232, 420),
        (421, 610),
        (611, 751),
        (752, 920),
        (921, 1105),
        (1106, 1189),
        (1190, 1324),
    ),
    *(
        (1325, 1394),
        (1395, 1484),
        (1485, 1704),
        (1705, 1871),
        (1872, 2105),
        (2106, 2288),
        (2289, 2408),
        (2409, 2579),
    ),
)
R2 = (
    *((17, 194), (195, 397), (431, 622), (623, 737), (738, 905), (906, 1044), (1076, 1210), (1211, 1406)),
    *((1407, 1615), (1668, 1798), (1799, 2009), (2010, 2185)),
)


def spans(report: Report, kind: SegmentKind) -> tuple[tuple[int, int], ...]:
    return tuple((part.start, part.end) for part in report.segments if part.kind is kind)


def test_the_undated_founding_report(shared_data: Path) -> None:
    report = load(shared_data / "seeds" / "000_6aaac664698154f3.txt")
    assert spans(report, SegmentKind.SENTENCE) == R1
    assert spans(report, SegmentKind.HEADING) == ()
    assert [(part.start, part.end, part.note) for part in report.segments[-1:]] == [
        (2580, 2598, "related reports")
    ]
    assert (report.date, report.date_basis) == (None, DateBasis.UNKNOWN)
    assert report.notes == ("ends in a heading; text may be cut off",)


def test_the_founding_report_with_a_date_glued_to_its_first_sentence(shared_data: Path) -> None:
    report = load(shared_data / "seeds" / "004_934ff0b2c4c95f8f.txt")
    assert spans(report, SegmentKind.SENTENCE) == R2
    assert spans(report, SegmentKind.HEADING) == ((399, 429), (1046, 1074), (1617, 1666))
    assert [(part.start, part.end, part.note) for part in report.segments[:1]] == [(1, 16, "date header")]
    assert (report.date, report.date_basis) == (dt.date(2024, 3, 18), DateBasis.HEADER)
    assert report.notes == ()


def test_a_bulletin_with_front_matter_and_wrapped_lines(shared_data: Path) -> None:
    report = load(shared_data / "enb" / "bulletins" / "enb12154e" / "index.md")
    assert (report.key, report.date, report.date_basis) == (
        "enb12154e",
        dt.date(2000, 11, 14),
        DateBasis.METADATA,
    )
    assert report.segments[0].note == "front matter"
    headings = [report.text[start:end] for start, end in spans(report, SegmentKind.HEADING)]
    assert all(heading.startswith("#") for heading in headings)
    assert len(headings) == sum(line.startswith("#") for line in report.text.splitlines())
    assert len(spans(report, SegmentKind.SENTENCE)) > 90
