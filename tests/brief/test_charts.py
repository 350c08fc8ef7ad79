"""Charts are valid Vega-Lite, hold what the table holds, and are left out where they would say nothing."""

from __future__ import annotations

import dataclasses
from typing import Any

import altair as alt

from tests.brief import onda
from tracktwo.brief import Brief, compose
from tracktwo.brief.charts.timeline import timeline_chart
from tracktwo.brief.naming import Names
from tracktwo.brief.tables.timeline import Moment, moments


def found(brief: Brief) -> tuple[Moment, ...]:
    return moments(brief, Names.of(brief))


def rows(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return list(spec["data"]["values"])


def undated_brief() -> Brief:
    picture = onda.picture()
    undated = dataclasses.replace(
        picture,
        proposals=tuple(dataclasses.replace(p, date=None) for p in picture.proposals),
        meetings=tuple(dataclasses.replace(m, date=None) for m in picture.meetings),
        events=tuple(dataclasses.replace(e, date=None) for e in picture.events),
    )
    return compose(undated, onda.reports(), onda.claims(), onda.coverage())


def test_moments_are_dated_ones_in_order_then_the_rest(brief: Brief) -> None:
    dates = [m.date for m in found(brief)]
    assert dates == ["2031-03-02", "2031-03-02", "2031-03-02", "2031-04-14", None, None, None]
    assert [m.words for m in found(brief) if m.date is None] == [None, None, "on Tuesday"]


def test_timeline_is_valid_vega_lite(brief: Brief) -> None:
    for one in (brief, undated_brief()):
        spec = timeline_chart(found(one))
        assert spec is not None
        alt.LayerChart.from_dict({k: v for k, v in spec.items() if k != "$schema"}, validate=True)


def test_dated_moments_are_on_the_axis_under_the_numbers_of_the_table(brief: Brief) -> None:
    spec = timeline_chart(found(brief))
    assert spec is not None
    assert [(r["n"], r["lane"], r["date"], r["row"]) for r in rows(spec)] == [
        (1, "Corvo talks", "2031-03-02", 0),
        (2, "Corvo talks", "2031-03-02", 1),
        (3, "Events", "2031-03-02", 0),
        (4, "Corvo talks", "2031-04-14", 0),
    ]


def test_without_two_dates_moments_stand_side_by_side_in_their_lanes() -> None:
    spec = timeline_chart(found(undated_brief()))
    assert spec is not None
    assert all("date not resolved" in r["label"] for r in rows(spec))
    assert [(r["n"], r["row"], r["column"]) for r in rows(spec) if r["lane"] == "Events"] == [
        (6, 0, 0),
        (7, 0, 1),
    ]
    assert len(rows(spec)) == 7


def test_specification_is_the_same_every_time(brief: Brief) -> None:
    assert timeline_chart(found(brief)) == timeline_chart(found(onda.brief()))


def test_no_chart_of_one_moment_or_of_too_many(brief: Brief) -> None:
    one = found(brief)[0]
    assert timeline_chart([]) is None
    assert timeline_chart([one]) is None
    assert timeline_chart([dataclasses.replace(one, text=str(n)) for n in range(81)]) is None
