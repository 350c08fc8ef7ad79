"""Well-known alignments in the climate talks, from all bulletins: the figures of docs/theory/alignments.md.

    make alignments                       # or: python tools/alignments.py
    make alignments CASE=FOLDER           # with a record of them that there is already

Reads all 639 bulletins anew, with the rules as they are (some minutes), unless a case folder is named that
holds them. Writes the tables of the page between its markers and the figure beside it.
"""

from __future__ import annotations

import math
import re
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tracktwo.errors import NotFoundError
from tracktwo.record import Record, intake
from tracktwo.record.questions.pair import PairRow

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
BULLETINS = ROOT.parent / "shared" / "data" / "enb"
PAGE, FIGURE = DOCS / "theory" / "alignments.md", DOCS / "images" / "alignments.svg"
KYOTO = "1997-12-11"  # the last day of the third Conference of the Parties
OPEC = ("Saudi Arabia", "Kuwait", "Iran", "Venezuela", "Nigeria")
FOUR = ("United States", "Japan", "Canada", "Australia")
ISLANDS, UNION = "Alliance of Small Island States", "European Union"
SIDES = (*OPEC, *FOUR, UNION, ISLANDS)
SHORT = {ISLANDS: "AOSIS", UNION: "EU", "United States": "US", "Saudi Arabia": "Saudi A."}


@dataclass(frozen=True, slots=True)
class Count:
    """How often two sides, or the pairs of two sets of sides, agreed and disagreed."""

    agree: int = 0
    disagree: int = 0

    @property
    def both(self) -> int:
        return self.agree + self.disagree

    @property
    def share(self) -> float | None:
        return self.agree / self.both if self.both else None

    def __add__(self, other: Count) -> Count:
        return Count(self.agree + other.agree, self.disagree + other.disagree)

    def interval(self) -> tuple[float, float]:
        """The 95 percent score interval of the share (Wilson 1927)."""
        z, n, p = 1.96, self.both, self.share or 0.0
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return middle - half, middle + half


Counts = dict[frozenset[str], Count]


def main() -> None:
    """Ask for every pair, once over all years and once up to Kyoto; write the tables and the figure."""
    path = Path(sys.argv[1]) / "record.sqlite" if len(sys.argv) > 1 else read_anew(DOCS / "_build" / "enb")
    with Record.open(path, create=False) as record:
        rows = {pair: asked(record, *pair) for pair in pairs(SIDES, SIDES)}
        reports = len(record.reports())
    every = {frozenset(pair): counted(found) for pair, found in rows.items()}
    before = {frozenset(p): counted([r for r in f if r.date and r.date <= KYOTO]) for p, f in rows.items()}
    tables = "\n\n".join(
        (
            f"From {reports} bulletins:",
            table("Up to Kyoto, 11 December 1997", before),
            table("All years, 1995 to 2015", every),
        )
    )
    page = PAGE.read_text(encoding="utf-8")
    page = re.sub(r"(?s)(<!-- figures -->\n).*(\n<!-- end -->)", rf"\g<1>\n{tables}\n\g<2>", page)
    PAGE.write_text(page, encoding="utf-8")
    FIGURE.write_text(figure({"up to Kyoto": before, "all years": every}), encoding="utf-8")


def read_anew(folder: Path) -> Path:
    """Read all bulletins into a record of their own, in the place of one made before."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    path = folder / "record.sqlite"
    with Record.open(path) as record:
        intake.add_files(record, [BULLETINS / "bulletins"], metadata=BULLETINS / "documents.csv", jobs=2)
    return path


def asked(record: Record, one: str, other: str) -> Sequence[PairRow]:
    try:
        return record.pair(one, other)
    except NotFoundError:
        return ()


def counted(rows: Sequence[PairRow]) -> Count:
    counts = Counter(row.relation for row in rows)
    return Count(counts["agree"], counts["disagree"])


def pairs(ones: Sequence[str], others: Sequence[str]) -> list[tuple[str, str]]:
    found = {frozenset((a, b)): (a, b) for a in ones for b in others if a != b}
    return list(found.values())


def table(title: str, counts: Counts) -> str:
    groups = (
        ("OPEC countries with one another", pairs(OPEC, OPEC)),
        ("OPEC countries with AOSIS", pairs(OPEC, (ISLANDS,))),
        ("OPEC countries with the European Union", pairs(OPEC, (UNION,))),
        ("US, Japan, Canada, Australia with one another", pairs(FOUR, FOUR)),
        ("US, Japan, Canada, Australia with OPEC countries", pairs(FOUR, OPEC)),
        ("US, Japan, Canada, Australia with AOSIS", pairs(FOUR, (ISLANDS,))),
        ("European Union with AOSIS", pairs((UNION,), (ISLANDS,))),
    )
    lines = [f"**{title}**", "", "| | agree | disagree | share agreeing (95 %) |", "|---|---|---|---|"]
    for name, members in groups:
        found = sum((counts[frozenset(pair)] for pair in members), Count())
        told = (
            "none"
            if found.share is None
            else "{:.2f} ({:.2f} to {:.2f})".format(found.share, *found.interval())
        )
        lines.append(f"| {name} | {found.agree} | {found.disagree} | {told} |")
    return "\n".join(lines)


def figure(panels: dict[str, Counts]) -> str:
    """Draw the pairs as squares, shaded by the share that agrees, with the number compared in each."""
    size, left, top = 40, 78, 76
    width = left + size * len(SIDES) + 20
    names = [SHORT.get(side, side) for side in SIDES]
    body = []
    for number, (title, counts) in enumerate(panels.items()):
        across = number * width
        body.append(f'<text x="{across + left}" y="14" font-weight="bold">{title}</text>')
        for i, name in enumerate(names):
            y = top + i * size + size / 2 + 4
            body.append(f'<text x="{across + left - 6}" y="{y}" text-anchor="end">{name}</text>')
            x = across + left + i * size + size / 2 + 4
            body.append(f'<text transform="translate({x} {top - 6}) rotate(-60)">{name}</text>')
        for i, one in enumerate(SIDES):
            for j, other in enumerate(SIDES):
                if one != other:
                    x, y = across + left + j * size, top + i * size
                    body.append(square(counts[frozenset((one, other))], x, y, size))
    whole = f"{width * len(panels)} {top + size * len(SIDES) + 10}"
    style = "text{font:11px sans-serif;fill:#222}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole}" role="img">\n'
        f"<title>Share of matters on which two sides agree</title><style>{style}</style>\n"
        f'<rect width="100%" height="100%" fill="#fff"/>\n' + "\n".join(body) + "\n</svg>\n"
    )


def square(count: Count, x: int, y: int, size: int) -> str:
    if count.share is None:
        fill = "#f2f2f2"
    else:
        # Blue where they agree, orange where they do not; half and half is white.
        lean = 2 * count.share - 1
        near, far = ((33, 102, 172), lean) if lean >= 0 else ((217, 95, 2), -lean)
        fill = "#" + "".join(f"{round(255 + (shade - 255) * far):02x}" for shade in near)
    dark = count.share is not None and abs(2 * count.share - 1) > 0.6
    ink = ' style="fill:#fff"' if dark else ""
    told = count.both or "·"
    return (
        f'<rect x="{x + 1}" y="{y + 1}" width="{size - 2}" height="{size - 2}" fill="{fill}"/>'
        f'<text x="{x + size / 2}" y="{y + size / 2 + 4}" text-anchor="middle"{ink}>{told}</text>'
    )


if __name__ == "__main__":
    main()
