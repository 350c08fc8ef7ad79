"""A real browser, told what to do over a pipe (the DevTools protocol): no port, no driver."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None
)
QUIET = (
    "headless no-sandbox disable-gpu disable-quic no-first-run disable-background-networking "
    "disable-component-update disable-sync disable-extensions hide-scrollbars remote-debugging-pipe"
)
# The browser reads commands from descriptor 3 and writes answers to 4.
PLUMBED = """import os, sys
os.dup2(int(sys.argv[1]), 3), os.dup2(int(sys.argv[2]), 4)
os.execv(sys.argv[3], sys.argv[3:])"""


class Browser:
    """One window. ``requests`` and ``complaints`` collect what it fetched and what its console said."""

    def __init__(self, profile: Path) -> None:
        assert CHROMIUM
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        switches = [f"--{name}" for name in QUIET.split()]
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-c", PLUMBED, str(theirs_in), str(theirs_out)),
                *(CHROMIUM, *switches, f"--user-data-dir={profile}", "about:blank"),
            ],
            pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._number, self._rest, self._session = 0, b"", None
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._loads = 0
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.send(f"{domain}.enable")

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError, TimeoutError):
            self._session = None
            self.send("Browser.close")
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._in)
        os.close(self._out)

    def send(self, method: str, **values: Any) -> dict[str, Any]:
        self._number += 1
        words: dict[str, Any] = {"id": self._number, "method": method, "params": values}
        if self._session:
            words["sessionId"] = self._session
        os.write(self._out, json.dumps(words).encode() + b"\0")
        number, end = self._number, time.monotonic() + 30
        while time.monotonic() < end:
            answer = self._next(end)
            if answer and answer.get("id") == number:
                assert "error" not in answer, answer
                return dict(answer["result"])
        raise TimeoutError(method)

    def _next(self, end: float) -> dict[str, Any] | None:
        while b"\0" not in self._rest:
            if not select.select([self._in], [], [], max(0.0, end - time.monotonic()))[0]:
                return None
            self._rest += os.read(self._in, 1 << 20)
        text, self._rest = self._rest.split(b"\0", 1)
        told: dict[str, Any] = json.loads(text)
        self._noted(told.get("method"), told.get("params", {}))
        return told

    def _noted(self, method: str | None, values: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.requests.append(values["request"]["url"])
        elif method == "Page.loadEventFired":
            self._loads += 1
        elif method == "Log.entryAdded":
            self.complaints.append(f"{values['entry']['text']} {values['entry'].get('url', '')}")
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(str(values["exceptionDetails"]))

    def narrow(self, width: int, height: int = 900) -> None:
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=width < 600,
        )  # fmt: skip

    def scripts(self, on: bool) -> None:
        self.send("Emulation.setScriptExecutionDisabled", value=not on)

    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""
        before = self._loads
        self.send("Page.navigate", url=address)
        self.loaded(before)

    def loaded(self, before: int) -> None:
        end = time.monotonic() + 20
        while self._loads <= before:
            assert time.monotonic() < end, "the page was not loaded"
            self._next(min(end, time.monotonic() + 1))

    def until(self, words: str) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + 10
        while time.monotonic() < end:
            with contextlib.suppress(AssertionError):
                if self.evaluate(f"!!({words})"):
                    return
            time.sleep(0.05)
        raise AssertionError(f"never came true: {words}")

    def evaluate(self, words: str, *, wait: bool = False) -> Any:
        found = self.send("Runtime.evaluate", expression=words, returnByValue=True, awaitPromise=wait)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def click(self, selector: str) -> None:
        """Press the middle of an element, as a finger would."""
        place = json.loads(
            self.evaluate(
                f"(() => {{ const e = document.querySelector({json.dumps(selector)}); "
                "e.scrollIntoView({block: 'center', behavior: 'instant'}); "
                "const b = e.getBoundingClientRect(); "
                "return JSON.stringify([b.x + b.width / 2, b.y + b.height / 2]); })()"
            )
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.send(
                "Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1
            )

    def press(self, selector: str) -> None:
        """Click what leads to another page, and wait for it."""
        before = self._loads
        self.click(selector)
        self.loaded(before)

    def text(self) -> str:
        return str(self.evaluate("document.body.innerText"))

    def picture(self, path: Path) -> None:
        taken = self.send("Page.captureScreenshot", captureBeyondViewport=False)
        path.write_bytes(base64.b64decode(taken["data"]))
