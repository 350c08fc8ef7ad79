from __future__ import annotations

from tracktwo.reports.frontmatter import front_matter


def test_fields_are_read_as_people_write_them() -> None:
    text = '---\nTitle: "A: deal"\ndate: 2031-04-02\nabstract: first line\n  second'
    text += "\ntags:\n- a\n- b\n---\nBody."
    matter = front_matter(text)
    assert matter is not None
    assert matter.fields == {
        "title": "A: deal",
        "date": "2031-04-02",
        "abstract": "first line second",
        "tags": "a b",
    }
    assert text[matter.start : matter.end].endswith("---")
    assert text[matter.end :] == "\nBody."


def test_windows_newlines_and_a_blank_line_before_are_fine() -> None:
    matter = front_matter("\r\n---\r\ntitle: X\r\n---\r\nBody.")
    assert matter is not None
    assert matter.fields == {"title": "X"}


def test_a_rule_or_an_unclosed_block_is_no_front_matter() -> None:
    assert front_matter("---\nThe talks go on.\n---\nMore.") is None
    assert front_matter("---\ntitle: X\nThe talks go on.") is None
    assert front_matter("The talks.\n---\ntitle: X\n---\n") is None
