"""Proposals: every package, issue by issue, with its differences from the others marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracktwo.record.clock import Day
from tracktwo.record.questions.evidence import Evidence
from tracktwo.vocabulary import Claim, Picture, Proposal, Report

MOST_CELLS = 50_000


@dataclass(frozen=True, slots=True)
class Cell:
    """What one package says of one issue; ``option`` null where it does not name the issue.

    ``differs`` says whether another package that names the issue names another option.
    """

    option: str | None
    texts: tuple[str, ...]
    giver: str | None
    getter: str | None
    differs: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal as reported; ``terms`` has readable words by issue, ``cells`` the same in full.

    Every row has a cell for every issue that some proposal names, so that the rows make a table; where that
    table would be larger than ``MOST_CELLS``, only for the issues this one names.
    """

    key: str
    name: str
    by: str | None
    to: str | None
    stage: str
    track: str | None
    date: str | None
    terms: Mapping[str, str]
    cells: Mapping[str, Cell]
    open: bool
    exchange: bool
    opens: tuple[str, ...]
    aliases: tuple[str, ...]
    sources: int
    claims: tuple[str, ...]


def proposals(
    picture: Picture, reports: Sequence[Report], claims: Sequence[Claim], as_of: Day = None
) -> tuple[ProposalRow, ...]:
    """Return the table of proposals and issues, in the picture's order."""
    evidence = Evidence(reports, claims, as_of)
    named = {key for proposal in picture.proposals for key in proposal.terms}
    issues = [issue.key for issue in picture.issues if issue.key in named]
    issues += sorted(named.difference(issues))
    options = {
        key: {proposal.terms[key].option for proposal in picture.proposals if key in proposal.terms}
        for key in issues
    }
    whole = len(picture.proposals) * len(issues) <= MOST_CELLS
    return tuple(
        _row(
            proposal, issues if whole else [key for key in issues if key in proposal.terms], options, evidence
        )
        for proposal in picture.proposals
    )


def _row(
    proposal: Proposal, issues: Sequence[str], options: Mapping[str, set[str]], evidence: Evidence
) -> ProposalRow:
    cells = {key: _cell(proposal, key, len(options[key]) > 1) for key in issues}
    claims = tuple(
        dict.fromkeys([*proposal.claims, *(c for term in proposal.terms.values() for c in term.claims)])
    )
    return ProposalRow(
        key=proposal.key,
        name=proposal.name,
        by=proposal.by,
        to=proposal.to,
        stage=proposal.stage.value,
        track=proposal.track,
        date=proposal.date,
        terms={key: _words(cell) for key, cell in cells.items() if cell.option is not None},
        cells=cells,
        open=proposal.open,
        exchange=proposal.exchange,
        opens=proposal.opens,
        aliases=proposal.aliases,
        sources=evidence.sources(claims),
        claims=claims,
    )


def _cell(proposal: Proposal, issue: str, differs: bool) -> Cell:
    term = proposal.terms.get(issue)
    if term is None:
        return Cell(None, (), None, None, False, ())
    return Cell(term.option, term.texts, term.giver, term.getter, differs, term.claims)


def _words(cell: Cell) -> str:
    mark = " *" if cell.differs else ""
    return f"{cell.option}{mark}"
