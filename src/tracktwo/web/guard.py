"""The door: every request passes here before anything looks at it."""

from __future__ import annotations

from contextlib import suppress
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tracktwo.web.keys import Keys, alike

LARGEST_FORM = 64 * 1024
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: browsers would then send "Origin: null" with the forms, and we look at it.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
# Where the token of the address becomes a cookie; there is nothing else to be had there.
DOOR = "/"


class RefusedError(Exception):
    """Why a request goes no further."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status
        self.why = why


class Guard:
    """Middleware that lets in only this machine, by its own name, with the cookie, and checked forms."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self.app = app
        self.keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        request = Request(scope, receive)
        try:
            self._check_place(scope, request.headers)
            if scope["path"] != DOOR:
                self._check_cookie(request.headers)
            if request.method == "POST":
                scope["tracktwo.form"] = await self._form(request)
            elif request.method not in ("GET", "HEAD"):
                raise RefusedError(405, "only GET and POST")
        except RefusedError as refusal:
            answer = PlainTextResponse(f"tracktwo: {refusal.why}\n", status_code=refusal.status)
            await answer(scope, receive, send_with_headers)
            return
        await self.app(scope, receive, send_with_headers)

    def _check_place(self, scope: Scope, headers: Headers) -> None:
        client = scope.get("client")
        if client is None or not _is_loopback(client[0]):
            raise RefusedError(403, "only this machine may ask")
        # A page elsewhere can point a name of its own at 127.0.0.1; the browser then still sends that name.
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self.keys.hosts:
            raise RefusedError(421, "this is not the host you asked for")

    def _check_cookie(self, headers: Headers) -> None:
        found: SimpleCookie = SimpleCookie()
        with suppress(CookieError):
            found.load(headers.get("cookie", ""))
        held = found.get(self.keys.cookie)
        if held is None or not alike(held.value, self.keys.session):
            raise RefusedError(403, "open the address that tracktwo serve has shown, with its token")

    async def _form(self, request: Request) -> dict[str, str]:
        """Return the fields of a form that came from one of our own pages."""
        headers = request.headers
        origin = headers.get("origin")
        if origin is not None and (
            urlsplit(origin).scheme != "http" or urlsplit(origin).netloc.lower() not in self.keys.hosts
        ):
            raise RefusedError(403, "this form comes from another site")
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            raise RefusedError(403, "this form comes from another site")
        if headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
            raise RefusedError(415, "this is not a form")
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST_FORM:
                raise RefusedError(413, "this form is too long")
        try:
            fields = parse_qs(
                bytes(body).decode("utf-8"), keep_blank_values=True, max_num_fields=100, errors="strict"
            )
        except ValueError:
            raise RefusedError(400, "this form cannot be read") from None
        form = {name: values[-1] for name, values in fields.items()}
        if not alike(form.pop("csrf", ""), self.keys.csrf):
            raise RefusedError(403, "this form is not one of this run's; load the page again")
        return form


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
