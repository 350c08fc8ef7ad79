"""Write the figures of both splits into docs/theory/accuracy.md, so that nobody copies numbers by hand.

    python tools/score/score.py --split dev --json dev.json
    python tools/score/score.py --split test --json test.json
    python tools/score/publish.py dev.json test.json     keep the totals in figures.json and write the page
    python tools/score/publish.py                        write the page from the totals kept
    python tools/score/publish.py --check                exit code 1 if the page does not say what is kept

Totals only: what the frozen split says of single acts would soon be worked on.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "theory" / "accuracy.md"
KEPT = ROOT / "docs" / "theory" / "figures.json"
BEGIN, END = "<!-- figures: written by tools/score/publish.py -->", "<!-- end of figures -->"
MEASURES = {
    ("bulletin", "exact"): "bulletin propositions, exact",
    ("bulletin", "overlap"): "the same, message overlap at least .6",
    ("bulletin", "actor_predicate"): "bulletin, actor and predicate",
    ("news", "actor_act"): "news, right act and right actor",
    ("news", "attribution"): "news attribution",
    ("reports", "actor_act"): "own reports, right act and right actor",
    ("reports", "attribution"): "own reports, attribution",
}
SPLITS = ("dev", "test")


class FiguresError(Exception):
    """Figures that cannot be published."""


def totals(given: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept of one split's figures: no single act."""
    if given["skipped"]:
        raise FiguresError(f"not published: the texts of {', '.join(given['skipped'])} were absent")
    figures = {
        part: {name: one for name, one in measures.items() if not name.startswith("act ")}
        for part, measures in given["figures"].items()
    }
    kept = (
        "wrong_signs",
        "claims",
        "bad_quotes",
        "positions",
        "positions_in_bulletins",
        "reliability",
        "calibration_error",
        "agreement",
    )
    return {"figures": figures, **{name: given[name] for name in kept}}


def collected(paths: list[Path], on: str) -> dict[str, Any]:
    """The totals of both splits, by the split each file says it is of."""
    given = {one["split"]: one for one in (json.loads(path.read_text(encoding="utf-8")) for path in paths)}
    if sorted(given) != sorted(SPLITS):
        raise FiguresError("one file of the development split and one of the test split are needed")
    return {"measured": on, **{split: totals(given[split]) for split in SPLITS}}


def block(kept: Mapping[str, Any]) -> str:
    """The part of the page that holds figures, in Markdown."""
    day = dt.date.fromisoformat(kept["measured"])
    return "\n".join(
        (
            BEGIN,
            f"Measured on {day.day} {day:%B %Y} (precision / recall / F1; 95% intervals of F1 by bootstrap):",
            "",
            "| measure | development | frozen test | 95% of test F1 |",
            "|---|---|---|---|",
            *_measures(kept),
            "",
            "How far the confidence of a claim holds, on the frozen half (of the claims given .8 to .9, say,",
            "so many were right):",
            "",
            "| confidence | claims | mean | right |",
            "|---|---|---|---|",
            *_reliability(kept["test"]),
            "",
            f"Mean distance between confidence and share right: {_short(kept['test']['calibration_error'])}.",
            "",
            "How far two annotations of the same texts agree (F1 of one against the other, and Cohen's kappa",
            "of the acts both found):",
            "",
            "| texts | annotated twice | F1 | kappa |",
            "|---|---|---|---|",
            *_agreement(kept["dev"]["agreement"] | kept["test"]["agreement"]),
            END,
        )
    )


def _measures(kept: Mapping[str, Any]) -> Iterator[str]:
    dev, test = kept["dev"], kept["test"]
    for (part, name), words in MEASURES.items():
        one, other = (split["figures"][part][name] for split in (dev, test))
        span = f"{_short(other['low'])} to {_short(other['high'])}"
        yield f"| {words} | {_rates(one)} | {_rates(other)} | {span} |"
    yield f"| stances of the wrong sign | {dev['wrong_signs']} | {test['wrong_signs']} | |"
    yield (
        "| quotes or spans that differ from the stored text "
        f"| {dev['bad_quotes']} of {dev['claims']:,} | {test['bad_quotes']} of {test['claims']:,} | |"
    )
    for key, texts in (("positions", "own reports"), ("positions_in_bulletins", "bulletins")):
        one, other = ((split[key]["right"], split[key]["shown"]) for split in (dev, test))
        yield (
            f"| stances shown in positions that are right ({texts}) "
            f"| {one[0]} of {one[1]} | {other[0]} of {other[1]} | |"
        )


def _reliability(split: Mapping[str, Any]) -> Iterator[str]:
    for one in split["reliability"]:
        span = f"{_short(one['low'], 1)} to {_short(one['high'], 1)}"
        yield f"| {span} | {one['count']} | {_short(one['mean'], 2)} | {_short(one['right'], 2)} |"


def _agreement(parts: Mapping[str, Any]) -> Iterator[str]:
    for part, one in parts.items():
        shares = ", ".join(
            f"{name.replace('_', ' and ')} {_short(value)}" for name, value in one["f1"].items()
        )
        yield f"| {part} | {one['units']} | {shares} | {_short(one['kappa'])} |"


def _rates(one: Mapping[str, Any]) -> str:
    return " / ".join(_short(one[name]) for name in ("precision", "recall", "f1"))


def _short(value: float | None, digits: int = 3) -> str:
    """A share without its leading zero; a dash where it is undefined."""
    if value is None:
        return "-"
    shown = f"{value:.{digits}f}"
    return shown.removeprefix("0") if value < 1 else shown.rstrip("0").rstrip(".")


def written(page: str, kept: Mapping[str, Any]) -> str:
    """The page with the figures between its marks."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise FiguresError(f"{PAGE.name} has lost its marks {BEGIN} and {END}")
    return before + block(kept) + after


def main(arguments: list[str] | None = None) -> int:
    """Write or check the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="JSON", help="figures of both splits")
    parser.add_argument("--on", default=dt.date.today().isoformat(), metavar="DATE", help="default: today")
    parser.add_argument("--check", action="store_true", help="only say whether the page is up to date")
    given = parser.parse_args(arguments)
    try:
        if given.files:
            kept = collected(given.files, given.on)
            KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
        page = PAGE.read_text(encoding="utf-8")
        made = written(page, json.loads(KEPT.read_text(encoding="utf-8")))
    except FiguresError as error:
        print(error, file=sys.stderr)
        return 2
    if given.check:
        return int(made != page)
    PAGE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
