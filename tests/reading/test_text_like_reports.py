"""Text that looks like reports and is broken in every way: read, quoted to the letter, alike every time."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reading.conftest import report_of
from tests.reading.rules.test_any_text import checked
from tracktwo import reading

NAMES = (
    "Kenya",
    "the EU",
    "Otto Bremer, a spokesman for Harbour Line,",
    "the Ferry Workers Union (FWU)",
    "MR BREMER:",
    "G-77/CHINA",
    "Norland's foreign minister",
    "a person close to the talks",
    "they",
    "we",
    "both sides",
    "Ben‑Gvir",
    "İstanbul",
    "États-Unis",
    "U.S. President Ana Bell",
)
VERBS = (
    "proposed",
    "rejected",
    "said that",
    "did not rule out",
    "called for",
    "put",
    "clashed with",
    "killed",
    "unless",
    "according to",
    "on behalf of",
    "in exchange for",
    "would rather",
    "voted 52-48 for",
    "agreed to",
    "spoke by",
)
THINGS = (
    "a pause of 30 days",
    "5 percent by 2030",
    "this",
    "“the offer",
    "the deal” on Monday",
    "$1.2bn",
    "forward",
    "1/CP.20",
    "Sunday’s talks[2]",
    "http://a.b/c?d=e",
    "<b>terms</b>",
    "&nbsp;&amp;",
    "| 40 |",
    "**bold** [x](y)",
)
MARKS = (
    "\x00",
    "\x1b[31m",
    "\u200f",
    "\u202e",
    "\u2069",
    "👨‍👩‍👧",
    "\u0301",
    "\u20dd",
    "\u200b",
    "\ufeff",
    "\u00ad",
    "\u00a0",
    "\t",
    "\r",
    "\r\n",
    "\u2028",
    "\x0b",
    "\x85",
    "”",
    '"',
    "’",
    "«",
    "(",
    "]",
    "- ",
    "> ",
    "# ",
    "|",
    "***",
    "---\n",
    "1. ",
    "Q: ",
    "\n\n",
    "\n \n",
    ". ",
    ", ",
    "; ",
    ": ",
    "...",
    "-\n",
    "</p>",
    "\ufffd",
    "\ue000",
    "\ud800",
    "\udc80",
    "ｆｕｌｌ",
    "Привет ",
    "مرحبا ",
    "你好。",
    "les ministres ont dit que ",
    "ſ",
    "ŉ",
    "ﬀ",
    " s ",
    "9" * 30,
)
PIECE = st.one_of(*map(st.sampled_from, (NAMES, VERBS, THINGS, MARKS)), st.text(max_size=4))
BROKEN = st.lists(st.tuples(PIECE, st.sampled_from((" ", " ", " ", "", "\n"))), min_size=1, max_size=50).map(
    lambda pieces: "".join(piece + after for piece, after in pieces)
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BROKEN)
def test_any_broken_report_is_read_alike_and_quoted_to_the_letter(text: str) -> None:
    report = report_of(text)
    checked(report)
    assert reading.read(report) == reading.read(report)


def test_three_processes_read_broken_reports_as_one_does() -> None:
    rolled = random.Random(5)
    broken = []
    for n in range(30):
        pieces = (rolled.choice(rolled.choice((NAMES, VERBS, THINGS, MARKS))) for _ in range(40))
        broken.append(replace(report_of(" ".join(pieces)), key=f"r{n}"))
    one = list(reading.read_all(broken))
    assert sum(len(found.claims) for found in one) > 20
    assert list(reading.read_all(broken, jobs=3)) == one
