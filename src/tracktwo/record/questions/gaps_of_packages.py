"""Blanks about packages: who tabled them, to whom, when; vague quantities; red lines nobody mapped."""

from __future__ import annotations

from collections.abc import Iterator

from tracktwo.record.questions.evidence import Evidence
from tracktwo.record.questions.gap_rows import GapRow
from tracktwo.vocabulary import OrderBasis, PackageTerm, Picture, Proposal

UNSPECIFIED = "unspecified"


def package_gaps(picture: Picture, evidence: Evidence) -> Iterator[GapRow]:
    """Yield what is not reported of proposals, their terms, issues, red lines and leverage."""
    for proposal in picture.proposals:
        yield from _proposal(proposal, evidence)
    yield from _quantities(picture)
    named = {key for proposal in picture.proposals for key in proposal.terms}
    for issue in picture.issues:
        if not issue.options:
            text = f"what could be agreed on {issue.name}: no extent or number is reported"
            yield GapRow("options", issue.name, text, issue=issue.key, claims=issue.claims)
        elif issue.key not in named:
            text = f"what a package would say on {issue.name}: none reported names it"
            yield GapRow("terms", issue.name, text, issue=issue.key, claims=issue.claims)
    for line in picture.red_lines:
        if not line.issues:
            text = f"what the red line of {line.actor} means for the issues on the table: {line.text}"
            yield GapRow("red line", line.actor, text, claims=line.claims)
    for lever in picture.leverage:
        if lever.on is None or lever.on_basis != "reported":
            target = f"; {lever.on} is inferred" if lever.on else ""
            text = f"on whom the leverage of {lever.by} ({lever.then}) bears{target}"
            yield GapRow("leverage", lever.by, text, claims=lever.claims)


def _proposal(proposal: Proposal, evidence: Evidence) -> Iterator[GapRow]:
    blanks = (
        ("tabler", proposal.by, f"who put forward {proposal.name}"),
        ("addressee", proposal.to, f"to whom {proposal.name} was put"),
        ("proposal date", proposal.date, f"when {proposal.name} was put forward"),
    )
    for kind, value, text in blanks:
        if value is None:
            yield GapRow(kind, proposal.name, text, proposal=proposal.key, claims=proposal.claims)
    if not proposal.terms:
        text = f"what {proposal.name} says on any issue"
        yield GapRow("terms", proposal.name, text, proposal=proposal.key, claims=proposal.claims)
    elif proposal.open:
        text = f"the other terms of {proposal.name}: the list is reported as incomplete"
        yield GapRow("terms", proposal.name, text, proposal=proposal.key, claims=proposal.claims)
    for issue, term in proposal.terms.items():
        yield from _term(proposal, issue, term, evidence)


def _term(proposal: Proposal, issue: str, term: PackageTerm, evidence: Evidence) -> Iterator[GapRow]:
    words = "; ".join(term.texts) or term.option
    if term.giver is None:
        text = f"whose part “{words}” is in {proposal.name}"
        yield GapRow("giver", proposal.name, text, proposal=proposal.key, issue=issue, claims=term.claims)
    elif term.giver_basis not in (None, "reported"):
        text = f"whether “{words}” in {proposal.name} is the part of {term.giver}: inferred, not reported"
        yield GapRow("giver", proposal.name, text, proposal=proposal.key, issue=issue, claims=term.claims)
    read = [t for claim in evidence.of(term.claims) for t in claim.terms if t.text in term.texts]
    if read and all(t.place is None for t in read) and any("withdraw" in t.head for t in read):
        text = f"from where, for “{words}” under {proposal.name}"
        yield GapRow("quantity", proposal.name, text, proposal=proposal.key, issue=issue, claims=term.claims)


def _quantities(picture: Picture) -> Iterator[GapRow]:
    naming: dict[tuple[str, str], list[Proposal]] = {}
    for one in picture.proposals:
        for key, term in one.terms.items():
            naming.setdefault((key, term.option), []).append(one)
    for issue in picture.issues:
        for option in issue.options:
            if issue.order_basis.get(option) is not OrderBasis.ASSUMED:
                continue
            users = naming.get((issue.key, option), [])
            if option == UNSPECIFIED:
                text = f"what exactly is meant on {issue.name}: no extent or number is reported"
                yield GapRow("options", issue.name, text, issue=issue.key, claims=issue.claims)
                continue
            claims = tuple(dict.fromkeys(c for p in users for c in p.terms[issue.key].claims)) or issue.claims
            text = f"how much “{option}” is on {issue.name}; its place among the options is assumed"
            proposal = users[0].key if len(users) == 1 else None
            yield GapRow("quantity", issue.name, text, issue=issue.key, proposal=proposal, claims=claims)
