"""The application: addresses, the guard before them, and how it ends."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from tracktwo.errors import TracktwoError
from tracktwo.web.desk import Desk
from tracktwo.web.exploring import TABLE_PAGES
from tracktwo.web.guard import Guard
from tracktwo.web.keys import Keys
from tracktwo.web.site import Site


def application(desk: Desk, keys: Keys) -> Guard:
    """Return the application for one record and one run."""
    site = Site(desk, keys)

    async def told(_: Request, error: Exception) -> Response:
        assert isinstance(error, TracktwoError)
        return site.trouble(error)

    async def missing(_: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        page = site.render.plain("trouble.html.j2", title="There is no such page", told=None)
        return HTMLResponse(page, status_code=error.status_code)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        desk.close()

    pages = Starlette(
        routes=[
            Route("/", site.door),
            Route("/static/{name}", site.file),
            Route("/review", site.review),
            Route("/claim", site.claim),
            Route("/decide", site.decide, methods=["POST"]),
            Route("/reports", site.reports),
            Route("/report", site.report),
            Route("/said", site.said),
            Route("/brief", site.brief),
            *(Route(path, site.table) for path in TABLE_PAGES),
        ],
        exception_handlers={TracktwoError: told, HTTPException: missing},
        lifespan=lifespan,
    )
    # Outermost, so that what goes wrong inside is answered with its headers, too.
    return Guard(pages, keys)
