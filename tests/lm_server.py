"""A model server on this machine that says what a test tells it to, in the words of three protocols."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PROTOCOLS = ("ollama", "openai", "gemini")
Answer = str | int | float | bytes


def answer(*claims: dict[str, Any]) -> str:
    """The JSON a model writes for claims: ``claim`` the words, the rest their attributes."""
    rows = [
        {"claim": one["claim"], "claim_attributes": {k: v for k, v in one.items() if k != "claim"}}
        for one in claims
    ]
    return json.dumps({"extractions": rows}, ensure_ascii=False)


@dataclass
class Asked:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    prompt: str
    body: dict[str, Any]


@dataclass
class Stub:
    """``say`` answers a prompt: the model's words, raw bytes, an HTTP status, or seconds to wait."""

    url: str
    say: Callable[[str], Answer] = lambda _prompt: answer()
    asked: list[Asked] = field(default_factory=list)

    def named(self, protocol: str) -> tuple[str, str]:
        """The ``--model`` and ``--url`` that ask this server by a protocol."""
        return f"{protocol}/stub", f"{self.url}/v1" if protocol == "openai" else self.url


@contextmanager
def running() -> Iterator[Stub]:
    """A server on a free port of the loopback address."""
    stub = Stub("")

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            prompt = prompt_of(self.path, body)
            stub.asked.append(Asked(self.path, dict(self.headers), prompt, body))
            said = stub.say(prompt)
            if isinstance(said, float):
                time.sleep(said)
                said = answer()
            status = said if isinstance(said, int) else 200
            sent = said if isinstance(said, bytes) else json.dumps(wrapped(self.path, said)).encode()
            try:
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(sent)))
                self.end_headers()
                self.wfile.write(sent)
            except OSError:
                pass  # nobody waited for it

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    stub.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield stub
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def prompt_of(path: str, body: dict[str, Any]) -> str:
    """The prompt of a request, wherever its protocol keeps it."""
    if path == "/api/generate":
        return str(body["prompt"])
    if path.endswith(":generateContent"):
        return str(body["contents"][0]["parts"][0]["text"])
    assert path == "/v1/chat/completions", path
    return str(body["messages"][-1]["content"])


def wrapped(path: str, said: str | int) -> dict[str, Any]:
    """What a server of the path's protocol sends around the model's words."""
    if isinstance(said, int):
        return {"error": {"message": "out of order", "code": said, "status": "UNAVAILABLE"}}
    if path == "/api/generate":
        return {"model": "stub", "response": said, "done": True}
    if path.endswith(":generateContent"):
        part = {"content": {"role": "model", "parts": [{"text": said}]}, "finishReason": "STOP"}
        return {"candidates": [part]}
    message = {"index": 0, "message": {"role": "assistant", "content": said}, "finish_reason": "stop"}
    return {"id": "1", "object": "chat.completion", "created": 1, "model": "stub", "choices": [message]}
