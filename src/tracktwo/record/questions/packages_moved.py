"""How what a side puts on the table moved: its later proposal against its earlier one, issue by issue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tracktwo.record.questions.evidence import Evidence
from tracktwo.vocabulary import Picture, Proposal


def packages_moved(
    picture: Picture, evidence: Evidence
) -> Iterator[tuple[str, str, str, str, dt.date, tuple[str, ...]]]:
    """Yield party, issue's name, option before, option after, day and claims of every such step.

    The proposals of a party are those it or one of its members tabled. Proposals of undated reports, whose
    order is unknown, are left out; two of one day are no step.
    """
    names = {issue.key: issue.name for issue in picture.issues}
    tabled: dict[str | None, list[tuple[int, Proposal]]] = {}
    for place, one in enumerate(picture.proposals):
        tabled.setdefault(one.by, []).append((place, one))
    for party in picture.parties:
        authors = {party.name, *(member.name for member in party.members)}
        found = sorted((pair for by in authors for pair in tabled.get(by, [])), key=lambda pair: pair[0])
        mine = [proposal for _, proposal in found]
        dated = [(day, p) for p in mine if (day := _first(p, evidence)) is not None]
        dated.sort(key=lambda pair: pair[0])
        last: dict[str, tuple[dt.date, str, tuple[str, ...]]] = {}
        for when, proposal in dated:
            for key, term in proposal.terms.items():
                before = last.get(key)
                if before is not None and before[1] != term.option and before[0] < when:
                    claims = (*before[2], *term.claims)
                    yield party.name, names.get(key, key), before[1], term.option, when, claims
                last[key] = (when, term.option, term.claims)


def _first(proposal: Proposal, evidence: Evidence) -> dt.date | None:
    return None if evidence.undated(proposal.claims) else evidence.first(proposal.claims)
