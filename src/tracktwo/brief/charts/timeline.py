"""Timeline in lanes: one mark a moment, numbered as in the table below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from tracktwo.brief.tables.timeline import Moment, dates_known, lanes
from tracktwo.brief.words import day_words

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
LANE_PADDING, MARK_HEIGHT = 22, 26
SHORTEST, LONGEST = 2, 80
# Undated marks that fit beside each other on a phone.
ACROSS = 8
# Dark enough for white numbers on top, and apart for readers who see few colours.
COLOURS = ("#1f5f8b", "#8a4b08", "#5b4a8a", "#2f6b4f")
KINDS = ("proposal", "meeting", "event", "deadline")


def timeline_chart(found: Sequence[Moment]) -> dict[str, Any] | None:
    """Return the Vega-Lite specification of the lanes, or null where a picture would say nothing.

    Parameters
    ----------
    found : sequence of Moment
        In the order of the table; a mark's number is its place there, from 1.

    Returns
    -------
    dict or None
        A specification with its data inside. Where at least two dates are known, the dated moments stand on
        a time axis and the others only in the table; else all stand side by side in their lanes, without an
        axis, in no order. None for fewer than two marks, or more than can be told apart.
    """
    on_axis = dates_known(tuple(found)) > 1
    rows = _rows(found, on_axis)
    if not SHORTEST <= len(rows) <= LONGEST:
        return None
    import altair as alt

    present = {row["lane"] for row in rows}
    order = [lane for lane in lanes(tuple(found)) if lane in present]
    deepest = max(row["row"] for row in rows) + 1
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=_time() if on_axis else _no_time(),
        y=alt.Y("lane:N", sort=order, title=None, axis=_lane_axis()),
        yOffset=alt.YOffset("row:Q", scale=alt.Scale(domain=[-0.5, deepest - 0.5])),
        tooltip=alt.Tooltip("label:N"),
    )
    marks = base.mark_circle(size=340, opacity=1).encode(color=_colour({row["kind"] for row in rows}))
    numbers = base.mark_text(fontSize=11, fontWeight=600, color="white").encode(text="n:N")
    chart = alt.layer(marks, numbers).properties(
        width="container",
        height=(LANE_PADDING + MARK_HEIGHT * deepest) * len(order),
        description=_description(found),
    )
    spec: dict[str, Any] = chart.configure(font="system-ui, sans-serif", background="transparent").to_dict()
    return {**spec, "$schema": SCHEMA}


def order_is_known(found: Sequence[Moment]) -> bool:
    """Say whether the chart has a time axis."""
    return dates_known(tuple(found)) > 1


def _time() -> Any:
    import altair as alt

    # ISO days are read as UTC; shown in local time they would move by a day west of Greenwich.
    axis = alt.Axis(title=None, labelOverlap=True, labelFontSize=12, tickCount=6, format="%-d %b %Y")
    return alt.X("date:T", axis=axis, scale=alt.Scale(type="utc", padding=18))


def _no_time() -> Any:
    import altair as alt

    return alt.X("column:Q", axis=None, scale=alt.Scale(domain=[-0.6, ACROSS - 0.4]))


def _lane_axis() -> Any:
    import altair as alt

    return alt.Axis(labelLimit=120, labelFontSize=12, domain=False, ticks=False, grid=True)


def _colour(present: set[str]) -> Any:
    import altair as alt

    kinds = [kind for kind in KINDS if kind in present]
    legend = alt.Legend(orient="top", title=None, symbolType="circle", labelFontSize=12)
    scale = alt.Scale(domain=kinds, range=[COLOURS[KINDS.index(kind)] for kind in kinds])
    return alt.Color("kind:N", legend=legend, scale=scale)


def _rows(found: Sequence[Moment], on_axis: bool) -> list[dict[str, Any]]:
    """Return the data; ``row`` and ``column`` keep marks of one lane and day from lying on each other."""
    seen: Counter[tuple[str, str | None]] = Counter()
    rows = []
    for number, moment in enumerate(found, 1):
        if on_axis and moment.date is None:
            continue
        spot = (moment.lane, moment.date if on_axis else None)
        rows.append(_mark(number, moment, _place(seen[spot], on_axis)))
        seen[spot] += 1
    return rows


def _place(before: int, on_axis: bool) -> Mapping[str, int]:
    if on_axis:
        return {"row": before, "column": 0}
    return {"row": before // ACROSS, "column": before % ACROSS}


def _mark(number: int, moment: Moment, place: Mapping[str, int]) -> dict[str, Any]:
    planned = ", planned" if moment.planned else ""
    when = day_words(moment.date) if moment.date else "date not resolved"
    return {
        "n": number,
        "lane": moment.lane,
        "date": moment.date,
        "kind": moment.kind,
        "label": f"{number}. {when}{planned}: {moment.text}",
        **place,
    }


def _description(found: Sequence[Moment]) -> str:
    dated = sum(moment.date is not None for moment in found)
    return f"{len(found)} reported moments in lanes, {dated} of them dated; all are in the table below."
