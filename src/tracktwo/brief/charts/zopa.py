"""Packages by who would accept them: each point with the party whose no alone fails it most often."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tracktwo.brief.charts.labels import line_end, offsets
from tracktwo.brief.charts.timeline import SCHEMA
from tracktwo.vocabulary.likelihood import share_text
from tracktwo.vocabulary.outlook import Plot, Point

HEIGHT = 300
FRAMES = ((270, HEIGHT), (840, HEIGHT))  # pixels between the axes on a phone, on a desk
LARGE, SMALL = 170, 45  # areas of points
DOMAIN = (-0.04, 1.04)
FEWEST = 3
ROOM = 0.05  # of either axis: what the number of a reported proposal takes
NOBODY = "nobody’s no alone"
REPORTED = "reported proposal"
OTHER = "other package"
# Apart for readers who see few colours; shapes tell them apart as well.
COLOURS = ("#1f5f8b", "#a3391f", "#6b4a8a", "#2f6b4f", "#8a4b08", "#565b63")


def zopa_chart(plot: Plot | None, order: Sequence[str]) -> dict[str, Any] | None:
    """Return the Vega-Lite specification of the plot, or null where there is too little to see.

    Parameters
    ----------
    plot : Plot or None
    order : sequence of str
        Keys of the proposals as the table of packages lists them: a reported one is numbered by its row.

    Returns
    -------
    dict or None
        Shares of draws on both axes; colour and shape by blocker, reported proposals large and named.
    """
    if plot is None or len({(p.x, p.y) for p in plot.points}) < FEWEST:
        return None
    import altair as alt

    rows = [_row(point, order) for point in plot.points]
    at = {_place(row): row for row in reversed(rows) if row["n"]}
    labels = [{**row, "n": _numbers(rows, place)} for place, row in at.items()]
    blockers = list(dict.fromkeys(row["blocker"] for row in rows))
    colours = [COLOURS[n % len(COLOURS)] for n in range(len(blockers))]
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=_axis("x", plot.x),
        y=_axis("y", plot.y),
        tooltip=alt.Tooltip("label:N"),
    )
    legend = alt.Legend(
        orient="top", title="Fails most often because of", labelFontSize=12, columns=2, labelLimit=260
    )
    points = base.mark_point(filled=True, opacity=0.75).encode(
        color=alt.Color("blocker:N", scale=alt.Scale(domain=blockers, range=colours), legend=legend),
        shape=alt.Shape("blocker:N", scale=alt.Scale(domain=blockers), legend=legend),
        size=alt.Size("kind:N", scale=alt.Scale(domain=[REPORTED, OTHER], range=[LARGE, SMALL]), legend=None),
    )
    chart = alt.layer(points, *_labels(plot, rows, labels)).properties(
        width="container",
        height=HEIGHT,
        description=f"{len(rows)} packages by the share of draws in which {plot.x} and {plot.y} accept them.",
    )
    spec: dict[str, Any] = chart.configure(font="system-ui, sans-serif", background="transparent").to_dict()
    return {**spec, "$schema": SCHEMA}


def _labels(plot: Plot, rows: Sequence[dict[str, Any]], labels: Sequence[dict[str, Any]]) -> Iterator[Any]:
    """Yield the number of each reported proposal, off the points, and a line to it where that is far."""
    import altair as alt

    points = [(_share(row), (LARGE if row["kind"] == REPORTED else SMALL) ** 0.5 / 2 + 2) for row in rows]
    found = offsets([(_share(row), row["n"]) for row in labels], points, FRAMES)
    for row, (dx, dy) in zip(labels, found, strict=True):
        base = alt.Chart(alt.Data(values=[row])).encode(x=_axis("x", plot.x), y=_axis("y", plot.y))
        end = line_end((dx, dy), row["n"])
        if end is not None:
            line = {"x2Offset": round(end[0]), "y2Offset": round(-end[1])}
            yield base.mark_rule(color="#565b63", **line).encode(x2=alt.X2("x:Q"), y2=alt.Y2("y:Q"))
        yield base.mark_text(
            dx=round(dx), dy=round(-dy), align="center", baseline="middle", fontSize=12, fontWeight=600
        ).encode(text="n:N")


def _share(row: dict[str, Any]) -> tuple[float, float]:
    """Return where a point stands between the ends of the axes."""
    low, high = DOMAIN
    return (row["x"] - low) / (high - low), (row["y"] - low) / (high - low)


def _axis(field: str, actor: str) -> Any:
    import altair as alt

    axis = alt.Axis(title=f"accepted by {actor}", format=".0%", titleLimit=260, labelFontSize=12, tickCount=5)
    channel = alt.X if field == "x" else alt.Y
    return channel(f"{field}:Q", axis=axis, scale=alt.Scale(domain=list(DOMAIN), nice=False))


def _row(point: Point, order: Sequence[str]) -> dict[str, Any]:
    numbers = [order.index(key) + 1 for key in point.proposals if key in order]
    terms = "; ".join(f"{issue}: {option}" for issue, option in point.terms.items())
    return {
        "x": round(point.x, 4),
        "y": round(point.y, 4),
        "blocker": point.blocker or NOBODY,
        "kind": REPORTED if point.proposals else OTHER,
        "n": ", ".join(map(str, numbers)),
        "label": f"{terms}. Passes {share_text(point.p_pass)}",
    }


def _place(row: dict[str, Any]) -> tuple[int, int]:
    """Return where on the plot a point lies, as coarsely as its number needs room."""
    return round(row["x"] / ROOM), round(row["y"] / ROOM)


def _numbers(rows: Sequence[dict[str, Any]], place: tuple[int, int]) -> str:
    """Return the numbers of all reported proposals at a place."""
    here = [row["n"] for row in rows if row["n"] and _place(row) == place]
    return ", ".join(sorted(here, key=lambda text: int(text.split(",")[0])))
