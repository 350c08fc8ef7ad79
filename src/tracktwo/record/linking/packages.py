"""Drafts to proposals: the package's terms with their texts, givers and getters."""

from __future__ import annotations

from collections.abc import Mapping

from tracktwo.record.linking.drafts import Draft
from tracktwo.record.linking.families import holder
from tracktwo.record.linking.issues import IssueBook
from tracktwo.record.linking.ledger import Ledger
from tracktwo.record.linking.material import flag
from tracktwo.record.linking.options import Option, strongest
from tracktwo.record.linking.proposals import ProposalBook
from tracktwo.vocabulary import Act, Claim, PackageTerm, Proposal, Term

Giver = tuple[str, str, Claim]
Found = list[tuple[Claim, int, Option]]


def givers_by_issue(issues: IssueBook) -> Mapping[tuple[str, str], Giver]:
    """Return, by report and issue, the one party that report names as giver: name, words, claim.

    Where it names several, nobody is inferred; nor is anybody from one report for another, which may tell
    of other days.
    """
    found: dict[tuple[str, str], dict[str, Giver]] = {}
    for claim in issues.material.claims:
        for n in issues.numbers(claim):
            term = claim.terms[n]
            giver = _giver(term)
            if giver is not None:
                named = found.setdefault((claim.report, issues.of(claim, n)), {})
                named.setdefault(giver, (giver, term.text, claim))
    return {key: next(iter(named.values())) for key, named in found.items() if len(named) == 1}


def build_proposals(book: ProposalBook, tracks: Mapping[str, str], ledger: Ledger) -> tuple[Proposal, ...]:
    """Return the proposals in the order reports bring them; ``tracks`` maps their keys to tracks."""
    inferred = givers_by_issue(book.issues)
    return tuple(
        Proposal(
            key=draft.key,
            name=draft.name,
            by=draft.by,
            to=draft.to,
            stage=draft.stage,
            track=tracks.get(draft.key),
            date=draft.date,
            terms={
                issue: _term(draft, issue, found, inferred, ledger, book.issues)
                for issue, found in draft.terms.items()
            },
            open=draft.open,
            exchange=draft.exchange,
            opens=tuple(draft.opens),
            aliases=tuple(draft.aliases),
            claims=tuple(dict.fromkeys(c.id for c in draft.claims)),
        )
        for draft in book.drafts.values()
    )


def _term(
    draft: Draft,
    issue: str,
    found: Found,
    inferred: Mapping[tuple[str, str], Giver],
    ledger: Ledger,
    issues: IssueBook,
) -> PackageTerm:
    """Say what a package has on one issue; a giver named elsewhere only is marked as inferred."""
    terms = [claim.terms[n] for claim, n, _ in found]
    giver = next((g for g in map(_giver, terms) if g), None) or issues.known[issue].giver
    basis = "reported" if giver else None
    offering = next((c for c, n, _ in found if _is_offered(c, c.terms[n])), None)
    if giver is None and offering is not None:
        giver, basis = draft.party or draft.by, f"inferred: “{terms[0].text}” is what it offers"
        ledger.assume(f"{draft.name}: {giver} as the one to give “{terms[0].text}” is {basis}.")
    if giver is None and (draft.report, issue) in inferred:
        name, words, claim = inferred[(draft.report, issue)]
        giver, basis = name, f"inferred from “{words}” in {claim.report}"
        ledger.assume(f"{draft.name}: {name} as the one to give “{terms[0].text}” is {basis}.")
    return PackageTerm(
        option=strongest(option for _, _, option in found).label,
        texts=tuple(dict.fromkeys(term.text for term in terms)),
        giver=giver,
        getter=next((t.getter for t in terms if t.getter), None),
        giver_basis=basis,
        claims=tuple(dict.fromkeys(claim.id for claim, _, _ in found)),
    )


def _is_offered(claim: Claim, term: Term) -> bool:
    """Whether a term is on the offering side of an exchange ("offered X in exchange for Y")."""
    exchange = flag(claim, "exchange")
    offered = exchange.readings[0] if exchange and exchange.readings else ""
    return claim.act is Act.OFFER and claim.actor is not None and term.text in offered


def _giver(term: Term) -> str | None:
    return term.giver or holder(term)
