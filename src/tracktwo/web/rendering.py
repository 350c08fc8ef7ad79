"""From what is seen to the text of a page; the tables are those of the brief."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from tracktwo.brief.html import assets
from tracktwo.brief.html.evidence import ClaimNote, note
from tracktwo.brief.html.page import environment
from tracktwo.brief.model import Brief
from tracktwo.brief.naming import Names
from tracktwo.vocabulary import Claim
from tracktwo.web.keys import Keys
from tracktwo.web.look import Lens
from tracktwo.web.marking import pieces
from tracktwo.web.seen import PLAIN, Seen

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

NAV = {
    "/review": "Review",
    "/reports": "Reports",
    "/people": "People",
    "/meetings": "Meetings",
    "/proposals": "Proposals",
    "/positions": "Positions",
    "/timeline": "Timeline",
    "/changes": "Changes",
    "/conflicts": "Conflicts",
    "/gaps": "Gaps",
    "/said": "Said",
    "/brief": "Brief",
}
PAST = {
    "accept": "accepted",
    "edit": "edited",
    "reject": "rejected",
    "dispute": "disputed",
    "merge": "merged",
    "undo": "taken back",
}


class Renderer:
    """Makes pages for one run of the server."""

    def __init__(self, keys: Keys, by: str) -> None:
        self.keys = keys
        self.by = by
        self._compiled = _compiled()

    def page(self, seen: Seen, template: str, here: str, **values: Any) -> str:
        """Return a page, or a fragment of one; ``here`` is the path of the page it belongs to."""
        used: set[int] = set()

        def notes() -> list[ClaimNote]:
            # Read at the end of the page, when every citation has been made.
            cited = [seen.look.order[number - 1] for number in sorted(used)]
            seen.claims.read(cited)
            return [note(seen.claims[claim], seen.names) for claim in cited]

        given: dict[str, Any] = {"brief": seen.brief, "names": PLAIN, "seen": seen, "chart": None}
        given |= {"cited": notes, **values}
        return self._rendered(template, here, seen.lens, given["names"], used, given)

    def plain(self, template: str, here: str = "", **values: Any) -> str:
        """Return a page that shows nothing of the record."""
        empty = Brief(title="", as_of=None, case=None)
        given = {"brief": None, "cited": list, "chart": None}
        return self._rendered(template, here, Lens(), Names.of(empty), set(), {**given, **values})

    def _rendered(
        self, template: str, here: str, lens: Lens, names: Names, used: set[int], values: dict[str, Any]
    ) -> str:
        templates = environment(names, used, "tracktwo.web")
        templates.bytecode_cache = self._compiled
        templates.globals.update(
            nav=NAV,
            here=here,
            lens=lens,
            link=lens.link,
            card=lambda claim: lens_free("/claim", id=claim),
            place=lambda claim: lens_free("/report", claim=claim) + f"#c-{claim}",
            csrf=self.keys.csrf,
            by=self.by,
            at_report=lambda key: lens_free("/report", key=key),
            turn_at=lambda at: lens_free("/review", at=at),
            pieces=lambda claim: pieces(claim.quote, claim.start, [claim]),
            past=lambda decision: PAST.get(decision, decision),
            status_words=status_words,
        )
        return templates.get_template(template).render(values)


def lens_free(path: str, **query: str | int | None) -> str:
    """Return the address of a page that has no lens: a claim is one and the same on every day."""
    return Lens().link(path, **query)


def status_words(claim: Claim) -> str:
    """Return "read by machine" or what a person has made of a claim."""
    return "read by machine" if claim.status.value == "proposed" else claim.status.value


@cache
def files() -> dict[str, tuple[str, str]]:
    """Return (media type, text) of everything a page loads beside itself."""
    own = resources.files("tracktwo.web")
    script = "text/javascript; charset=utf-8"
    style = assets.style() + own.joinpath("static/web.css").read_text(encoding="utf-8")
    held = {
        "style.css": ("text/css; charset=utf-8", style),
        "htmx.js": (script, own.joinpath("vendor/htmx/htmx.min.js").read_text(encoding="utf-8")),
        "web.js": (script, own.joinpath("static/web.js").read_text(encoding="utf-8")),
    }
    charts = ("vega.js", "vega-lite.js", "vega-embed.js", "chart.js")
    return held | {name: (script, text) for name, text in zip(charts, assets.scripts(), strict=True)}


def _compiled() -> Any:
    """Return a store of compiled templates: each page has filters of its own, but not code of its own."""
    from jinja2 import BytecodeCache

    class Memory(BytecodeCache):
        def __init__(self) -> None:
            self.held: dict[str, bytes] = {}

        def load_bytecode(self, bucket: Bucket) -> None:
            if bucket.key in self.held:
                bucket.bytecode_from_string(self.held[bucket.key])

        def dump_bytecode(self, bucket: Bucket) -> None:
            self.held[bucket.key] = bucket.bytecode_to_string()

    return Memory()
