"""Proposals x issues: which package says what on which issue, and where they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracktwo.brief.model import Brief
from tracktwo.brief.naming import Names
from tracktwo.vocabulary import PackageTerm, Proposal

DIFFERS, SAME, SINGLE = "differs", "same", "in one only"


@dataclass(frozen=True, slots=True)
class PackageCell:
    """What one package says of one issue."""

    option: str
    texts: tuple[str, ...]
    giver: str | None
    getter: str | None
    giver_basis: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackageLine:
    """One issue across the packages; ``mark`` says whether they differ on it."""

    key: str
    name: str
    status: str
    mark: str
    cells: Mapping[str, PackageCell]

    def is_in(self, proposals: Sequence[Proposal]) -> bool:
        """Say whether any of these proposals names the issue."""
        return any(p.key in self.cells for p in proposals)


def package_lines(brief: Brief, names: Names) -> tuple[PackageLine, ...]:
    """Return one line an issue that any package names, with its cells by proposal key.

    The mark is "differs" where packages name different options, "same" where at least two name one and the
    same, "in one only" where a single package names the issue.
    """
    order = [*brief.issues, *(k for p in brief.proposals for k in p.terms if k not in brief.issues)]
    lines = []
    for key in dict.fromkeys(order):
        cells = {p.key: _cell(p.terms[key], p.claims, names) for p in brief.proposals if key in p.terms}
        if cells:
            status = brief.issues[key].status if key in brief.issues else "not reported"
            lines.append(
                PackageLine(key=key, name=names.name(key), status=status, mark=_mark(cells), cells=cells)
            )
    return tuple(lines)


def issues_in_no_package(brief: Brief) -> tuple[str, ...]:
    """Return the keys of issues that no reported package names."""
    named = {key for p in brief.proposals for key in p.terms}
    return tuple(key for key in brief.issues if key not in named)


def _mark(cells: Mapping[str, PackageCell]) -> str:
    if len(cells) == 1:
        return SINGLE
    return SAME if len({c.option.lower() for c in cells.values()}) == 1 else DIFFERS


def _cell(term: PackageTerm, claims: tuple[str, ...], names: Names) -> PackageCell:
    return PackageCell(
        option=term.option,
        texts=term.texts,
        giver=names.name(term.giver) if term.giver else None,
        getter=names.name(term.getter) if term.getter else None,
        giver_basis=term.giver_basis,
        claims=term.claims or claims,
    )
