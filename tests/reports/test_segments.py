from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.reports.extracted import Extracted, join_blocks
from tracktwo.reports.furniture import patterns
from tracktwo.reports.segments import Parts, divide
from tracktwo.vocabulary.reports import SegmentKind

LONG = "The union proposed a wage rise of six percent, and the company said that it would study it."


def parts_of(text: str, headings: tuple[tuple[int, int], ...] = ()) -> Parts:
    return divide(Extracted(text, "text/plain", headings), patterns())


def shape(text: str) -> list[tuple[str, str, str | None]]:
    return [(part.kind.value, text[part.start : part.end], part.note) for part in parts_of(text).segments]


def test_a_date_header_glued_to_a_sentence_is_stripped_and_named() -> None:
    text = f" date 2031-04-02 {LONG}"
    parts = parts_of(text)
    assert shape(text) == [("furniture", "date 2031-04-02", "date header"), ("sentence", LONG, None)]
    assert parts.date_words == ("2031-04-02",)


def test_a_report_in_the_form_of_an_agency() -> None:
    text = (
        f"Talks stall over wages\n\nBy Ann Reed\n\nHARBOUR TOWN (Agency) - {LONG} More talks follow.\n\n"
        f"WHAT COMES NEXT\n\n{LONG}\n\nRead more: Old news\nShare this\n\nCopyright 2031 Agency\n"
    )
    assert shape(text) == [
        ("heading", "Talks stall over wages", None),
        ("furniture", "By Ann Reed", "byline"),
        ("furniture", "HARBOUR TOWN (Agency) -", "dateline"),
        ("sentence", LONG, None),
        ("sentence", "More talks follow.", None),
        ("heading", "WHAT COMES NEXT", None),
        ("sentence", LONG, None),
        ("furniture", "Read more: Old news", "related reports"),
        ("furniture", "Share this", "share button"),
        ("furniture", "Copyright 2031 Agency", "copyright"),
    ]
    assert parts_of(text).place == "HARBOUR TOWN"
    assert parts_of(text).notes == ()


def test_a_title_that_names_day_and_date_dates_the_report() -> None:
    assert parts_of(f"HIGHLIGHTS, MONDAY, 18 MARCH 2024\n\n{LONG}").date_words == (
        "HIGHLIGHTS, MONDAY, 18 MARCH 2024",
    )
    assert parts_of(f"# Saturday, First Meeting\n\n{LONG}").date_words == ()
    assert parts_of(f"# The Deal of 18 March 2024\n\n{LONG}").date_words == ()
    assert parts_of(f"{LONG}\n\nMONDAY, 18 MARCH 2024 AT A GLANCE\n\n{LONG}").date_words == ()


def test_paragraphs_are_numbered_from_zero_front_matter_included() -> None:
    text = f"---\ntitle: X\n---\n# X\n\n{LONG} {LONG}\n\n- {LONG}"
    numbered = [(part.kind.value, part.paragraph) for part in parts_of(text).segments]
    assert numbered == [
        ("furniture", 0),
        ("heading", 1),
        ("sentence", 2),
        ("sentence", 2),
        ("furniture", 3),
        ("sentence", 3),
    ]


def test_an_actor_before_a_dash_in_the_body_is_no_dateline() -> None:
    text = f"{LONG}\n\nSAUDI ARABIA — supported by OMAN — said no to the text that was before the group."
    assert [kind for kind, _, _ in shape(text)] == ["sentence", "sentence"]


def test_an_end_in_a_heading_or_in_mid_sentence_is_told() -> None:
    cut = "text may be cut off"
    assert parts_of(f"{LONG}\n\nExpanded Coverage:").notes == (f"ends in a heading; {cut}",)
    assert parts_of(f"{LONG}\n\nWhat Comes Next").notes == (f"ends in a heading; {cut}",)
    assert parts_of(f"{LONG}\n\nThe company said on Tuesday that its board would").notes == (
        f"ends in the middle of a sentence; {cut}",
    )
    assert parts_of(f"{LONG}\n\nIt was built in 1931.[1][2]\n\nShare this").notes == ()
    assert parts_of("A Title").notes == (f"ends in a heading; {cut}",)
    assert parts_of("Share this").notes == ("holds no sentence",)


def test_headings_a_format_marks_are_headings_whatever_they_look_like() -> None:
    text, headings = join_blocks([("it ends in a full stop.", True), ("  ", False), (LONG, False)])
    assert [part.kind for part in parts_of(text, headings).segments] == [
        SegmentKind.HEADING,
        SegmentKind.SENTENCE,
    ]


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(
            ["The union", " said", ". ", "\n", "\n\n", "# ", "- ", "---\n", "a: b", "Read more:", "date "]
        )
        | st.sampled_from(
            ["2024-03-18 ", "CAIRO (X) - ", "\r\n", "\x00", "\u2028", "Share", ";", "U.S.", "(a) ", "’"]
        )
        | st.text(max_size=5),
        max_size=30,
    ).map("".join)
)
def test_segments_are_in_order_and_hold_every_character_but_white_space(text: str) -> None:
    at, paragraph = 0, 0
    for part in parts_of(text).segments:
        assert at <= part.start < part.end <= len(text)
        assert not text[at : part.start].strip()
        assert text[part.start : part.end].strip() == text[part.start : part.end]
        assert part.paragraph >= paragraph
        assert (part.kind is SegmentKind.FURNITURE) == (part.note is not None)
        at, paragraph = part.end, part.paragraph
    assert not text[at:].strip()
