"""Deciding by forms alone, as a browser without scripts does."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.web.client import Answer
from tests.web.conftest import Running, record_of
from tracktwo.brief import compose_from_record
from tracktwo.errors import UsageError
from tracktwo.record import Record
from tracktwo.record.questions.positions import positions
from tracktwo.vocabulary import Claim, Status
from tracktwo.web.deciding import changes_of


def queue_of(record: Record) -> list[str]:
    return [row.id for row in record.queue()]


def claim_shown(answer: Answer) -> str:
    return answer.form("accept").values["id"]


def stands(running: Running, claim: str) -> Claim:
    with running.record() as record:
        return record.claim(claim)


def test_the_queue_is_that_of_the_terminal(running: Running) -> None:
    with running.record() as record:
        expected = queue_of(record)
    shown = [claim_shown(running.client.get(f"/review?at={at}")) for at in range(len(expected))]
    assert shown == expected
    pages = range(1, -(-len(expected) // 20) + 1)
    links = [link for page in pages for link in running.client.get(f"/review?page={page}").read().links]
    places = [
        int(parse_qs(urlsplit(link).query)["at"][0]) for link in links if link.startswith("/review?at=")
    ]
    assert set(places) == set(range(len(expected)))


@pytest.mark.parametrize("at", ["-1", "999", "x", "²", "9" * 40, ""])
def test_a_place_there_is_not_shows_one_there_is(running: Running, at: str) -> None:
    assert running.client.get("/review?" + "at=" + at.replace("²", "%C2%B2")).status == 200


@pytest.mark.parametrize(
    ("decision", "status"),
    [("accept", Status.ACCEPTED), ("reject", Status.REJECTED), ("dispute", Status.DISPUTED)],
)
def test_a_decision_is_kept_with_who_and_why(running: Running, decision: str, status: Status) -> None:
    page = running.client.get("/review")
    claim = claim_shown(page)
    with running.record() as record:
        order = queue_of(record)
    after = running.client.submit(page.form(decision), decision, why="  looked it up ")
    assert after.status == 200
    assert [claim, claim_shown(after)] == order[:2]
    with running.record() as record:
        assert f"1 of {len(record.claims(include_rejected=True))} decided" in after.text
        assert record.claim(claim).status is status
        (kept,) = record.history(claim)
        assert (kept.by, kept.why) == ("Ana", "looked it up")
        order = queue_of(record)
    # A look at the tables makes the picture anew, and with it the order.
    running.client.get("/positions")
    assert claim_shown(running.client.get("/review")) == order[0]


def test_undo_is_one_step_away_and_shows_the_claim_again(running: Running) -> None:
    page = running.client.get("/review?at=3")
    claim = claim_shown(page)
    after = running.client.submit(page.form("reject"), "reject")
    back = running.client.submit(after.form("undo"), "undo")
    assert claim_shown(back) == claim
    assert stands(running, claim).status is Status.PROPOSED
    with running.record() as record:
        assert [d.decision.value for d in record.history(claim)] == ["reject", "undo"]


def test_a_correction_changes_what_differs_and_nothing_else(running: Running) -> None:
    page = running.client.get("/review")
    before = stands(running, claim_shown(page))
    after = running.client.submit(
        page.form("edit"), "edit", actor=" Judith  Amsel-Roth ", modality="possible"
    )
    assert after.status == 200
    with running.record() as record:
        (kept,) = record.history(before.id)
        assert dict(kept.changes) == {"actor": "Judith Amsel-Roth", "modality": "possible"}
        assert record.claim(before.id).object == before.object


def test_words_that_do_not_stand_in_the_quote_are_refused_and_kept_in_the_form(running: Running) -> None:
    page = running.client.get("/review")
    claim = claim_shown(page)
    after = running.client.submit(page.form("edit"), "edit", object="words of my own", role="Chair")
    assert after.status == 422
    assert "does not stand in the quote" in after.text
    assert after.form("edit").values["object"].strip() == "words of my own"
    assert after.form("edit").values["role"] == "Chair"
    assert stands(running, claim).status is Status.PROPOSED


def test_an_untouched_form_is_no_correction(running: Running) -> None:
    for at in range(6):
        page = running.client.get(f"/review?at={at}")
        after = running.client.submit(page.form("edit"), "edit")
        assert after.status == 422
        assert "nothing in the form differs" in after.text.lower()


def test_a_form_sent_twice_decides_once(running: Running) -> None:
    page = running.client.get("/review")
    claim = claim_shown(page)
    running.client.submit(page.form("accept"), "accept")
    again = running.client.submit(page.form("accept"), "reject")
    assert again.status == 422
    assert "decided on since" in again.text
    with running.record() as record:
        assert [d.decision.value for d in record.history(claim)] == ["accept"]


def test_a_decision_taken_elsewhere_shows_at_once_and_is_not_overrun(running: Running) -> None:
    page = running.client.get("/review")
    claim = claim_shown(page)
    with running.record() as record:
        record.decide(claim, "dispute", by="Ben", why="the union says otherwise")
    assert running.client.submit(page.form("accept"), "accept").status == 422
    assert claim_shown(running.client.get("/review")) != claim
    assert "the union says otherwise" in running.client.get(f"/claim?id={claim}").text
    assert stands(running, claim).status is Status.DISPUTED


@pytest.mark.parametrize("decision", ["merge", "", "delete", "ACCEPT"])
def test_other_decisions_are_not_to_be_had_here(running: Running, decision: str) -> None:
    form = running.client.get("/review").form("accept")
    assert running.client.submit(form, decision).status == 422
    assert stands(running, form.values["id"]).status is Status.PROPOSED


def test_a_claim_there_is_not(running: Running) -> None:
    form = running.client.get("/review").form("accept")
    form.values["id"] = "nothing"
    assert running.client.submit(form, "accept").status == 404
    assert running.client.get("/claim?id=").status == 404


def test_a_rejected_claim_leaves_the_tables_and_comes_back(running: Running) -> None:
    with running.record() as record:
        rows = positions(record.pictures()[0], record.reports(), record.claims())
        claim = record.claim(next(row.claims[0] for row in rows if row.act))
    link = f"/claim?id={claim.id}"
    assert link in running.client.get("/positions").read().links
    after = running.client.submit(running.client.get(link).form("reject"), "reject")
    assert "Saved: rejected" in after.text
    assert link not in running.client.get("/positions").read().links
    assert f"c-{claim.id}" in running.client.get(f"/report?claim={claim.id}").read().ids
    running.client.submit(running.client.get(link).form("undo"), "undo")
    assert link in running.client.get("/positions").read().links


def test_scripts_get_the_part_that_changes(running: Running) -> None:
    form = running.client.get("/review").form("accept")
    answer = running.client.post("/decide", {**form.values, "decision": "accept"}, HX_Request="true")
    assert answer.status == 200
    assert answer.body.lstrip().startswith('<div id="desk">')
    assert "<html" not in answer.body
    assert claim_shown(answer) != form.values["id"]
    line = running.client.get("/report?key=2025-02-03-opening-demands").form("dispute")
    answer = running.client.post("/decide", {**line.values, "decision": "dispute"}, HX_Request="true")
    assert answer.body.lstrip().startswith(f'<li id="c-{line.values["id"]}"')
    assert "disputed" in answer.text
    assert answer.form("undo").values["decided"] == "1"


def test_deciding_beside_a_report_stays_there(running: Running) -> None:
    form = running.client.get("/report?key=2025-02-03-opening-demands").form("accept", at=2)
    answer = running.client.submit(form, "accept", follow=False)
    assert answer.status == 303
    assert answer.headers["location"] == f"/report?claim={form.values['id']}#c-{form.values['id']}"
    page = running.client.get(answer.headers["location"].partition("#")[0])
    assert f"c-{form.values['id']}" in page.read().ids
    assert "accepted" in page.text


def test_where_to_go_back_to_is_not_the_forms_to_say(running: Running) -> None:
    form = running.client.get("/review").form("accept")
    form.values["back"] = "https://evil.example/"
    answer = running.client.submit(form, "accept", follow=False)
    assert answer.headers["location"].startswith("/claim?")


def test_when_all_is_decided_it_says_so(running: Running) -> None:
    with running.record() as record:
        total = len(record.decide_all([(claim.id, "accept") for claim in record.claims()], by="Ben"))
    answer = running.client.get("/review")
    assert answer.status == 200
    assert "Every claim has been reviewed" in answer.text
    assert f"{total} of {total} decided" in answer.text


def test_words_whose_line_breaks_the_form_has_moved(labour_record: Path) -> None:
    with Record.open(labour_record, read_only=True) as record:
        read = next(c for c in record.claims() if c.object)
    claim = replace(read, quote=read.quote.replace(" ", "\r\n", 3))
    words = " \r\n ".join(claim.quote.split()[:6])
    changes = changes_of(claim, {"object": words})
    assert changes["object"] in claim.quote
    assert changes["object"].split() == claim.quote.split()[:6]


def test_switches_count_only_where_the_form_had_them(labour_record: Path) -> None:
    with Record.open(labour_record, read_only=True) as record:
        claim = record.claims()[0]
    assert changes_of(claim, {"switches": "1", "unnamed": "1"}) == {"unnamed": True}
    with pytest.raises(UsageError):
        changes_of(claim, {"unnamed": "1"})
    assert changes_of(claim, {"actor": ""}) == {"actor": None}


def test_an_empty_record(tmp_path: Path, start: Callable[[Path], Running]) -> None:
    (tmp_path / "weather.txt").write_text("Fog.\n", encoding="utf-8")
    record_of(tmp_path / "record.sqlite", tmp_path / "weather.txt")
    running = start(tmp_path / "record.sqlite")
    for page in (
        "/review",
        "/reports",
        "/positions",
        "/timeline",
        "/gaps",
        "/said?actor=x",
        "/brief",
        "/people",
    ):
        assert running.client.get(page).status == 200


def test_a_models_claim_can_be_looked_at_and_accepted(
    labour_record: Path, tmp_path: Path, start: Callable[[Path], Running]
) -> None:
    path = Path(shutil.copy(labour_record, tmp_path / "record.sqlite"))
    with Record.open(path) as record:
        one = next(claim for claim in record.claims() if claim.actor and claim.object)
        made = replace(one, id="feedfeedfeedfeed", method="llm/1:ollama/stub", confidence=None)
        record.code([made])
        assert "feedfeedfeedfeed" not in {claim.id for claim in compose_from_record(record).claims}
    running = start(path)
    card = running.client.get("/claim?id=feedfeedfeedfeed")
    assert "llm/1:ollama/stub, confidence not measured" in " ".join(card.text.split())
    form = card.form("accept")
    running.client.submit(form, "accept")
    assert stands(running, "feedfeedfeedfeed").status is Status.ACCEPTED
    with Record.open(path) as record:
        assert "feedfeedfeedfeed" in {claim.id for claim in compose_from_record(record).claims}
