"""Reports made for measuring: plain sentences of our own, varied by a seed, dated like real files."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

SIDES = (
    "the Ferry Workers Union",
    "Harbour Line",
    "the Dockers Federation",
    "Northern Ferries",
    "the Port Authority",
    "Chile",
    "Norway",
    "Kenya",
    "the European Union",
    "Japan",
)
PEOPLE = (
    "Mara Quill, the union's president,",
    "Otto Bremer, a spokesman for Harbour Line,",
    "Labour Minister Ines Falk",
    "the mediator, Pavel Drozd,",
    "Ana Soto of Northern Ferries",
    "a person close to the talks",
)
MATTERS = (
    "a pause of {n} days",
    "a raise of {n} percent by {year}",
    "the release of {n} seized boats",
    "shorter night shifts at the eastern port",
    "a fund of {n} million for the villages",
    "monthly inspections of the new terminal",
    "the draft text on water levels",
)
SENTENCES = (
    "{side} proposed {matter}.",
    "{side} rejected {matter}, and {other} asked for more time.",
    "{person} said that {other} would accept {matter} if the company signed before {day}.",
    "{side}, supported by {other}, opposed {matter}.",
    "{person} said on {day} that the offer was {matter}.",
    "{side} and {other} agreed to meet again on {day}.",
    "The talks in the town hall went on until late, and nobody wished to speak to reporters.",
    "According to {person} the company had not ruled out {matter}.",
    "{side} warned that it would suspend the talks unless {other} withdrew its demand.",
    "Rain fell over the harbour while the delegations went in through the side door.",
    "In exchange for {matter}, {side} offered to end the blockade.",
    "It was the {n}th meeting since the dispute began, and the room was too small for everybody.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "4 March", "12 June", "1 October")


def write_reports(folder: Path, count: int, seed: int = 1, sentences: int = 18) -> int:
    """Write reports into a folder, the same ones for the same seed; return how many words they have."""
    rolled = random.Random(seed)
    words = 0
    folder.mkdir(parents=True)
    for number in range(count):
        day = dt.date(2020, 1, 1) + dt.timedelta(days=number % 1500)
        paragraphs = [f"{day:%-d %B %Y}", f"Report {number} on the talks at the harbour"]
        paragraphs.extend(" ".join(one_sentence(rolled) for _ in range(sentences // 3)) for _ in range(3))
        text = "\n\n".join(paragraphs) + "\n"
        (folder / f"report-{number:05}.txt").write_text(text, encoding="utf-8")
        words += len(text.split())
    return words


def one_sentence(rolled: random.Random) -> str:
    """A plain sentence of our own."""
    side, other = rolled.sample(SIDES, 2)
    number = rolled.randrange(2, 99)
    matter = rolled.choice(MATTERS).format(n=number, year=2020 + number % 20)
    text = rolled.choice(SENTENCES).format(
        side=side, other=other, person=rolled.choice(PEOPLE), matter=matter, day=rolled.choice(DAYS), n=number
    )
    return text[0].upper() + text[1:]
