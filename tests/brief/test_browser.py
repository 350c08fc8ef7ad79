"""The page in a real browser: nothing overflows, nothing is fetched, nothing fails."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from tests.brief import onda
from tests.brief.test_html import hostile
from tracktwo.brief import Brief, html

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

# Run inside the page, in a frame of the width wanted: browsers without a screen refuse narrow windows.
MEASURE = """<script>
const box = (e) => e.getBoundingClientRect();
const all = (words) => [...document.querySelectorAll(words)];
const wait = () => {
  const chart = document.getElementById("timeline-chart");
  if (!chart.classList.contains("drawn") && performance.now() < 8000) return setTimeout(wait, 50);
  const button = document.querySelector("button.cite");
  button.click();
  parent.postMessage(JSON.stringify({
    width: innerWidth,
    page: document.documentElement.scrollWidth,
    wide: all("body *").filter((e) => box(e).right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 80)),
    fetched: performance.getEntriesByType("resource").length,
    drawn: chart.classList.contains("drawn"),
    marks: all("#timeline-chart .mark-symbol path").length,
    smallest: Math.min(...all("#timeline-chart .role-axis-label text").map((e) => box(e).height)),
    quote: document.getElementById(button.getAttribute("popovertarget")).matches(":popover-open"),
  }), "*");
};
window.onload = wait;
</script></body>"""
FRAME = """<!doctype html><meta charset="utf-8"><body style="margin:0">
<script>onmessage = (message) => { document.title = message.data; };</script>
<iframe src="measured.html" style="border:0;height:900px;width:%dpx"></iframe>"""


def chromium(page: Path, profile: Path, *options: str) -> subprocess.CompletedProcess[str]:
    assert CHROMIUM
    quiet = "no-sandbox disable-gpu disable-quic no-first-run disable-background-networking hide-scrollbars"
    quiet += " disable-component-update disable-sync disable-extensions virtual-time-budget=9000"
    switches = [f"--{name}" for name in quiet.split()]
    command = [CHROMIUM, "--headless", *switches, f"--user-data-dir={profile}", *options, page.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, timeout=90, check=False)


def measured(brief: Brief, folder: Path, width: int) -> dict[str, object]:
    """Open a copy whose policy lets one more script in: the one that measures."""
    text = html.render(brief)
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    text = MEASURE.join(text.rsplit("</body>", 1))
    (folder / "measured.html").write_text(text, encoding="utf-8")
    frame = folder / "frame.html"
    frame.write_text(FRAME % width, encoding="utf-8")
    done = chromium(frame, folder / "profile", "--window-size=1400,1000", "--dump-dom")
    found = re.search(r"<title>(.*?)</title>", done.stdout)
    assert found, done.stderr
    result: dict[str, object] = json.loads(unescape(found[1]))
    return result


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_overflows_and_nothing_is_fetched(brief: Brief, tmp_path: Path, width: int) -> None:
    found = measured(brief, tmp_path, width)
    assert found["width"] == width
    assert found["page"] == width
    assert found["wide"] == []
    assert found["fetched"] == 0
    assert found["drawn"] is True
    assert found["marks"] == 4 + 3  # moments and the legend
    assert found["quote"] is True
    assert isinstance(found["smallest"], float | int)
    assert found["smallest"] >= 11


def test_long_hostile_words_do_not_widen_the_page(tmp_path: Path) -> None:
    found = measured(hostile(), tmp_path, 390)
    assert found["page"] == 390


def test_the_page_as_written_runs_without_a_complaint(tmp_path: Path) -> None:
    """With its own policy in force: no console message, and the chart is drawn."""
    page = tmp_path / "brief.html"
    html.write(onda.brief(), page)
    done = chromium(page, tmp_path / "profile", "--enable-logging=stderr", "--dump-dom")
    assert not re.findall(r"CONSOLE.*", done.stderr)
    assert 'class="drawn' in done.stdout or "drawn" in re.findall(r'id="timeline-chart"[^>]*', done.stdout)[0]
