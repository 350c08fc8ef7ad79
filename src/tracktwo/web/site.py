"""The pages: for every address, what is asked of the record and which template shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from tracktwo.brief import html
from tracktwo.brief.compose import FALLEN
from tracktwo.brief.html import assets
from tracktwo.errors import NotFoundError, RecordBusyError, TracktwoError, UsageError
from tracktwo.record import Record, review
from tracktwo.record.decisions import standing
from tracktwo.vocabulary import Claim
from tracktwo.web.deciding import CHOICES, SWITCHES, TEXTS, MeanwhileError, decide
from tracktwo.web.desk import Desk
from tracktwo.web.exploring import TABLE_PAGES, Tables
from tracktwo.web.keys import Keys
from tracktwo.web.look import Lens
from tracktwo.web.paging import page_of
from tracktwo.web.reading import report_lines, report_page
from tracktwo.web.rendering import Renderer, files, lens_free
from tracktwo.web.said import found
from tracktwo.web.seen import Seen

QUEUE_ROWS, REPORT_ROWS, SAID_ROWS = 20, 50, 25
EDITOR = {"texts": TEXTS, "choices": CHOICES, "switches": SWITCHES}


class Site:
    """Everything one run of the server answers with."""

    def __init__(self, desk: Desk, keys: Keys) -> None:
        self.desk = desk
        self.keys = keys
        self.render = Renderer(keys, desk.by)
        self.tables = Tables()

    async def door(self, request: Request) -> Response:
        """Make the token of the address a cookie, and go on to the review.

        The page goes on by itself rather than by a redirect: the first visit may come from elsewhere (a
        mail, a terminal's link), and a strict cookie is only sent where the last step starts on our own page.
        """
        key = request.query_params.get("token", "")
        if not key:
            return RedirectResponse("/review", status_code=303)
        if not self.keys.opens(key):
            page = self.render.plain(
                "trouble.html.j2", title="This is not the address", told="Open the one the terminal shows."
            )
            return HTMLResponse(page, status_code=403)
        answer = HTMLResponse(self.render.plain("door.html.j2", title="tracktwo"))
        answer.set_cookie(self.keys.cookie, self.keys.session, httponly=True, samesite="strict", path="/")
        return answer

    async def file(self, request: Request) -> Response:
        """Return a style sheet or a script."""
        held = files().get(request.path_params["name"])
        if held is None:
            raise NotFoundError("there is no such file")
        return Response(held[1], media_type=held[0])

    async def review(self, request: Request) -> Response:
        """Show the claim that is next in the queue, and the queue."""
        query = request.query_params
        return await self._shown(lambda record: self._desk(record, dict(query), request))

    async def claim(self, request: Request) -> Response:
        """Show one claim."""
        query = request.query_params
        return await self._shown(
            lambda record: self._card(record, query.get("id", ""), done=query.get("done"))
        )

    async def reports(self, request: Request) -> Response:
        """List the reports."""

        def page(record: Record) -> str:
            seen = self.desk.recent(record)
            held = report_lines(record.headers(), record.tally())
            lines = page_of(held, request.query_params.get("page"), REPORT_ROWS)
            return self.render.page(
                seen, "reports.html.j2", "/reports", title="Reports", page=lines, turn=_turn("/reports")
            )

        return await self._shown(page)

    async def report(self, request: Request) -> Response:
        """Show a report with its claims beside it."""
        query = request.query_params

        def page(record: Record) -> str:
            seen = self.desk.recent(record)
            claim = record.claim(query["claim"]) if query.get("claim") else None
            report = record.report(claim.report if claim else query.get("key", ""))
            claims = record.claims(report=report.key, include_rejected=True)
            shown = report_page(report, claims, claim.id if claim else None, query.get("page"))
            held = [claim for paragraph in shown.items for claim in paragraph.claims]
            decisions = record.decisions()
            return self.render.page(
                seen,
                "report.html.j2",
                "/reports",
                title=report.title or report.key,
                report=report,
                page=shown,
                turn=_turn("/report", key=report.key),
                decided={claim.id: len(decisions.get(claim.id, ())) for claim in held},
                read=seen.notes(held),
                trouble=None,
            )

        return await self._shown(page)

    async def table(self, request: Request) -> Response:
        """Show one of the brief's tables."""
        lens, path = Lens.of(request.query_params), request.url.path

        def page(record: Record) -> str:
            seen = self.desk.seen(record, lens)
            values, shown = self.tables.page(seen, TABLE_PAGES[path], request.query_params.get("page"))
            return self.render.page(
                seen,
                "table.html.j2",
                path,
                **{**values, "title": TABLE_PAGES[path].title, "page": shown},
                turn=lambda number: lens.link(path, page=number),
            )

        return await self._shown(page)

    async def said(self, request: Request) -> Response:
        """Search what somebody has said."""
        lens, query = Lens.of(request.query_params), request.query_params
        actor, about = query.get("actor", "").strip(), query.get("about", "").strip()

        def page(record: Record) -> str:
            seen = self.desk.recent(record) if lens == Lens() else self.desk.seen(record, lens)
            kept = [one for one in found(record, lens, actor, about) if one.status not in FALLEN]
            shown = page_of(kept, query.get("page"), SAID_ROWS)
            return self.render.page(
                seen,
                "said.html.j2",
                "/said",
                title="What was said before",
                asked=(actor, about),
                heard=seen.look.heard,
                page=shown,
                turn=lambda number: lens.link("/said", actor=actor or None, about=about or None, page=number),
                read=seen.notes(shown.items),
            )

        return await self._shown(page)

    async def brief(self, request: Request) -> Response:
        """Show the brief, the very file that ``tracktwo brief`` writes."""
        lens = Lens.of(request.query_params)
        answer = await self._shown(lambda record: html.render(self.desk.seen(record, lens).whole()))
        # The page carries its scripts inside, named by their hashes.
        answer.headers["Content-Security-Policy"] = (
            assets.policy(assets.scripts()) + "; frame-ancestors 'none'"
        )
        return answer

    async def decide(self, request: Request) -> Response:
        """Take a decision; answer with the fragment that htmx asked for, else by going back to the page."""
        form: dict[str, str] = request.scope["tracktwo.form"]
        fragment = request.headers.get("hx-request") == "true"
        return await self.desk.ask(lambda record: self._decided(record, form, fragment))

    def _decided(self, record: Record, form: dict[str, str], fragment: bool) -> Response:
        back = form.get("back", "claim")
        try:
            claim, trouble, status = decide(record, form, self.desk.by), None, 200
        except (UsageError, MeanwhileError) as error:
            claim, trouble, status = record.claim(form.get("id", "")), _told(error), 422
        if trouble and not fragment:
            return HTMLResponse(self._card(record, claim.id, trouble=trouble, form=form), status_code=status)
        if back == "review":
            undone = form.get("decision") == "undo" or trouble
            query = {"at": form.get("at", "0"), **({"claim": claim.id} if undone else {"done": claim.id})}
            if not fragment:
                return RedirectResponse(_address("/review", query), status_code=303)
            page = self._desk(record, query, None, trouble=trouble, form=form)
        elif back == "report":
            if not fragment:
                address = lens_free("/report", claim=claim.id) + f"#c-{quote(claim.id)}"
                return RedirectResponse(address, status_code=303)
            page = self._line(record, claim, trouble)
        elif fragment:
            page = self._card(
                record, claim.id, done="" if trouble else claim.id, trouble=trouble, form=form, fragment=True
            )
        else:
            return RedirectResponse(lens_free("/claim", id=claim.id, done=1), status_code=303)
        return HTMLResponse(page, status_code=status)

    def _desk(
        self,
        record: Record,
        query: dict[str, str],
        request: Request | None,
        *,
        trouble: str | None = None,
        form: dict[str, str] | None = None,
    ) -> str:
        """Return the page of the queue; without a request only the part of it that changes."""
        seen = self.desk.recent(record)
        ids = seen.waiting
        at = ids.index(query["claim"]) if query.get("claim") in ids else _whole_number(query.get("at"))
        at = min(at, max(len(ids) - 1, 0))
        # The page of the list follows the claim shown, unless somebody turns the pages.
        page = page_of(ids, query.get("page") or at // QUEUE_ROWS + 1, QUEUE_ROWS)
        rows = seen.queued({*page.items, *ids[at : at + 1]})
        row = rows[ids[at]] if ids else None
        return self.render.page(
            seen,
            "desk.html.j2" if request is None else "review.html.j2",
            "/review",
            title="Review",
            at=at,
            page=page.of([rows[one] for one in page.items]),
            turn=_turn("/review", at=at),
            done=self._done(record, query.get("done")),
            total=sum(every for every, _ in record.tally().values()),
            **self._claim_values(record, seen, row.id if row else None),
            trouble=trouble,
            form=form or {},
            row=row,
            back="review",
        )

    def _card(
        self,
        record: Record,
        claim_id: str,
        *,
        done: str | None = None,
        trouble: str | None = None,
        form: dict[str, str] | None = None,
        fragment: bool = False,
    ) -> str:
        """Return the page of one claim, or its part that changes."""
        seen = self.desk.recent(record)
        return self.render.page(
            seen,
            "card.html.j2" if fragment else "claim.html.j2",
            "/review",
            title="Claim",
            **self._claim_values(record, seen, claim_id),
            trouble=trouble,
            form=form or {},
            done=self._done(record, claim_id if done else None),
            row=None,
            at=0,
            back="claim",
        )

    def _line(self, record: Record, claim: Claim, trouble: str | None) -> str:
        """Return a claim as it stands beside its report."""
        seen = self.desk.recent(record)
        return self.render.page(
            seen,
            "line.html.j2",
            "/reports",
            claim=claim,
            decided={claim.id: len(record.history(claim.id))},
            read=seen.notes([claim]),
            trouble=trouble,
        )

    def _claim_values(self, record: Record, seen: Seen, claim_id: str | None) -> dict[str, Any]:
        values: dict[str, Any] = {"editor": EDITOR, "shown": None}
        if claim_id is not None:
            shown = review.show(record, claim_id)
            values |= {"shown": shown, "claim": shown.claim, "read": seen.notes([shown.claim])}
            values["standing"] = bool(standing(shown.history))
        return values

    def _done(self, record: Record, claim_id: str | None) -> dict[str, Any] | None:
        """Return the last decision on a claim, to be told and taken back."""
        if not claim_id:
            return None
        claim = record.claim(claim_id)
        history = record.history(claim.id)
        seen = self.desk.recent(record)
        return (
            {"claim": claim, "last": history[-1], "count": len(history), "read": seen.notes([claim])}
            if (history)
            else None
        )

    async def _shown(self, page: Callable[[Record], str]) -> Response:
        return HTMLResponse(await self.desk.ask(page))

    def trouble(self, error: TracktwoError) -> Response:
        """Say what went wrong, and what can be done."""
        status = (
            404 if isinstance(error, NotFoundError) else 503 if isinstance(error, RecordBusyError) else 400
        )
        page = self.render.plain("trouble.html.j2", title=error.what, told=error.fix, why=error.why)
        return HTMLResponse(page, status_code=status)


def _told(error: TracktwoError) -> str:
    # Not where: it is the claim in view.
    return ". ".join(words for words in (error.what, error.why, error.fix) if words) + "."


def _turn(path: str, **query: str | int) -> Callable[[int], str]:
    return lambda number: lens_free(path, **query, page=number)


def _address(path: str, query: dict[str, str]) -> str:
    return lens_free(path, **query)


def _whole_number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0
