"""Who would accept what, who ratifies, what it hangs on: tables of the explored outlook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tracktwo.brief.model import Brief
from tracktwo.brief.naming import Names
from tracktwo.vocabulary.likelihood import share_text
from tracktwo.vocabulary.outlook import Chance, Outlook, PackageChance, ProposalOutlook

STEPS = 5
MOST_ACTORS = 8
LIKELIEST = ("likeliest to pass", "second likeliest to pass")
ROBUST = "most robust"


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One share with its words, and which of ``STEPS`` shades it has (0 lightest)."""

    text: str
    shade: int


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Proposals by actors; a cell is null where nothing is known. ``hidden`` actors did not fit."""

    actors: tuple[str, ...]
    lines: tuple[tuple[str, Mapping[str, HeatCell]], ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class PackageRow:
    """A package in the comparison: what it is, its terms, its chances, and who stands against it."""

    name: str
    terms: tuple[tuple[str, str], ...]
    passes: str
    by_rule: tuple[tuple[str, str], ...]
    blocker: str
    reason: str | None


def draws_of(outlook: Outlook) -> int:
    """Return how many draws the figures rest on."""
    return outlook.made.draws if outlook.made is not None else 0


def heat_map(brief: Brief, names: Names) -> HeatMap:
    """Return who accepts which proposal, in what share of draws."""
    outlook, draws = brief.outlook, draws_of(brief.outlook)
    actors = list(dict.fromkeys(actor for row in outlook.proposals for actor in row.p_accept or {}))
    shown = actors[:MOST_ACTORS]
    lines = []
    for row in outlook.proposals:
        held = row.p_accept or {}
        cells = {actor: _cell(held[actor], draws) for actor in shown if actor in held}
        if cells:
            lines.append((names.proposal(row.key), cells))
    return HeatMap(tuple(shown), tuple(lines), len(actors) - len(shown))


def package_rows(brief: Brief, names: Names) -> tuple[PackageRow, ...]:
    """Return the reported proposals, then the best and the most robust packages, with their chances."""
    outlook, draws = brief.outlook, draws_of(brief.outlook)
    terms = _told_by_the_case(outlook) | {
        p.key: {issue: term.option for issue, term in p.terms.items()} for p in brief.proposals
    }
    rows = [_of_proposal(row, terms.get(row.key, {}), names, draws) for row in outlook.proposals]
    if outlook.landscape is not None:
        told = [t for t in terms.values() if t]
        best, robust = outlook.landscape.best[: len(LIKELIEST)], outlook.landscape.robust[:1]
        named = [
            (f"{n}, and {ROBUST}" if p in robust else n, p) for n, p in zip(LIKELIEST, best, strict=False)
        ]
        named += [(ROBUST, p) for p in robust if p not in best]
        rows += [_of_package(name, p, names, draws) for name, p in named if dict(p.terms) not in told]
    return tuple(rows)


def _told_by_the_case(outlook: Outlook) -> dict[str, Mapping[str, str]]:
    """Return the terms of proposals that a user's case has and the reports do not."""
    points = outlook.landscape.plot.points if outlook.landscape and outlook.landscape.plot else ()
    return {key: point.terms for point in points for key in point.proposals}


def share(p: float, draws: int, low: float | None = None, high: float | None = None) -> str:
    """Return a share of draws as text."""
    return share_text(p, low, high, draws=draws)


def _cell(chance: Chance, draws: int) -> HeatCell:
    shade = min(int(chance.p * STEPS), STEPS - 1)
    return HeatCell(share_text(chance.p, chance.low, chance.high, draws=draws), shade)


def _of_proposal(row: ProposalOutlook, terms: Mapping[str, str], names: Names, draws: int) -> PackageRow:
    by_rule = row.p_pass_by_rule or {}
    passes = "not estimable"
    if row.p_pass is not None:
        low, high = row.p_pass.low, row.p_pass.high
        passes = share_text(row.p_pass.p, low, high, draws=draws if low == high else 0)
    found = row.blockers or ()
    told = tuple((rule, share(c.p, draws)) for rule, c in by_rule.items())
    return PackageRow(
        name=names.proposal(row.key),
        terms=tuple((names.name(issue), option) for issue, option in terms.items()),
        passes=passes,
        by_rule=told if len({text for _, text in told}) > 1 else (),
        blocker=f"{found[0].actor} ({share(found[0].p, draws)})" if found else "",
        reason=row.reason,
    )


def _of_package(name: str, row: PackageChance, names: Names, draws: int) -> PackageRow:
    told = tuple((rule, share(p, draws)) for rule, p in row.p_pass_by_rule.items())
    return PackageRow(
        name=name,
        terms=tuple((names.name(issue), option) for issue, option in row.terms.items()),
        passes=f"{share(row.p_pass, draws)}, at the least {share(row.low, draws)}",
        by_rule=told if len({text for _, text in told}) > 1 else (),
        blocker=row.blocker or "",
        reason=None,
    )
