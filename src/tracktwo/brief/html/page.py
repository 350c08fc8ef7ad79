"""From a Brief to the text of one HTML file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracktwo import __version__
from tracktwo.brief import header, prose
from tracktwo.brief.charts.timeline import order_is_known, timeline_chart
from tracktwo.brief.charts.tornado import tornado_chart
from tracktwo.brief.charts.zopa import zopa_chart
from tracktwo.brief.exploring import LABEL, has_figures
from tracktwo.brief.html import assets
from tracktwo.brief.html.evidence import reading_list
from tracktwo.brief.model import Brief
from tracktwo.brief.naming import Names, told_as
from tracktwo.brief.process import scope_words, when_of, who_meets
from tracktwo.brief.tables.acceptance import draws_of, heat_map, package_rows, share
from tracktwo.brief.tables.changes import change_words
from tracktwo.brief.tables.gaps import gaps_by_kind
from tracktwo.brief.tables.packages import issues_in_no_package, package_lines
from tracktwo.brief.tables.positions import parts, positions_matrix
from tracktwo.brief.tables.timeline import moments
from tracktwo.brief.words import capital, day_words, direction, noted, quoted, verb_phrase

if TYPE_CHECKING:
    from jinja2 import Environment

COLUMNS_AT_ONCE, LINES_AT_ONCE = 5, 14
CITED_AT_ONCE = 6  # numbers behind one statement; how many more there are is said
# Bytes a page may have before its annex is cut to what the text cites.
LARGEST = 2_400_000


def render(brief: Brief, *, explore: bool = False) -> str:
    """Return the brief as one HTML document that needs nothing beside it.

    Parameters
    ----------
    brief : Brief
    explore : bool
        Whether the model sections are shown, where the brief was explored (``brief.exploring``).

    Returns
    -------
    str
        The same brief gives the same text, byte for byte.
    """
    page = _rendered(brief, explore, whole_annex=True)
    if len(page.encode("utf-8")) > LARGEST:
        page = _rendered(brief, explore, whole_annex=False)
    return page


def _rendered(brief: Brief, explore: bool, whole_annex: bool) -> str:
    """Return the page; without the whole annex it shows only the sentences that the text above cites."""
    names = Names.of(brief)
    held = contents(brief, names)
    charts = {"timeline-chart": held["chart"]} if held["chart"] else {}
    more = explored_contents(brief, names) if explore and has_figures(brief.outlook) else {}
    charts.update(more.get("explored_charts", {}))
    held["explored"] = bool(more)
    scripts = assets.scripts() if charts else ()
    used: set[int] = set()
    template = environment(names, used).get_template("brief.html.j2")
    return template.render(
        **held,
        **more,
        charts=charts,
        used=used,
        whole_annex=whole_annex,
        version=__version__,
        policy=assets.policy(scripts),
        style=assets.style(),
        scripts=scripts,
        reviewed=header.reviewed(brief),
        not_told=header.not_told(brief),
        paragraphs=prose.where_it_stands(brief),
        steps=prose.next_steps(brief),
        coverage_lines=header.coverage_lines(brief),
        readings=reading_list(brief, names),
    )


def contents(brief: Brief, names: Names, section: str | None = None) -> dict[str, Any]:
    """Return what the templates of the tables (``templates/sections/``) need, by the names they use.

    ``section`` is the one that is to be shown; null is all of them.
    """
    made: dict[str, Any] = {"brief": brief, "names": names, "party_count": len(brief.parties)}
    made |= {"explored": False, "chart": None, "moments_before": 0}
    for name, make in _MADE.items():
        if section in (None, name):
            made |= make(brief, names)
    return made


def _packages(brief: Brief, names: Names) -> dict[str, Any]:
    return {
        "lines": package_lines(brief, names),
        "unpackaged": issues_in_no_package(brief),
        "proposal_groups": _groups(brief.proposals),
    }


def _positions(brief: Brief, names: Names) -> dict[str, Any]:
    return {"matrix_parts": parts(positions_matrix(brief, names), COLUMNS_AT_ONCE, LINES_AT_ONCE)}


def _timeline(brief: Brief, names: Names) -> dict[str, Any]:
    found = moments(brief, names)
    chart = timeline_chart(found)
    return {
        "moments": found,
        "ordered": order_is_known(found),
        "chart": assets.chart_data(chart) if chart else None,
    }


_MADE: Mapping[str, Callable[[Brief, Names], dict[str, Any]]] = {
    "packages": _packages,
    "positions": _positions,
    "timeline": _timeline,
    "changes": lambda brief, _: {"no_changes": header.no_changes(brief)},
    "gaps": lambda brief, _: {"gaps": gaps_by_kind(brief)},
}


def explored_contents(brief: Brief, names: Names) -> dict[str, Any]:
    """Return what the template of the model sections needs."""
    outlook, made = brief.outlook, brief.outlook.made
    seen = outlook.landscape
    specs = {
        "zopa-chart": zopa_chart(seen.plot, [row.key for row in outlook.proposals])
        if seen is not None
        else None,
        "tornado-chart": tornado_chart(seen.tornado) if seen is not None else None,
    }
    draws = draws_of(outlook)
    return {
        "explored_label": LABEL[made.basis] if made is not None else "",
        "explored_charts": {key: assets.chart_data(spec) for key, spec in specs.items() if spec is not None},
        "package_rows": package_rows(brief, names),
        "heat": heat_map(brief, names),
        "share": lambda p, of=None, low=None, high=None: share(p, draws if of is None else of, low, high),
    }


def write(brief: Brief, path: Path, *, explore: bool = False) -> None:
    """Write the brief to ``path``; a reader never sees half a file.

    Raises
    ------
    OSError
        If the folder cannot be written to.
    """
    partial = path.with_name(path.name + ".part")
    partial.write_text(render(brief, explore=explore), encoding="utf-8", newline="\n")
    os.replace(partial, path)


def _groups(items: tuple[Any, ...]) -> tuple[tuple[Any, ...], ...]:
    """Return ``items`` in near equal groups narrow enough for one table each."""
    count = -(-len(items) // COLUMNS_AT_ONCE)
    size = -(-len(items) // count) if count else 1
    return tuple(items[n : n + size] for n in range(0, len(items), size))


def environment(names: Names, used: set[int], *others: str) -> Environment:
    """Return the templates' surroundings; every citation made is noted in ``used``.

    ``others`` are further packages with templates, looked into before these; the local web pages show the
    tables of the brief with templates of their own around them.
    """
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in (*others, "tracktwo.brief.html")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def cites(claims: Iterable[str]) -> tuple[int, ...]:
        numbers = names.cites(claims)
        # What a "+57" stands for has no button, and needs no note to open.
        used.update(numbers[:CITED_AT_ONCE])
        return numbers

    environment.filters.update(
        capital=capital,
        cites=cites,
        day=day_words,
        name=names.name,
        track=names.track,
        proposal=names.proposal,
        quoted=quoted,
        noted=noted,
    )
    environment.globals.update(
        cited_at_once=CITED_AT_ONCE,
        age=header.age_words,
        direction=direction,
        change_of=lambda row: change_words(row, names),
        scope_words=lambda scope, claims: scope_words(scope, claims, names),
        told_as=lambda proposal: told_as(proposal, names),
        verb=verb_phrase,
        voice=header.voice_words,
        when_of=when_of,
        who_meets=lambda meeting: who_meets(meeting, names),
    )
    return environment
