"""The terminal brief: any width, no colour where none is wanted, nothing of a report obeyed."""

from __future__ import annotations

import dataclasses
import io
import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from tests.brief import onda
from tracktwo.brief import Brief, compose, terminal
from tracktwo.brief.safe import safe


def printed(brief: Brief, width: int = 80, **options: object) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, highlight=False, **options)  # type: ignore[arg-type]
    terminal.show(brief, console=console)
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal_or_ends_in_blanks(brief: Brief, width: int) -> None:
    lines = printed(brief, width).splitlines()
    assert max(len(line) for line in lines) <= width
    assert not [line for line in lines if line != line.rstrip()]


def test_sections_in_order(brief: Brief) -> None:
    text = printed(brief)
    heads = """
        Where it stands, What must happen next, Who is in it, Tracks and meetings, Proposals by issue,
        Positions as reported, Timeline, What changed, Contradictions, Could it pass, How it may go,
        What to find out next, Assumptions, Evidence""".upper().split(",")
    places = [text.index(head.strip()) for head in heads]
    assert places == sorted(places)


def test_header_says_how_much_is_reviewed(brief: Brief) -> None:
    assert "15 claims, all read by machine, none reviewed by a person yet." in printed(brief)


def test_a_citation_opens_its_quote_below(brief: Brief) -> None:
    text = printed(brief)
    assert "suggested “Selmar plan” on 2 March 2031. [2]" in " ".join(text.split())
    assert "[2] “Mediator Selmar proposed a five-year quota" in text


def test_plain_where_it_is_no_terminal(brief: Brief) -> None:
    assert "\x1b" not in printed(brief)


def test_no_color_is_respected(brief: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    text = printed(brief, force_terminal=True)
    assert "\x1b[36m" not in text


def test_colour_on_a_terminal(brief: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[36m" in printed(brief, force_terminal=True, color_system="standard")


def test_a_report_cannot_steer_the_terminal() -> None:
    hostile = "Arvania and Bolesk \x1b[2Jopened talks\x07 \u202eevil in [bold]Corvo[/bold]."
    report = onda.report("a-first-round", hostile)
    claim = onda.claim(report, "talks", "opened talks", actor="Arvania")
    picture = dataclasses.replace(onda.picture(), title="Onda \x1b]0;owned\x07 talks")
    made = compose(picture, (report, *onda.reports()[1:]), (claim, *onda.claims()[5:]), ())
    text = printed(made)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\u202e" not in text
    assert "[bold]Corvo[/bold]" in text


def test_nothing_found_prints_a_whole_brief() -> None:
    text = printed(compose((), (), (), ()))
    assert "No negotiation between parties was found" in text
    assert "No claim was read out of them." in text


@given(st.text())
def test_safe_text_has_no_control_characters(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202a\u202e\u2066\u2069"]


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_safe_leaves_words_alone(text: str) -> None:
    assert safe(text) == text


def test_long_lists_are_cut_and_say_where_the_rest_is(brief: Brief) -> None:
    change = dataclasses.replace(brief.changes[0]) if brief.changes else None
    assert change is not None
    text = printed(dataclasses.replace(brief, changes=(change,) * (terminal.MOST_ROWS + 7)))
    assert "... and 7 more: in brief.html, or tracktwo changes." in text
    assert "more: in brief.html" not in printed(brief)


def test_one_actors_many_positions_are_cut_with_the_way_to_the_rest(brief: Brief) -> None:
    row = next(row for row in brief.positions if row.act and row.actor)
    many = (row,) * (terminal.MOST_STANDS + 5)
    text = " ".join(printed(dataclasses.replace(brief, positions=many), width=200).split())
    assert (
        f"... and 5 more: in brief.html, or tracktwo positions --actor {shlex.quote(str(row.actor))}." in text
    )


def test_a_gap_that_names_very_many_things_is_shortened(brief: Brief) -> None:
    gap = dataclasses.replace(brief.gaps[0], text="where she stands on: " + ", ".join(["plan"] * 400))
    text = printed(dataclasses.replace(brief, gaps=(gap,)))
    assert "plan, plan, …." in " ".join(text.split())
    assert text.count("plan, plan") < 60


def test_very_many_assumptions_are_cut(brief: Brief) -> None:
    made = dataclasses.replace(brief, assumptions=("One is assumed.",) * (terminal.MOST_ROWS + 3))
    assert "... and 3 more: in brief.html, or in --format json." in printed(made)
