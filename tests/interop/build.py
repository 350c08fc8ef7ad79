"""A small record with everything an export has to be careful with."""

from __future__ import annotations

from pathlib import Path

from tests.record.build import claim, reading, report
from tracktwo.record import Record
from tracktwo.vocabulary import Act, Reading, Report, Source
from tracktwo.vocabulary.reading import PersonSeen

TALKS = (
    "Minister Ada Berg accepted the plan. Rosa Klein, mother of hostage Tom Klein, thanked Berg. "
    "TOM\nKLEIN has been held since May, and Klein's sister waits. Union leader Max Stein rejected the plan."
)
FORMULA = '=HYPERLINK("http://evil.example","x") said\tthe\x07 union; "we" accepted\u202e it.'


def person(of: Report, name: str, role: str | None = None, party: str | None = None) -> PersonSeen:
    start = of.text.index(name)
    return PersonSeen(name, role, party, None, start, start + len(name))


def fill(path: Path) -> dict[str, str]:
    """Make the record and return the claims' ids by predicate."""
    talks = report("talks", TALKS, "2024-03-01", title="Tom Klein waits", path="/home/somebody/talks.txt")
    odd = report("odd", FORMULA, "2024-03-02", title="=1+1", publisher="@cmd")
    accepted = claim(
        talks, "accepted", "Ada Berg", act=Act.ACCEPT, role="Minister", party="Norland", object="the plan"
    )
    start = TALKS.index("Rosa Klein")
    source = Source("Rosa Klein", "Rosa Klein", start, start + 10, "thanked")
    thanked = claim(
        talks,
        "thanked",
        "Rosa Klein",
        act=Act.STATE,
        role="mother of hostage Tom Klein",
        attribution=(source,),
        toward="Ada Berg",
    )
    rejected = claim(talks, "rejected", "Max Stein", act=Act.REJECT, role="Union leader", party="Dock union")
    people = (
        person(talks, "Ada Berg", "Minister", "Norland"),
        person(talks, "Rosa Klein"),
        person(talks, "Tom Klein", "hostage"),
        person(talks, "Max Stein", "Union leader", "Dock union"),
    )
    run = claim(
        odd, "accepted", "=cmd|'/c calc'!A1", act=Act.ACCEPT, party="+1", toward="-2", condition="@SUM(A1)"
    )
    with Record.open(path) as record:
        made = reading(talks, accepted, thanked, rejected)
        record.add(talks, Reading("talks", made.claims, made.coverage, people))
        record.add(odd, reading(odd, run))
    return {"accepted": accepted.id, "thanked": thanked.id, "rejected": rejected.id, "odd": run.id}
