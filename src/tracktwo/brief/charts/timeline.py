"""Timeline in lanes: one mark a moment, numbered as in the table below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from tracktwo.brief.tables.timeline import Moment, dates_known, lanes
from tracktwo.brief.words import day_words

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
LANE_PADDING, MARK_HEIGHT = 22, 26
UNRESOLVED = "date not resolved"
SHORTEST, LONGEST = 2, 80


def timeline_chart(found: Sequence[Moment]) -> dict[str, Any] | None:
    """Return the Vega-Lite specification of the lanes, or null where a picture would say nothing.

    Parameters
    ----------
    found : sequence of Moment
        In the order of the table; a mark's number is its place there, from 1.

    Returns
    -------
    dict or None
        A specification with its data inside. Moments are placed on a time axis where at least two dates are
        known; else in two columns, dated and not. None for fewer than two moments or more than can be told
        apart.
    """
    on_axis = dates_known(tuple(found)) > 1
    rows = _rows(found, on_axis)
    if not SHORTEST <= len(rows) <= LONGEST:
        return None
    import altair as alt

    order = [lane for lane in lanes(tuple(found)) if any(r["lane"] == lane for r in rows)]
    deepest = 1 if not on_axis else max(row["row"] for row in rows) + 1
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=_across(on_axis),
        y=alt.Y(
            "lane:N",
            sort=order,
            title=None,
            axis=alt.Axis(labelLimit=120, labelFontSize=12, domain=False, ticks=False),
        ),
        yOffset=alt.YOffset("row:Q", scale=alt.Scale(domain=[-0.5, deepest - 0.5])),
        tooltip=[alt.Tooltip("what:N"), alt.Tooltip("when:N")],
    )
    if not on_axis:
        base = base.encode(xOffset=alt.XOffset("row:N"))
        base = base.encode(yOffset=alt.Undefined)
    marks = base.mark_circle(size=340, opacity=1).encode(
        color=alt.Color(
            "kind:N", legend=alt.Legend(orient="top", title=None, symbolType="circle", labelFontSize=12)
        )
    )
    numbers = base.mark_text(fontSize=11, fontWeight=600, color="white").encode(text="n:N")
    chart = alt.layer(marks, numbers).properties(
        width="container",
        height=(LANE_PADDING + MARK_HEIGHT * deepest) * len(order),
        description=_description(found),
    )
    chart = chart.configure_view(stroke=None).configure(
        font="system-ui, sans-serif", background="transparent"
    )
    spec: dict[str, Any] = chart.configure_range(category=_COLOURS).to_dict()
    return {**spec, "$schema": SCHEMA}


# Dark enough for white numbers on top, and apart for readers who see few colours.
_COLOURS = ["#1f5f8b", "#8a4b08", "#5b4a8a", "#2f6b4f", "#8b2f4b", "#4a4a4a"]


def _across(on_axis: bool) -> Any:
    import altair as alt

    if on_axis:
        axis = alt.Axis(
            title=None, grid=True, labelOverlap=True, labelFontSize=12, tickCount=6, format="%-d %b %Y"
        )
        return alt.X("date:T", axis=axis, scale=alt.Scale(type="utc", padding=18))
    return alt.X("when:N", sort=None, title=None, axis=alt.Axis(labelAngle=0, labelLimit=150))


def _rows(found: Sequence[Moment], on_axis: bool) -> list[dict[str, Any]]:
    """Return the data; ``row`` counts moments of one lane and day, which would lie on each other."""
    seen: Counter[tuple[str, str | None]] = Counter()
    rows = []
    for number, moment in enumerate(found, 1):
        if on_axis and moment.date is None:
            continue
        when = day_words(moment.date) if moment.date else UNRESOLVED
        spot = (moment.lane, moment.date)
        rows.append(
            {
                "n": number,
                "lane": moment.lane,
                "date": moment.date,
                "when": when,
                "kind": moment.kind + (", planned" if moment.planned else ""),
                "what": moment.text,
                "row": seen[spot],
            }
        )
        seen[spot] += 1
    return rows


def _description(found: Sequence[Moment]) -> str:
    dated = sum(moment.date is not None for moment in found)
    return f"{len(found)} reported moments in lanes, {dated} of them dated; all are in the table below."
