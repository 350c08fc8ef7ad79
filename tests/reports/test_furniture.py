from __future__ import annotations

from pathlib import Path

import pytest

from tests.reports.files import TEXT, write
from tracktwo.errors import ReportError
from tracktwo.reports import Settings, load
from tracktwo.reports.furniture import find, patterns
from tracktwo.vocabulary.reports import SegmentKind


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Date: 18 March 2024", "date header"),
        ("Published on Monday, 18 March 2024, 10:30 GMT", "date header"),
        ("By Ann Reed", "byline"),
        ("By our Harbour correspondent", "byline"),
        ("Reporting by Ann Reed; editing by Tom Roe", "byline"),
        ("Expanded Coverage:", "related reports"),
        ("Read more: The long winter of the trams", "related reports"),
        ("Continue reading »", "related reports"),
        ("Share this article", "share button"),
        ("Facebook Twitter WhatsApp Email", "share button"),
        ("Subscribe to our newsletter today", "subscription"),
        ("ADVERTISEMENT", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("© 2031 Harbour Post", "copyright"),
        ("Copyright 2031 Harbour Post. All rights reserved.", "copyright"),
        ("Photo: Ann Reed", "photo credit"),
        ("This site uses cookies to improve your visit.", "cookie notice"),
        ("From: Ann Reed <ann@example.org>", "e-mail header"),
        ("On Monday, 18 March 2024, Ann Reed wrote:", "e-mail header"),
        ("Page 3 of 9", "page number"),
        ("- ends -", "end mark"),
    ],
)
def test_whole_lines_of_furniture_are_named(line: str, name: str) -> None:
    found = find(line, "line", "middle", patterns())
    assert found is not None
    assert (found.start, found.end, found.name) == (0, len(line), name)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the parties had agreed.",
        "Share prices fell after the union rejected the offer.",
        "The parties share the view that the talks must go on.",
        "Related talks on pensions will begin in May.",
        "Contact groups will meet throughout the day.",
        "The parties discussed the terms of service of the lead reviewers.",
        "Watch committees were proposed by the union.",
        "The minister said on Monday: 18 March 2024 was a good day.",
        "Published offers are binding, the company said.",
        "Subscribers of the plan would pay less.",
    ],
)
def test_sentences_that_begin_like_furniture_are_none(line: str) -> None:
    assert find(line, "line", "middle", patterns()) is None


@pytest.mark.parametrize(
    ("text", "glued", "name", "date", "place"),
    [
        ("date 2024-03-18 In town, X.", "date 2024-03-18", "date header", "2024-03-18", None),
        ("CAIRO (Agency) - The talks", "CAIRO (Agency) -", "dateline", None, "CAIRO"),
        (
            "TEL AVIV, Israel (XY) — The talks",
            "TEL AVIV, Israel (XY) —",
            "dateline",
            None,
            "TEL AVIV, Israel",
        ),
        (
            "GENEVA, March 3, 2024 (XY) -- The",
            "GENEVA, March 3, 2024 (XY) --",
            "dateline",
            "March 3, 2024",
            "GENEVA",
        ),
        ("GENEVA – The talks", "GENEVA –", "dateline", None, "GENEVA"),
        ("OSTHAVN - Four states", "OSTHAVN -", "dateline", None, "OSTHAVN"),
        ("BONN, 7 June 2011 - The", "BONN, 7 June 2011 -", "dateline", "7 June 2011", "BONN"),
    ],
)
def test_what_is_glued_to_the_front_gives_date_and_place(
    text: str, glued: str, name: str, date: str | None, place: str | None
) -> None:
    found = find(text, "start", "top", patterns())
    assert found is not None
    assert text[found.start : found.end] == glued
    assert (found.name, found.date, found.place and found.place.strip()) == (name, date, place)
    assert find(text, "start", "middle", patterns()) is None


def test_what_is_glued_to_the_end_follows_the_end_of_a_sentence() -> None:
    text = "The talks go on. Expanded Coverage:"
    found = find(text, "end", "middle", patterns())
    assert found is not None
    assert text[found.start : found.end] == "Expanded Coverage:"
    assert find("The minister asked us to read more:", "end", "middle", patterns()) is None


def test_a_user_can_add_patterns(tmp_path: Path) -> None:
    own = write(
        tmp_path, "own.toml", "[[furniture]]\nname = 'jingle'\nscope = 'line'\nmatch = 'harbour radio.*'\n"
    )
    path = write(tmp_path, "a.txt", f"{TEXT}\nHarbour Radio, all day.\n")
    last = load(path, settings=Settings(furniture=own)).segments[-1]
    assert (last.kind, last.note) == (SegmentKind.FURNITURE, "jingle")
    assert load(path).segments[-1].kind is SegmentKind.SENTENCE


@pytest.mark.parametrize(
    "content",
    [
        "[[furniture]",
        "[[furniture]]\nname = 'x'\n",
        "[[furniture]]\nname='x'\nscope='page'\nmatch='x'\n",
        "[[furniture]]\nname='x'\nscope='line'\nmatch='('\n",
        "furniture = 3\n",
    ],
)
def test_a_wrong_pattern_file_is_an_error_that_names_the_form(tmp_path: Path, content: str) -> None:
    own = write(tmp_path, "own.toml", content)
    with pytest.raises(ReportError, match=r"own\.toml: a furniture pattern is wrong .* needs name, scope"):
        patterns(own)
    with pytest.raises(ReportError, match="cannot be read"):
        patterns(tmp_path / "none.toml")
