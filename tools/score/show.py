"""The figures as tables, as JSON, and the errors one by one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from bulletins import MEASURES, Row
from collect import Results
from measures import Counts, Figure, figure
from passages import PassageScore
from reliability import calibration_error, table
from texts import bulletin, news, own
from tracktwo.vocabulary import Claim, Report
from tracktwo.vocabulary.claims import Act

NAMES = {
    "exact": "propositions, exact",
    "overlap": "propositions, overlap .6",
    "actor_predicate": "actor and predicate",
}


def figures(results: Results) -> dict[str, dict[str, Figure]]:
    """Every figure, by part and measure."""
    found: dict[str, dict[str, Figure]] = {}
    if results.sentences:
        found["bulletin"] = {
            name: figure([one.rows[name] for one in results.sentences]) for name in MEASURES
        } | _by_act([one.acts for one in results.sentences])
    for part, rows in (("news", results.news), ("reports", results.own)):
        scores = [score for _, several in rows for score in several]
        if rows:
            found[part] = {
                "actor_act": figure([one.claims for one in scores]),
                "attribution": figure([one.attributions for one in scores]),
            } | _by_act([one.acts for one in scores])
    return found


def _by_act(units: Sequence[dict[Act, Counts]]) -> dict[str, Figure]:
    acts = [act for act in Act if any(act in unit for unit in units)]
    return {f"act {act.value}": figure([unit.get(act, Counts()) for unit in units]) for act in acts}


def tables(results: Results, split: str) -> str:
    """The figures for people."""
    lines = [f"Split: {split}"]
    sizes = {
        "bulletin": f"{len(results.sentences)} sentences",
        "news": f"{len(results.news)} passages",
        "reports": f"{len(results.own)} reports",
    }
    for part, measures in figures(results).items():
        lines += ["", f"{part} ({sizes[part]})", _HEAD]
        lines += [_line(NAMES.get(name, name), one) for name, one in measures.items()]
    lines += ["", *_checks(results)]
    bins = table(_confidences(results))
    if bins:
        lines += ["", "confidence   claims  mean  right"]
        lines += [f"{b.low:.1f} to {b.high:.1f}   {b.count:6d}  {b.mean:.2f}  {b.right:.2f}" for b in bins]
        lines.append(f"mean distance {calibration_error(_confidences(results)):.3f}")
    for part, one in results.agreement.items():
        shares = ", ".join(f"{name} F1 {_show(value)}" for name, value in one.f1.items())
        lines += ["", f"two annotations, {part} ({one.units}): {shares}"]
        lines.append(f"  acts of {one.matched} matched: Cohen's kappa {_show(one.kappa)}")
    lines += ["", *(f"skipped: {one}" for one in results.skipped)] if results.skipped else []
    return "\n".join(lines)


_HEAD = f"  {'':26}{'gold':>6}{'P':>7}{'R':>7}{'F1':>7}   95% of F1"


def _line(name: str, one: Figure) -> str:
    gold = one.counts.tp + one.counts.fn
    cells = f"{_show(one.precision):>7}{_show(one.recall):>7}{_show(one.f1):>7}"
    return f"  {name:26}{gold:6d}{cells}   {_show(one.low)} to {_show(one.high)}"


def _show(value: float) -> str:
    return "-" if math.isnan(value) else f"{value:.3f}"


def _checks(results: Results) -> list[str]:
    lines = [
        f"stances of the wrong sign: {_wrong(results)}",
        f"claims whose quote or spans differ from the stored text: {results.bad_quotes} of {results.claims}",
    ]
    for texts, shown in (("own reports", results.shown), ("bulletins", results.in_bulletins)):
        if shown:
            right = sum(one.right for one in shown)
            share = right / len(shown)
            lines.append(f"stances shown in positions, {texts}: {right} of {len(shown)} right ({share:.3f})")
    return lines


def _scores(results: Results) -> Iterable[PassageScore]:
    return (score for rows in (results.news, results.own) for _, several in rows for score in several)


def _wrong(results: Results) -> int:
    return sum(one.wrong_sign for one in results.sentences) + sum(s.wrong_sign for s in _scores(results))


def _confidences(results: Results) -> list[tuple[float, bool]]:
    return [(claim.confidence, right) for claim, right in judged(results)]


def judged(results: Results) -> list[tuple[Claim, bool]]:
    """Every claim that was right or wrong; those of optional annotations are neither."""
    found = [pair for one in results.sentences for pair in one.judged]
    return found + [pair for score in _scores(results) for pair in score.judged]


def as_json(results: Results, split: str) -> dict[str, Any]:
    """The figures for programs; undefined ones are null."""
    measured = {
        part: {name: _plain(one) for name, one in measures.items()}
        for part, measures in figures(results).items()
    }
    shown, told = results.shown, results.in_bulletins
    return {
        "split": split,
        "figures": measured,
        "wrong_signs": _wrong(results),
        "claims": results.claims,
        "bad_quotes": results.bad_quotes,
        "positions": {"shown": len(shown), "right": sum(one.right for one in shown)},
        "positions_in_bulletins": {"shown": len(told), "right": sum(one.right for one in told)},
        "reliability": [asdict(b) for b in table(_confidences(results))],
        "calibration_error": _null(calibration_error(_confidences(results))),
        "agreement": {part: asdict(one) for part, one in results.agreement.items()},
        "skipped": results.skipped,
    }


def _plain(one: Figure) -> dict[str, Any]:
    rates = {k: _null(getattr(one, k)) for k in ("precision", "recall", "f1", "low", "high")}
    return asdict(one.counts) | rates


def _null(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 4)


def errors(results: Results) -> str:
    """Misses and extras with their sentences, for the development split."""
    lines = []
    for one in results.sentences:
        if one.missed or one.extra or one.wrong_sign:
            report = bulletin(one.sentence.doc)
            words = "" if report is None else report.text[one.sentence.start : one.sentence.end]
            mark = " WRONG SIGN" * bool(one.wrong_sign)
            lines.append(f"\n{one.sentence.doc}:{one.sentence.start}{mark} {' '.join(words.split())}")
            lines += [f"  missed {_row(row)}" for row in one.missed]
            lines += [f"  extra  {_row(row)}" for row in one.extra]
    for rows, find in ((results.news, news), (results.own, own)):
        for passage, several in rows:
            report = find(passage.doc)
            if report is not None:
                lines.append(f"\n{passage.doc}:{passage.start}")
                lines += [line for score in several for line in _passage(score, report)]
    lines += [f"shown, not right: {one}" for one in results.shown if not one.right]
    return "\n".join(lines)


def _row(row: Row) -> str:
    return f"{row.actor} | {row.predicate} | {' '.join(row.bag)}"


def _passage(score: PassageScore, report: Report) -> list[str]:
    text = report.text

    def cut(span: tuple[int, int] | None) -> str:
        return "-" if span is None else " ".join(text[span[0] : span[1]].split())[:120]

    lines = [
        f"  missed {g.actor} <{cut(g.actor_span)}> {g.act} | {cut(g.pred_span)} | {cut(g.obj_span)}"
        for g in score.missed
    ]
    lines += [
        f"  extra  {c.actor} <{c.actor_text}> {c.act} | {c.predicate} | {(c.object or '-')[:120]}"
        for c in score.extra
    ]
    for name, several in (("missed", score.missed_attributions), ("extra ", score.extra_attributions)):
        lines += [f"  {name} said {cut(a.source)} | {cut(a.cue)} | {cut(a.content[0])}" for a in several]
    if score.wrong_sign:
        lines.append("  WRONG SIGN")
    return lines
