"""The pages in a real browser: nothing overflows, nothing comes from elsewhere, nothing needs scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.web.browser import CHROMIUM, Browser
from tests.web.conftest import Running
from tracktwo.vocabulary import Status

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

PAGES = (
    "/review", "/review?at=64", "/reports", "/report?key=2025-02-18-mediator-package", "/people", "/meetings",
    "/proposals", "/positions", "/timeline", "/changes", "/conflicts", "/gaps", "/said",
    "/said?about=wage", "/nowhere",
)  # fmt: skip
# Wider than the window, and in no box that scrolls by itself.
WIDE = """JSON.stringify([...document.querySelectorAll("body *")]
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".only-heard, thead"))
  .map((e) => e.outerHTML.slice(0, 90)))"""


@pytest.fixture(scope="session")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture
def browser(window: Browser, running: Running) -> Iterator[Browser]:
    """One that has come in by the address the terminal shows, and is on the review."""
    window.scripts(True)
    window.narrow(1280)
    window.requests.clear()
    window.complaints.clear()
    window.open(running.prepared.keys.address())
    window.until("location.pathname === '/review' && document.readyState === 'complete'")
    yield window
    window.scripts(True)
    window.open("about:blank")


def at(running: Running, path: str) -> str:
    return f"http://127.0.0.1:{running.port}{path}"


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_overflows_and_nothing_comes_from_elsewhere(
    browser: Browser, running: Running, width: int
) -> None:
    browser.narrow(width)
    for page in PAGES:
        browser.open(at(running, page))
        for details in ("false", "true"):
            browser.evaluate(
                f"document.querySelectorAll('details').forEach((e) => {{ e.open = {details}; }})"
            )
            assert browser.evaluate("innerWidth") == width
            assert browser.evaluate("document.documentElement.scrollWidth") == width, page
            assert json.loads(browser.evaluate(WIDE)) == [], page
    elsewhere = {url for url in browser.requests if urlsplit(url).netloc != f"127.0.0.1:{running.port}"}
    assert not [url for url in elsewhere if not url.startswith("data:")]
    assert [said for said in browser.complaints if "/nowhere" not in said] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_card_of_a_claim_fits_with_all_its_fields_open(
    browser: Browser, running: Running, width: int
) -> None:
    browser.narrow(width)
    claim = browser.evaluate("document.querySelector('[name=id]').value")
    browser.open(at(running, f"/claim?id={claim}"))
    browser.until("typeof htmx === 'object'")
    browser.click(".do.dispute")
    browser.until("document.querySelector('.history')")
    browser.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    assert browser.evaluate("document.documentElement.scrollWidth") == width
    assert json.loads(browser.evaluate(WIDE)) == []


def test_reviewing_without_scripts(browser: Browser, running: Running) -> None:
    browser.scripts(False)
    browser.narrow(390)
    browser.open(at(running, "/review"))
    first = browser.evaluate("document.querySelector('[name=id]').value")
    browser.press(".do.accept")
    assert urlsplit(browser.evaluate("location.href")).path == "/review"
    assert "Saved: accepted" in browser.text()
    assert browser.evaluate("document.querySelector('.claim-card [name=id]').value") != first
    with running.record() as record:
        assert record.claim(first).status is Status.ACCEPTED
    browser.press("form.notice .do.undo")
    assert browser.evaluate("document.querySelector('.claim-card [name=id]').value") == first
    browser.click("details.edit summary")
    browser.evaluate("document.querySelector('[name=role]').value = 'Mediator'")
    browser.press(".do.edit")
    with running.record() as record:
        assert record.claim(first).role == "Mediator"
        assert record.claim(first).status is Status.EDITED
    assert browser.complaints == []


def test_the_door_opens_without_scripts(browser: Browser, running: Running) -> None:
    browser.scripts(False)
    browser.open(running.prepared.keys.address(once=True))
    browser.until("location.pathname === '/review'")


def test_with_scripts_the_page_stays_and_a_part_of_it_changes(browser: Browser, running: Running) -> None:
    browser.until("typeof htmx === 'object'")
    browser.evaluate("window.stays = true")
    first = browser.evaluate("document.querySelector('[name=id]').value")
    browser.click(".do.reject")
    browser.until(f"document.querySelector('.claim-card [name=id]').value !== {json.dumps(first)}")
    assert browser.evaluate("window.stays") is True
    with running.record() as record:
        assert record.claim(first).status is Status.REJECTED
    browser.click("form.notice .do.undo")
    browser.until(f"document.querySelector('.claim-card [name=id]').value === {json.dumps(first)}")
    with running.record() as record:
        assert record.claim(first).status is Status.PROPOSED
    assert browser.evaluate("window.stays") is True
    assert browser.complaints == []


def test_a_refused_correction_is_told_beside_the_form(browser: Browser, running: Running) -> None:
    browser.until("typeof htmx === 'object'")
    browser.click("details.edit summary")
    browser.evaluate("document.querySelector('[name=object]').value = 'words of my own'")
    browser.click(".do.edit")
    browser.until("document.querySelector('.notice.bad')")
    assert browser.evaluate("document.querySelector('[name=object]').value") == "words of my own"
    assert browser.evaluate("document.querySelector('details.edit').open") is True


def test_deciding_beside_a_report_changes_that_line(browser: Browser, running: Running) -> None:
    browser.open(at(running, "/report?key=2025-02-03-opening-demands"))
    browser.until("typeof htmx === 'object'")
    lines = browser.evaluate("document.querySelectorAll('.beside > li').length")
    browser.click(".beside > li:nth-child(2) .do.reject")
    browser.until("document.querySelector('.beside > li.rejected')")
    assert browser.evaluate("document.querySelectorAll('.beside > li').length") == lines
    assert browser.evaluate("document.querySelectorAll('.beside > li.rejected').length") == 1


def test_when_the_server_has_gone_a_decision_is_said_not_to_be_saved(
    browser: Browser, running: Running
) -> None:
    browser.until("typeof htmx === 'object'")
    running.prepared.server.should_exit = True
    browser.until("true")
    deadline = "document.getElementById('trouble').hidden === false"
    for _ in range(40):
        browser.click(".do.accept")
        if browser.evaluate(f"new Promise((done) => setTimeout(() => done({deadline}), 250))", wait=True):
            break
    assert "Not saved" in browser.evaluate("document.getElementById('trouble').innerText")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_quote_is_one_click_away(browser: Browser, running: Running, scripts: bool) -> None:
    browser.scripts(scripts)
    browser.narrow(390)
    browser.open(at(running, "/positions"))
    assert browser.evaluate("document.querySelector('details.position').open") is False
    browser.click("details.position summary")
    assert browser.evaluate("document.querySelector('details.position').open") is True
    assert len(browser.evaluate("document.querySelector('details.position blockquote').innerText")) > 20
    browser.open(at(running, "/proposals"))
    quote = browser.evaluate("document.querySelector('button.cite').getAttribute('popovertarget')")
    browser.click("button.cite")
    browser.until(f"document.getElementById({json.dumps(quote)}).matches(':popover-open')")
    browser.press(f"#{quote} .note-more a")
    assert urlsplit(browser.evaluate("location.href")).path == "/claim"


def test_the_chart_is_drawn_and_the_brief_runs_under_its_own_policy(
    browser: Browser, running: Running
) -> None:
    for page in ("/timeline", "/brief"):
        browser.open(at(running, page))
        browser.until("document.querySelector('#timeline-chart.drawn svg')")
    assert browser.complaints == []


def test_another_site_cannot_frame_or_post(browser: Browser, running: Running, tmp_path: Path) -> None:
    """A page of another origin sends a form like ours; the browser leaves our cookie out, or says whence."""
    with running.record() as record:
        claim, before = record.claims()[0].id, record.state
    page = tmp_path / "elsewhere.html"
    page.write_text(
        f'<form method="post" action="{at(running, "/decide")}"><input name="id" value="{claim}">'
        '<input name="decision" value="reject"><input name="decided" value="0">'
        '<button id="go">go</button></form>'
        f'<iframe src="{at(running, "/review")}"></iframe>',
        encoding="utf-8",
    )
    browser.open(page.as_uri())
    browser.press("#go")
    assert "tracktwo:" in browser.text()
    with running.record() as record:
        assert record.state == before
