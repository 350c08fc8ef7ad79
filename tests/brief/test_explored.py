"""Figures only where they were asked for, on numbers somebody gave, and labelled so."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from tests.brief.test_browser import CHROMIUM, FRAME, chromium
from tests.deals.chances.cases import TALKS, case_from
from tracktwo.brief import Brief, html, terminal
from tracktwo.brief.charts.tornado import tornado_chart
from tracktwo.brief.charts.zopa import zopa_chart
from tracktwo.brief.exploring import NO_CASE, explored
from tracktwo.cli.app import app
from tracktwo.vocabulary.outlook import Outlook, Plot, Point, ProposalOutlook, SwingRow

# Run inside the page: whether the charts are there, and whether anything is wider than the frame.
MEASURE = """<script>
const all = (words) => [...document.querySelectorAll(words)];
const wait = () => {
  const drawn = all("#explored .drawn").length;
  if (drawn < 2 && performance.now() < 8000) return setTimeout(wait, 50);
  parent.postMessage(JSON.stringify({
    drawn: drawn,
    page: document.documentElement.scrollWidth,
    wide: all("body *").filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.tagName),
    fetched: performance.getEntriesByType("resource").length,
  }), "*");
};
window.onload = wait;
</script></body>"""


@pytest.fixture(scope="module")
def told() -> Brief:
    """A brief of the talks of ``TALKS`` with no figures."""
    case = case_from(TALKS)
    rows = tuple(ProposalOutlook(key, False, "not reported", ("a yes",)) for key in case.proposals)
    bare = Brief(
        title="Port talks", as_of="2030-01-02", case="port", proposals=tuple(case.proposals.values())
    )
    return replace(bare, outlook=Outlook(proposals=rows, reason="no figures"))


@pytest.fixture(scope="module")
def seen(told: Brief) -> Brief:
    unsure = TALKS.replace(
        "hours: {fewer: [1, 3]}}, reservation: 3}", "hours: {fewer: [1, 3]}}, reservation: [3, 9]}"
    )
    assert unsure != TALKS
    return explored(told, case_from(unsure))


def test_without_values_nothing_is_computed(told: Brief) -> None:
    bare = explored(told, None)
    assert bare.outlook.reason == NO_CASE
    assert bare.outlook.proposals == told.outlook.proposals
    assert bare.outlook.made is None
    page = html.render(bare, explore=True)
    assert 'id="explored"' not in page
    assert NO_CASE in page


def test_a_shared_brief_carries_no_figures_even_where_there_are_some(seen: Brief) -> None:
    assert 'id="explored"' not in html.render(seen)
    assert 'id="zopa-chart"' not in html.render(seen)


def test_the_page_has_every_view_and_says_whose_numbers(seen: Brief) -> None:
    page = html.render(seen, explore=True)
    for words in (
        "Packages side by side",
        "Who accepts what",
        "Packages by who would accept them",
        "What each party would ratify",
        "What the likeliest package hangs on",
        "user’s own judgement",
        "not advice",
        "where “some” stands",
        "If nothing were known of anybody".lower(),
    ):
        assert words in page, words
    assert 'data-chart="zopa-chart"' in page
    assert 'data-chart="tornado-chart"' in page
    assert "100%<" not in page
    assert page == html.render(seen, explore=True)


def test_what_is_still_open_keeps_its_conditions(seen: Brief) -> None:
    offer = next(row for row in seen.outlook.proposals if row.key == "offer")
    assert not offer.estimable
    assert offer.conditions == ("Board approves under its rule", "a yes")


def test_the_terminal_tells_it_in_short(seen: Brief) -> None:
    stream = io.StringIO()
    terminal.show(seen, explore=True, console=Console(file=stream, width=80))
    words = " ".join(stream.getvalue().split())
    assert "WHAT COULD PASS, EXPLORED" in words
    assert "Options with their risks, not advice." in words
    stream = io.StringIO()
    terminal.show(seen, console=Console(file=stream, width=80))
    assert "EXPLORED" not in stream.getvalue()


def test_charts_stay_away_where_there_is_nothing_to_see() -> None:
    assert zopa_chart(None, ()) is None
    points = (Point({"pay": "4"}, 0.5, 0.5, 0.2, None),) * 5
    assert zopa_chart(Plot("a", "b", points), ()) is None
    assert tornado_chart(()) is None
    assert tornado_chart((SwingRow("x", "range", "low", 0.5, "high", 0.502),)) is None


def test_points_are_numbered_as_the_table_and_shaped_by_blocker() -> None:
    points = (
        Point({"pay": "4"}, 0.9, 0.1, 0.2, "B", ("two",)),
        Point({"pay": "8"}, 0.9, 0.1, 0.2, "B", ("one",)),
        Point({}, 0.2, 0.8, 0.1, None),
        Point({}, 0.3, 0.3, 0.1, "A"),
    )
    spec = zopa_chart(Plot("a", "b", points), ("one", "two"))
    assert spec is not None
    text = json.dumps(spec, ensure_ascii=False)
    assert '"n": "1, 2"' in text
    assert text.count('"type": "text"') == 1
    assert "nobody’s no alone" in text


def test_brief_explore_takes_the_values_of_the_case_file(tmp_path: Path) -> None:
    report = tmp_path / "one.txt"
    report.write_text("The union demanded higher pay. The port rejected the demand.\n", encoding="utf-8")
    (tmp_path / "case.yaml").write_text(TALKS, encoding="utf-8")
    words = ["brief", str(report), "--case", str(tmp_path), "--format", "json"]
    plain = json.loads(CliRunner().invoke(app, words).stdout)["outlook"]
    full = json.loads(CliRunner().invoke(app, [*words, "--explore"]).stdout)["outlook"]
    assert plain["p_zopa"] is plain["made"] is None
    assert all(row["p_accept"] is None for row in plain["proposals"])
    assert full["made"]["basis"] == "judgement"
    assert {row["key"] for row in full["proposals"]} >= {"offer", "demand", "vague"}


def test_a_case_that_cannot_be_asked_leaves_the_brief_whole(told: Brief) -> None:
    broken = case_from(TALKS.replace("reservation: -6", "reservation: -6, patience: 2"))
    found = explored(told, broken)
    assert (found.outlook.reason or "").startswith("Not explored: the patience of “port” must lie")
    assert found.outlook.proposals == told.outlook.proposals


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_both_charts_are_drawn_within_a_phone(seen: Brief, tmp_path: Path) -> None:
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html.render(seen, explore=True))
    (tmp_path / "measured.html").write_text(MEASURE.join(text.rsplit("</body>", 1)), encoding="utf-8")
    frame = tmp_path / "frame.html"
    frame.write_text(FRAME % 390, encoding="utf-8")
    done = chromium(frame, tmp_path / "profile", "--window-size=1400,1000", "--dump-dom")
    title = re.search(r"<title>(.*?)</title>", done.stdout)
    assert title, done.stderr
    assert json.loads(unescape(title[1])) == {"drawn": 2, "page": 390, "wide": [], "fetched": 0}
