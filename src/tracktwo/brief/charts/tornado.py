"""What a package's chance hangs on: one bar an assumption or range, widest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tracktwo.brief.charts.timeline import SCHEMA
from tracktwo.vocabulary.outlook import SwingRow

BAR, PADDING = 24, 30
NARROWEST = 0.01
COLOURS = {"assumption": "#6b4a8a", "range": "#1f5f8b", "leverage": "#8a4b08"}


def tornado_chart(rows: Sequence[SwingRow]) -> dict[str, Any] | None:
    """Return the Vega-Lite specification of the bars, or null where nothing moves the chance.

    The table below the chart has the same rows with what stands at either end; bars are numbered as there.
    """
    shown = [(n, row) for n, row in enumerate(rows, 1) if abs(row.p_high - row.p_low) >= NARROWEST]
    if not shown:
        return None
    import altair as alt

    values = [
        {
            "n": str(n),
            "kind": row.kind,
            "low": round(min(row.p_low, row.p_high), 4),
            "high": round(max(row.p_low, row.p_high), 4),
            "label": f"{n}. {row.name}",
        }
        for n, row in shown
    ]
    kinds = [kind for kind in COLOURS if any(value["kind"] == kind for value in values)]
    scale = alt.Scale(domain=kinds, range=[COLOURS[kind] for kind in kinds])
    bars = (
        alt.Chart(alt.Data(values=values))
        .mark_bar(height=BAR * 0.6)
        .encode(
            y=alt.Y(
                "n:N",
                sort=[value["n"] for value in values],
                title=None,
                axis=alt.Axis(ticks=False, domain=False, labelFontSize=12),
            ),
            x=alt.X(
                "low:Q",
                title="passes",
                scale=alt.Scale(domain=[0, 1]),
                axis=alt.Axis(format=".0%", tickCount=5, labelFontSize=12),
            ),
            x2="high:Q",
            color=alt.Color(
                "kind:N", scale=scale, legend=alt.Legend(orient="top", title=None, labelFontSize=12)
            ),
            tooltip=alt.Tooltip("label:N"),
        )
        .properties(
            width="container",
            height=PADDING + BAR * len(values),
            description=f"{len(values)} assumptions and ranges by how far each moves the chance of passing.",
        )
    )
    spec: dict[str, Any] = bars.configure(font="system-ui, sans-serif", background="transparent").to_dict()
    return {**spec, "$schema": SCHEMA}
