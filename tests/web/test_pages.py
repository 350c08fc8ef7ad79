"""What the pages show is what the record and the brief say."""

from __future__ import annotations

import html as escaping
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.web.conftest import Running, record_of
from tracktwo.brief import compose_from_record, html
from tracktwo.record import Record
from tracktwo.record.questions.said import said
from tracktwo.web import exploring
from tracktwo.web.exploring import TABLE_PAGES, Tables
from tracktwo.web.keys import Keys
from tracktwo.web.look import Lens, Look
from tracktwo.web.marking import pieces
from tracktwo.web.paging import page_of
from tracktwo.web.reading import paragraphs
from tracktwo.web.rendering import Renderer
from tracktwo.web.seen import Seen
from tracktwo.web.since import moved

HOSTILE = """title: "><script>alert(1)</script>
date: 2031-04-02

The union of {{ 7 * 7 }} drivers demanded <img src=x onerror=alert(2)> a wage rise of 8 percent on Monday.

Anna </textarea><script>alert(3)</script> Weber, the company's chief negotiator, rejected the demand.

The company offered \u202edrivers a wage rise of "3' percent & <b>bread</b>.
"""


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_a_report_is_shown_whole_and_in_order(shown: Running) -> None:
    with shown.record() as record:
        reports = record.reports()
        claims = record.claims()
    for report in reports:
        page = shown.client.get(f"/report?key={report.key}")
        at = 0
        for segment in report.segments:
            words = one_line(report.text[segment.start : segment.end])
            at = page.text.index(words, at) + len(words)
        for claim in claims:
            assert (f"c-{claim.id}" in page.read().ids) is (claim.report == report.key)


def test_acts_are_marked_where_they_stand(shown: Running) -> None:
    body = shown.client.get("/report?key=2025-02-03-opening-demands").body
    assert '<span class="who">union</span> <mark>demanded</mark>' in body


def test_every_cell_of_the_positions_has_its_quotes(shown: Running) -> None:
    text = shown.client.get("/positions").text
    with shown.record() as record:
        brief = compose_from_record(record)
    quotes = {claim.id: one_line(claim.quote) for claim in brief.claims}
    cells = [row for row in brief.positions if row.act is not None]
    assert len(cells) > 5
    for row in cells:
        for claim in row.claims:
            assert quotes[claim] in text


@pytest.mark.parametrize("path", sorted(TABLE_PAGES))
def test_every_citation_of_a_table_leads_to_its_quote(shown: Running, path: str) -> None:
    answer = shown.client.get(path)
    assert answer.status == 200
    targets = {piece.partition('"')[0] for piece in answer.body.split('popovertarget="')[1:]}
    assert targets <= answer.read().ids
    for link in set(answer.read().links):
        assert link.startswith("/") or link == "#main"
        if link.startswith(("/claim", "/report")):
            assert shown.client.get(link.partition("#")[0]).status == 200


def test_the_brief_is_the_very_file(shown: Running) -> None:
    with shown.record() as record:
        assert shown.client.get("/brief").body == html.render(compose_from_record(record))


@pytest.mark.parametrize(
    ("actor", "about"),
    [("Holloway", ""), ("Tram Workers Union", "wage"), ("whitlock", "shifts"), ("nobody", "")],
)
def test_said_gives_what_the_question_gives(shown: Running, actor: str, about: str) -> None:
    with shown.record() as record:
        rows = said(
            record.pictures()[0],
            record.reports(),
            record.claims(),
            actor=actor,
            about=about or None,
            matches=record.search(about) if about else None,
        )
    answer = shown.client.get(f"/said?actor={actor.replace(' ', '+')}&about={about}")
    assert f"{len(rows)} claim" in answer.text
    links = [link for link in answer.read().links if link.startswith("/claim?id=")]
    assert links == [f"/claim?id={row.claims[0]}" for row in rows][:25]
    assert bool(rows) is (actor != "nobody")


def test_words_alone_find_everybody(shown: Running) -> None:
    answer = shown.client.get("/said?about=strike")
    with shown.record() as record:
        found = record.search("strike") & {claim.id for claim in record.claims()}
    assert {link.removeprefix("/claim?id=") for link in answer.read().links if "claim?id" in link} == found
    assert len(found) > 2


def test_an_earlier_day_shows_less(shown: Running) -> None:
    def cited(path: str) -> set[str]:
        links = shown.client.get(path).read().links
        return {link.removeprefix("/claim?id=") for link in links if link.startswith("/claim?id=")}

    with shown.record() as record:
        by_then = {claim.id for claim in record.claims(as_of="2025-02-12")}
    now, then = cited("/timeline"), cited("/timeline?as_of=2025-02-12")
    assert then
    assert then <= by_then
    assert now - by_then
    page = shown.client.get("/timeline?as_of=2025-02-12")
    assert "12 February 2025" in page.text
    # The day is kept from table to table.
    assert "/gaps?as_of=2025-02-12" in page.read().links


@pytest.mark.parametrize("query", ["as_of=yesterday", "known_on=x", "case=none"])
def test_a_day_or_case_there_is_not_is_told(shown: Running, query: str) -> None:
    answer = shown.client.get(f"/positions?{query}")
    assert answer.status in (400, 404)
    assert "<h1>" in answer.body


def test_report_text_is_shown_never_obeyed(tmp_path: Path, start: Callable[[Path], Running]) -> None:
    (tmp_path / 'a"><b onclick=x>&.txt').write_text(HOSTILE, encoding="utf-8")
    running = start(record_of(tmp_path / "record.sqlite", tmp_path / 'a"><b onclick=x>&.txt'))
    with running.record() as record:
        (report,) = record.reports()
        claims = record.claims()
    assert claims
    bodies = [running.client.get(path).body for path in (*TABLE_PAGES, "/review", "/reports", "/brief")]
    bodies += [running.client.get(f"/claim?id={claim.id}").body for claim in claims]
    shown = running.client.get(next(x for x in running.client.get("/reports").read().links if "key=" in x))
    assert one_line(report.text[report.segments[-1].start :]) in shown.text
    attack = "%22%3E%3Cscript%3Ealert(4)%3C/script%3E"
    bodies += [shown.body, running.client.get(f"/said?actor={attack}&about={attack}").body]
    bodies += [
        running.client.get(f"/positions?case={attack}").body,
        running.client.get(f"/claim?id={attack}").body,
    ]
    for body in bodies:
        for harm in ("<script>alert", "<img src=x", "<b onclick", "</textarea><script", "<b>bread"):
            assert harm not in body
        assert " 49 drivers" not in body
    form = running.client.get("/review").form("edit")
    harm = "</textarea><script>alert(5)</script>"
    answer = running.client.submit(form, "edit", object=harm, actor='"><script>alert(5)</script>')
    assert answer.status == 422
    assert "<script>alert" not in answer.body
    assert escaping.escape(harm) in answer.body


def test_a_record_put_in_the_place_of_another_is_noticed(
    running: Running, tmp_path: Path, labour_record: Path
) -> None:
    with Record.open(labour_record, read_only=True) as record:
        waiting = len(record.claims())
    assert f"{waiting} waiting" in running.client.get("/review").text
    other = tmp_path / "other.sqlite"
    other.write_bytes(labour_record.read_bytes())
    with Record.open(other, create=False) as record:
        record.decide(record.claims()[0].id, "accept")
    other.replace(running.path)
    assert f"{waiting - 1} waiting" in running.client.get("/review").text


def test_labels_are_marked(running: Running) -> None:
    assert "labelled confidential" not in running.client.get("/reports").body
    with running.record() as record:
        key = record.reports()[0].key
        record.label("report", key, "confidential")
    for page in ("/reports", f"/report?{urlencode({'key': key})}", "/brief"):
        assert "labelled confidential</strong>" in running.client.get(page).body


def test_a_record_that_has_gone_is_told(running: Running) -> None:
    assert running.client.get("/review").status == 200
    for name in ("record.sqlite", "record.sqlite-wal", "record.sqlite-shm"):
        (running.path.parent / name).unlink(missing_ok=True)
    answer = running.client.get("/review")
    assert answer.status == 404
    assert "no record" in answer.text.lower()
    assert not running.path.exists()


def test_paragraphs_hold_every_claim_once(labour_record: Path) -> None:
    with Record.open(labour_record, read_only=True) as record:
        for report in record.reports():
            claims = [claim for claim in record.claims() if claim.report == report.key]
            held = [claim.id for one in paragraphs(report, claims) for claim in one.claims]
            assert sorted(held) == sorted(claim.id for claim in claims)


@given(st.text(max_size=40), st.integers(0, 50), st.data())
def test_pieces_add_up_to_the_text(text: str, start: int, data: st.DataObject) -> None:
    class Spans:
        def __init__(self, spans: list[int | None]) -> None:
            self.actor_start, self.actor_end, self.predicate_start, self.predicate_end = spans

    places = st.one_of(st.none(), st.integers(0, 100))
    claims = [Spans(s) for s in data.draw(st.lists(st.lists(places, min_size=4, max_size=4), max_size=4))]
    made = pieces(text, start, claims)  # type: ignore[arg-type]
    assert "".join(words for words, _ in made) == text
    assert all(words for words, _ in made)
    at = start
    for words, kind in made:
        for place in range(at, at + len(words)):
            act = any(_in(place, c.predicate_start, c.predicate_end) for c in claims)
            actor = any(_in(place, c.actor_start, c.actor_end) for c in claims)
            assert kind == ("act" if act else "actor" if actor else "")
        at += len(words)


def _in(place: int, start: int | None, end: int | None) -> bool:
    return start is not None and end is not None and start <= place < end


@given(st.lists(st.integers(), max_size=60), st.integers(1, 9))
def test_pages_add_up_to_the_list(items: list[int], size: int) -> None:
    first = page_of(items, None, size)
    pages = [page_of(items, number, size) for number in range(1, first.pages + 1)]
    assert [item for page in pages for item in page.items] == items
    assert all(len(page.items) <= size for page in pages)
    assert [page.before for page in pages] == [size * n for n in range(first.pages)]
    assert page_of(items, "nonsense", size) == first
    assert page_of(items, 10**9, size) == pages[-1]
    assert page_of(items, -3, size) == first


def test_no_page_of_a_long_list_says_there_is_nothing(
    labour_record: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """With three rows a page, the pages of each table together show what the one page of it shows."""
    record = Record.open(labour_record, read_only=True)
    request.addfinalizer(record.close)
    seen = Seen(Look(record, Lens()), moved(()), frozenset())
    render, made = Renderer(Keys(80), "Ana"), Tables()

    def body(path: str, number: int | None) -> tuple[str, int]:
        values, page = made.page(seen, TABLE_PAGES[path], str(number))
        turn = {"turn": str, "page": page, "title": path}
        return render.page(seen, "table.html.j2", path, **{**values, **turn}), page.pages

    def at_once(rows: int, tables: int) -> None:
        for name, size in (("LINES", rows), ("ROWS", rows), ("SIDES", rows), ("TABLES", tables)):
            monkeypatch.setattr(exploring, name, size)

    at_once(10_000, 10_000)
    whole = {path: body(path, None)[0] for path in TABLE_PAGES}
    at_once(3, 1)
    several = 0
    for path, text in whole.items():
        pages = body(path, 1)[1]
        several += pages > 1
        shown = [body(path, number)[0] for number in range(1, pages + 1)]
        quotes = {piece.partition('"')[0] for piece in text.split('popovertarget="')[1:]}
        assert {
            piece.partition('"')[0] for one in shown for piece in one.split('popovertarget="')[1:]
        } == quotes
        for words in (
            "No party to",
            "None reported",
            "No position is reported.",
            "None found",
            "Nothing changed",
        ):
            assert all((words in one) is (words in text) for one in shown), (path, words)
    assert several >= 5
