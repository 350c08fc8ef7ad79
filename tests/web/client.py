"""A browser without scripts: cookies, links and forms over plain HTTP."""

from __future__ import annotations

import http.client
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode, urlsplit


@dataclass
class Form:
    """A form with the values it would send; ``buttons`` are the values of its ``decision`` buttons."""

    action: str = ""
    method: str = "get"
    values: dict[str, str] = field(default_factory=dict)
    buttons: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.ids: set[str] = set()
        self._textarea: str | None = None
        self._select: str | None = None
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self.ids.add(held.get("id", ""))
        if tag in ("script", "style"):
            self._silent += 1
        if tag == "a" and "href" in held:
            self.links.append(held["href"])
        if tag == "form":
            self.forms.append(Form(held.get("action", ""), held.get("method", "get")))
        if not self.forms:
            return
        form = self.forms[-1]
        name = held.get("name", "")
        if tag == "input" and (held.get("type") != "checkbox" or "checked" in held):
            form.values[name] = held.get("value", "")
        elif tag == "button" and name == "decision":
            form.buttons.append(held["value"])
        elif tag == "textarea":
            form.values[name], self._textarea = "", name
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in held:
            form.values[self._select] = held["value"]

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._textarea = None
        elif tag == "select":
            self._select = None
        elif tag in ("script", "style"):
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        if self._textarea is not None:
            # The first line break of a textarea is none of its text.
            self.forms[-1].values[self._textarea] += data.removeprefix("\n")
        elif not self._silent:
            self.words.append(data)


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: str

    def read(self) -> _Reader:
        reader = _Reader()
        reader.feed(self.body)
        return reader

    @property
    def text(self) -> str:
        """The words a reader sees, on one line."""
        return " ".join("".join(self.read().words).split())

    def form(self, decision: str, at: int = 0) -> Form:
        """The form that has a button for this decision."""
        return [form for form in self.read().forms if decision in form.buttons][at]


class Client:
    def __init__(self, port: int) -> None:
        self.port = port
        self.cookie = ""

    def come_in(self, token: str) -> None:
        answer = self.get(f"/?token={token}")
        assert answer.status == 200, answer.body
        self.cookie = answer.headers["set-cookie"].partition(";")[0]

    def send(
        self,
        method: str,
        path: str,
        *,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        given = {"Host": f"127.0.0.1:{self.port}", "Cookie": self.cookie, **(headers or {})}
        try:
            connection.request(method, path, body=body, headers={k: v for k, v in given.items() if v})
            found = connection.getresponse()
            text = found.read().decode("utf-8")
            return Answer(found.status, {k.lower(): v for k, v in found.getheaders()}, text)
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        return self.send("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})

    def post(self, path: str, values: dict[str, str], **headers: str) -> Answer:
        kinds = {"Content-Type": "application/x-www-form-urlencoded"}
        kinds |= {k.replace("_", "-"): v for k, v in headers.items()}
        return self.send("POST", path, body=urlencode(values).encode(), headers=kinds)

    def submit(self, form: Form, decision: str, follow: bool = True, **values: str) -> Answer:
        """Press a button of a form, and go where the answer leads."""
        answer = self.post(form.action, {**form.values, **values, "decision": decision})
        if follow and answer.status == 303:
            place = urlsplit(answer.headers["location"])
            assert not place.netloc
            return self.get(answer.headers["location"].partition("#")[0])
        return answer
