"""The theory pages that are drawn from data: what each act means, and what the reader is known to get wrong.

python tools/theory_pages.py            write them
python tools/theory_pages.py --check    exit code 1 if what is written is not what the data say
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from codebook import table

ROOT = Path(__file__).resolve().parent.parent
THEORY = ROOT / "docs" / "theory"
CODEBOOK = ROOT / "src" / "tracktwo" / "schemas" / "codebook.toml"
PHENOMENA = ROOT / "gold" / "phenomena.toml"
EXAMPLES = ROOT / "tests" / "examples"

ACTS = """\
# What each act means

An act is what an actor is reported to have done, in one word. There are few of them on purpose: they are
the moves of a negotiation, not the verbs of a language. Which one a verb or noun gives is in the data
files of `reading/acts`; what nobody does is no act. Two distinctions run through the list:

- **Asked or not.** *Accept* and *reject* answer a proposal, *support* and *oppose* speak of one unasked,
  *rule out* answers in advance.
- **Own or another's part.** *Offer*, *pledge* and *concede* are about what the actor itself would give,
  *demand* is about what it wants to get, *urge* about what others should do among themselves. *Propose*
  puts terms on the table for all sides; a mediator's says nothing of its own gain.

That an act is denied, planned, conditional or only possible is in the modality, not in the act; who says
so is in the attribution. Written by `make pages` from the codebook; every example is invented, and a test
reads each of them.
"""

PLOVER = """\
## The acts and PLOVER

PLOVER (*Political Language Ontology for Verifiable Event Records*) is the published successor of CAMEO,
the scheme of most political event data. `tracktwo export plover` types asserted acts by the table below.
**The mapping is ours**: nobody at PLOVER has seen it. It was checked against PLOVER's published list of
sixteen event types and its own table from CAMEO to PLOVER (`CAMEO2PLOVER-2021.txt`, draft 0.8 of 17
September 2021, where REQUEST is still called DEMAND), not against coded records.

It loses what a negotiation needs: PLOVER has no proposals and no stance on one, no modality inside the
event, no chain of sources. So the type is the nearest one, the note says when another would be nearer,
and where every type would say more than the text does there is none.
"""

SOURCES = """\
**Sources.** Open Event Data Alliance, *PLOVER* (github.com/openeventdata/PLOVER). Halterman, A., Bagozzi,
B. E., Beger, A., Schrodt, P. A. and Scarborough, G. I. (2023), "PLOVER and POLECAT: a new political event
ontology and dataset", working paper, International Studies Association. Schrodt, P. A. (2012), *CAMEO:
Conflict and Mediation Event Observations, event and actor codebook*.
"""

FAILURES = """\
# Known failures

Sentences of our own that pin single phenomena are in `gold/phenomena.toml`. Those below are read wrongly
today. Each is a strict test: when one begins to be read rightly, the tests say so and it leaves this
list. Written by `make pages`.

Beyond single sentences:

- Irony, rhetorical questions and quotations inside quotations are read as they stand.
- A pronoun whose antecedent is more than a few sentences back stays unresolved.
- Commitments described without an action noun or verb ("a quieter border") become no term.
- English only.

How often reading goes wrong is on [the accuracy page](accuracy.md).
"""


EXPECTED = """\
## In the shipped examples

What a careful reader gets out of the reports of `tracktwo brief --example` and is not there yet
(`tests/examples`):
"""


def acts_page(book: dict[str, Any]) -> str:
    """Return the page on the acts."""
    parts = [ACTS]
    for family in book["family"].values():
        rows = (_meaning(name, book["act"][name]) for name in family["acts"])
        head = ("act", "means", "for example", "strength")
        parts.append(f"## {family['title']}\n\n" + table(head, rows))
    mapped = [(f"`{name}`", act["plover"], act.get("note", "")) for name, act in book["act"].items()]
    parts.append(PLOVER + "\n" + table(("act", "PLOVER", "and"), mapped))
    parts.append("The sixteen types, in our words, and the acts that go there:\n\n" + table(
        ("type", "means", "acts"), _types(book)
    ))  # fmt: skip
    return "\n".join((*parts, SOURCES))


def _meaning(name: str, act: dict[str, Any]) -> tuple[str, str, str, str]:
    return f"`{name}`", act["definition"], f"*{act['example']}*", str(act["strength"])


def _types(book: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for kind, means in book["plover"].items():
        acts = [f"`{name}`" for name, act in book["act"].items() if act["plover"] == kind]
        yield kind, means, ", ".join(acts) or "none"


def failures_page(families: dict[str, Any], examples: dict[str, Any]) -> str:
    """Return the page on known failures: of single sentences, and in the shipped examples."""
    known = families["known_failures"]
    written = {
        kind: [(row, name) for name, one in families.items() if kind in one and name != "known_failures"
               for row in one[kind]]
        for kind in ("yes", "no")
    }  # fmt: skip
    wanted = {kind: {row[0]: (row[1:], name) for row, name in rows} for kind, rows in written.items()}
    missed = ((text, *_told(*wanted["yes"][text]), reason) for text, reason in known["yes"].items())
    extra = ((text, *_told(*wanted["no"][text]), reason) for text, reason in known["no"].items())
    head = ("sentence", "phenomenon", "{}", "what goes wrong")
    told = sum(len(rows) for rows in written.values())
    return "\n".join(
        (
            FAILURES,
            f"Of {told} checks, {len(known['yes']) + len(known['no'])} fail.\n",
            "## Claims that are missed\n",
            table(tuple(cell.format("should be found") for cell in head), missed),
            "## Claims that are made and should not be\n",
            table(tuple(cell.format("should not be found") for cell in head), extra),
            EXPECTED,
            table(("example", "what is not as expected", "why"), _gaps(examples)),
        )
    )


def _gaps(examples: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for name, expected in examples.items():
        for gap in expected.get("known_gaps", []):
            yield name, gap["what"], gap["reason"]


def _told(claims: list[str], family: str) -> tuple[str, str]:
    """The phenomenon and the claims in words: ``act | actor | modality`` of the data file."""
    shown = []
    for claim in claims:
        acts, actor, *more = (cell.strip() for cell in claim.split("|"))
        who = {"-": "nobody named", "*": "anybody"}.get(actor, actor)
        hedge = f", {more[0]}" if more and more[0] not in ("asserted", "*") else ""
        shown.append(f"{who}: {acts.replace('/', ' or ')}{hedge}")
    return family.replace("_", " "), "; ".join(shown)


def pages() -> dict[Path, str]:
    """Return every page with its place."""
    book = tomllib.loads(CODEBOOK.read_text(encoding="utf-8"))
    families = tomllib.loads(PHENOMENA.read_text(encoding="utf-8"))
    examples = {
        path.name.partition(".")[0]: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(EXAMPLES.glob("*.expected.toml"))
    }
    return {
        THEORY / "acts.md": acts_page(book),
        THEORY / "failures.md": failures_page(families, examples),
    }


def stale() -> list[str]:
    """Return the names of the pages that are not what the data say."""
    return [
        path.name for path, text in pages().items() if not path.is_file() or path.read_text("utf-8") != text
    ]


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit(int(bool(stale())))
    for place, text in pages().items():
        place.write_text(text, encoding="utf-8")
