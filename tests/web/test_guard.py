"""Who may come in, and with what."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path
from typing import Any

import pytest

from tests.web.client import Client
from tests.web.conftest import Running
from tracktwo.web.app import application
from tracktwo.web.desk import Desk
from tracktwo.web.keys import Keys

PAGES = (
    "/review", "/reports", "/people", "/meetings", "/proposals", "/positions", "/timeline", "/changes",
    "/conflicts", "/gaps", "/said", "/brief", "/static/style.css",
)  # fmt: skip
WORDS = ("Tram", "Aldenbury", "Holloway")


def test_every_page_needs_the_cookie(shown: Running) -> None:
    stranger = Client(shown.port)
    for page in (*PAGES, "/claim?id=a", "/report?key=2025-02-03-opening-demands", "/nowhere"):
        answer = stranger.get(page)
        assert answer.status == 403, page
        assert not any(word in answer.body for word in WORDS)
        if page != "/nowhere" and "claim" not in page:
            assert shown.client.get(page).status == 200, page


def test_a_guessed_cookie_or_token_opens_nothing(shown: Running) -> None:
    stranger = Client(shown.port)
    name = shown.prepared.keys.cookie
    for cookie in (
        f"{name}=x",
        f"{name}=",
        f"{name}={shown.prepared.keys.token}",
        "no=1; =;;\x01",
        f'{name}="é"',
    ):
        stranger.cookie = cookie.encode().decode("latin-1")
        assert stranger.get("/review").status in (400, 403)
    for token in ("x", "%C3%A9", shown.prepared.keys.session, shown.prepared.keys.csrf):
        answer = Client(shown.port).get(f"/?token={token}")
        assert answer.status == 403
        assert "set-cookie" not in answer.headers


def test_the_token_becomes_a_cookie_that_scripts_and_other_sites_do_not_get(shown: Running) -> None:
    answer = Client(shown.port).get(f"/?token={shown.prepared.keys.token}")
    words = [word.strip().lower() for word in answer.headers["set-cookie"].split(";")]
    assert {"httponly", "samesite=strict", "path=/"} <= set(words)
    assert str(shown.port) in words[0]
    for page in PAGES:
        body = shown.client.get(page).body
        assert shown.prepared.keys.token not in body
        assert shown.prepared.keys.session not in body


def test_a_pass_opens_the_door_once(shown: Running) -> None:
    path = shown.prepared.keys.address(once=True).partition(str(shown.port))[2]
    assert Client(shown.port).get(path).status == 200
    assert Client(shown.port).get(path).status == 403
    assert Client(shown.port).get(f"/?token={shown.prepared.keys.token}").status == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:{port}"],
)
def test_another_name_for_this_machine_is_refused(shown: Running, host: str) -> None:
    answer = shown.client.get("/review", Host=host.format(port=shown.port))
    assert answer.status == 421
    assert not any(word in answer.body for word in WORDS)


@pytest.mark.parametrize("host", ["localhost:{port}", "LOCALHOST:{port}", "[::1]:{port}"])
def test_its_own_names_will_do(shown: Running, host: str) -> None:
    assert shown.client.get("/review", Host=host.format(port=shown.port)).status == 200


def test_it_listens_on_the_loopback_only(shown: Running) -> None:
    assert shown.prepared.listening.getsockname()[0] == "127.0.0.1"
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in others - {"127.0.0.1", "127.0.1.1"}:
        with pytest.raises(OSError):
            socket.create_connection((str(address), shown.port), timeout=2).close()


@pytest.mark.parametrize("client", [("192.0.2.7", 5000), ("::ffff:192.0.2.7", 5000), ("nonsense", 1), None])
def test_another_machine_is_refused_whatever_it_brings(
    labour_record: Path, client: tuple[str, int] | None
) -> None:
    keys = Keys(8000)
    headers = [(b"host", b"127.0.0.1:8000"), (b"cookie", f"{keys.cookie}={keys.session}".encode())]
    assert _status(labour_record, keys, client, headers) == 403
    assert _status(labour_record, keys, ("127.0.0.1", 5000), headers) == 200


def _status(
    record: Path, keys: Keys, client: tuple[str, int] | None, headers: list[tuple[bytes, bytes]]
) -> int:
    """Ask without a network, to be somebody else."""
    sent: list[Any] = []
    desk = Desk(record, "Ana")
    scope = {
        "type": "http", "method": "GET", "path": "/static/web.js", "raw_path": b"/static/web.js",
        "query_string": b"", "headers": headers, "client": client, "server": ("127.0.0.1", 8000),
        "scheme": "http", "http_version": "1.1", "root_path": "",
    }  # fmt: skip

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(application(desk, keys)(scope, receive, send))
    desk.close()
    return int(sent[0]["status"])


def test_no_form_counts_but_our_own(running: Running) -> None:
    client = running.client
    form = client.get("/review").form("accept")
    good = {**form.values, "decision": "accept"}
    with running.record() as record:
        before = record.state
    port = running.port
    bad = {name: value for name, value in good.items() if name != "csrf"}
    assert client.post("/decide", bad).status == 403
    assert client.post("/decide", {**bad, "csrf": "x" * 43}).status == 403
    assert client.post("/decide", {**bad, "csrf": running.prepared.keys.token}).status == 403
    assert client.post("/decide", good, Origin="http://evil.example").status == 403
    assert client.post("/decide", good, Origin="null").status == 403
    assert client.post("/decide", good, Origin=f"http://127.0.0.1:{port + 1}").status == 403
    assert client.post("/decide", good, Origin=f"https://127.0.0.1:{port}").status == 403
    assert client.post("/decide", good, Sec_Fetch_Site="cross-site").status == 403
    assert client.post("/decide", good, Sec_Fetch_Site="same-site").status == 403
    assert client.post("/decide", good, Host="evil.example").status == 421
    assert client.post("/decide", good, Content_Type="text/plain").status == 415
    assert client.post("/decide", good, Content_Type="application/json").status == 415
    assert client.post("/decide", {**good, "why": "x" * 70_000}).status == 413
    assert client.post("/decide", {**good, **{f"n{n}": "1" for n in range(200)}}).status == 400
    assert client.get("/decide?decision=accept").status == 405
    for method in ("PUT", "DELETE", "OPTIONS", "PATCH"):
        assert client.send(method, "/decide").status == 405
    stranger = Client(port)
    assert stranger.post("/decide", good).status == 403
    with running.record() as record:
        assert record.state == before
    assert client.post("/decide", good, Origin=f"http://127.0.0.1:{port}").status == 303


def test_every_answer_carries_its_policy(shown: Running) -> None:
    stranger = Client(shown.port)
    for answer in (
        shown.client.get("/review"),
        shown.client.get("/nowhere"),
        shown.client.get("/claim?id=zz"),
        shown.client.get("/static/htmx.js"),
        stranger.get("/review"),
        stranger.get("/?token=x"),
    ):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert "server" not in answer.headers
    assert "script-src 'sha256-" in shown.client.get("/brief").headers["content-security-policy"]


def test_a_header_does_not_make_another_client(shown: Running) -> None:
    assert shown.client.get("/review", X_Forwarded_For="192.0.2.7", X_Forwarded_Proto="https").status == 200
