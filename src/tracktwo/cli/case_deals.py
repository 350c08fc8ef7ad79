"""``tracktwo deals`` on a case, printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tracktwo.cli import output
from tracktwo.cli.case_rows import flat
from tracktwo.cli.case_solutions import print_core, print_solutions
from tracktwo.cli.cases import Asked
from tracktwo.cli.layout import fits, print_rows
from tracktwo.cli.options import TableFormat
from tracktwo.cli.tables import BASES, passing, share, terms_text
from tracktwo.deals.chances.core import DEFINITION
from tracktwo.vocabulary import plain
from tracktwo.vocabulary.plain import as_json

if TYPE_CHECKING:
    from tracktwo.vocabulary.outlook import Landscape, Outlook, ProposalOutlook

MOST_ACTORS = 8


def show(asked: Asked, seed: int, style: TableFormat) -> None:
    """Print what could pass in a case.

    Raises
    ------
    DealsError
        If the case has no party, no issue, or a body that can decide nothing.
    """
    from tracktwo import deals as room

    problem = room.question(asked.case, seed=seed)
    found = room.outlook(problem, as_of=asked.as_of)
    extra = {"linkage": room.linkages(problem), "phases": room.phases(problem)}
    if style is TableFormat.JSON:
        answer = plain(found) | {key: plain(rows) for key, rows in extra.items()}
        answer["definitions"] |= _definitions(extra)
        solutions = room.bargaining(problem)
        told = {k: v for k, v in plain(solutions).items() if k != "core"} if solutions is not None else None
        answer["solutions"] = told and told | {"picked": room.picked(problem, solutions)}
        answer["core"] = plain(room.core(problem))
        answer["definitions"]["core"] = DEFINITION
        output.put(as_json(answer, indent=1))
    elif style is TableFormat.CSV:
        output.emit(flat(found, extra | {"core": room.core(problem)}), TableFormat.CSV)
    else:
        solutions = room.bargaining(problem)
        more = {"solutions": solutions, "picked": room.picked(problem, solutions), "core": room.core(problem)}
        _Page(asked, found).print(extra | more)
    if not asked.case.values:
        output.warn("the case has no values:, so nothing can be computed (try tracktwo deals --example)")


def _definitions(extra: Mapping[str, Any]) -> dict[str, str]:
    """Return what the words of linked tracks and of steps mean, where there are any."""
    from tracktwo.deals.moves import linking, phasing

    linked = linking.DEFINITIONS if extra["linkage"] else {}
    return linked | (phasing.DEFINITIONS if extra["phases"] else {})


class _Page:
    """One printing of one outlook."""

    def __init__(self, asked: Asked, found: Outlook) -> None:
        self.asked, self.found = asked, found
        self.issues = {key: issue.name for key, issue in asked.case.issues.items()}
        self.names = {key: proposal.name for key, proposal in asked.case.proposals.items()}
        self.draws = found.made.draws if found.made is not None else 1
        self.more: dict[str, str] = {}

    def print(self, extra: Mapping[str, Any]) -> None:
        self.head()
        self.proposals()
        self.any_deal()
        if self.found.landscape is not None and self.found.landscape.looked_at:
            self.landscape(self.found.landscape)
        print_solutions(extra["solutions"], extra["picked"])
        print_core(extra["core"], self.names)
        self.tracks_and_steps(extra)
        self.more = _definitions(extra)
        self.more["core"] = DEFINITION
        self.foot()

    def say(self, text: str = "") -> None:
        output.say(text)

    def head(self) -> None:
        made = self.found.made
        self.say(self.asked.case.title)
        if not self.asked.case.values:
            self.say("No values are in the case.")
        elif made is not None:
            how = "one set of numbers" if made.draws == 1 else f"{made.draws:,} draws, seed {made.seed}"
            self.say(f"From {BASES[made.basis]}; {how}.")
        if self.found.reason:
            self.say(self.found.reason)

    def proposals(self) -> None:
        self.say("\nCOULD IT PASS")
        rows = [(self.names[r.key], passing(r, self.draws), self.blocked(r)) for r in self.found.proposals]
        if not rows:
            self.say("No proposal is in the case.")
            return
        print_rows(("proposal", "passes", "fails because of"), rows)
        for row in self.found.proposals:
            if row.reason:
                self.say(f"- {self.names[row.key]}: {row.reason}")
            if row.conditions:
                self.say(f"  Would have to hold: {'; '.join(row.conditions)}.")
        told = [(self.names[r.key], r.p_pass_by_rule) for r in self.found.proposals if r.p_pass_by_rule]
        self.by_rule([(name, {rule: c.p for rule, c in shares.items()}) for name, shares in told], "proposal")
        self.heat()

    def blocked(self, row: ProposalOutlook) -> str:
        found = row.blockers or ()
        return ", ".join(
            f"{b.actor} ({share(b.p, self.draws)})" if self.draws > 1 else b.actor for b in found[:3]
        )

    def heat(self) -> None:
        """Print who accepts what."""
        actors = list(dict.fromkeys(a for row in self.found.proposals for a in row.p_accept or {}))
        if not actors:
            return
        self.say("\nWHO ACCEPTS WHAT")
        shown = actors[:MOST_ACTORS]
        while shown:
            # As many actors side by side as there is room for, the others in a further table.
            some = next(n for n in range(len(shown), 0, -1) if n == 1 or fits(*self.cells(shown[:n])))
            print_rows(*self.cells(shown[:some]))
            shown = shown[some:]
        if len(actors) > MOST_ACTORS:
            self.say(f"... and {len(actors) - MOST_ACTORS} more actors (--format json has them all)")

    def cells(self, actors: Sequence[str]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        """Return headings and rows of who accepts what."""
        rows = []
        for row in self.found.proposals:
            held = row.p_accept or {}
            shares = (
                share(held[a].p, self.draws, held[a].low, held[a].high) if a in held else "not known"
                for a in actors
            )
            rows.append((self.names[row.key], *shares))
        return ("accepted by", *actors), rows

    def any_deal(self) -> None:
        found = self.found
        self.say("\nIS THERE ANY DEAL")
        if found.p_zopa is None and found.p_zopa_low is None:
            self.say("Not estimable: nothing is known of what some party itself would accept.")
            return
        if found.p_zopa is not None:
            said = share(found.p_zopa, self.draws, found.p_zopa_low, found.p_zopa_high)
        else:
            said = f"between {share(found.p_zopa_low or 0, 2)} and {share(found.p_zopa_high or 1, 2)}"
        self.say(f"Some package is preferred to no deal by every party itself: {said}.")
        if found.p_zopa_no_evidence is not None:
            before = share(found.p_zopa_no_evidence, 2)
            self.say(
                f"  It would be {before} if nothing were known of anybody: among many packages, one often is."
            )
        if found.best and not found.best[0].p_pass:
            self.say("  No single package looked at passes in any draw.")
        elif found.best:
            top = found.best[0]
            of_some = "" if found.landscape is None or found.landscape.complete else " looked at"
            self.say(
                f"  The best single package{of_some} passes: {share(top.p_pass, self.draws)} "
                f"({terms_text(top.terms, self.issues)})."
            )

    def landscape(self, seen: Landscape) -> None:
        self.say(f"\nPACKAGES ({seen.packages}; {seen.looked_at:,} looked at)")
        in_part = seen.in_part()
        if in_part is not None:
            self.say(in_part)
        for line in seen.left_out:
            self.say(f"- left out: {line}")
        if not seen.best:
            return
        if seen.given:
            self.say(f"Taking for granted, as nobody knows: {'; '.join(seen.given)}.")
        shown = (*seen.best, *(row for row in seen.robust if row not in seen.best))
        rows = [
            (
                str(number),
                share(row.p_pass, self.draws),
                share(row.low, self.draws),
                row.blocker or "",
                terms_text(row.terms, self.issues),
            )
            for number, row in enumerate(shown, 1)
        ]
        self.passing(seen)
        print_rows(("no.", "passes", "at the least", "fails because of", "package"), rows)
        self.by_rule([(str(number), row.p_pass_by_rule) for number, row in enumerate(shown, 1)])
        if seen.win_sets:
            self.say("\nWIN-SETS: what each party would ratify")
            print_rows(
                ("party", "at even chance", "at nine in ten", "of these with all others"),
                [(w.party, f"{w.even:,}", f"{w.firm:,}", f"{w.with_others:,}") for w in seen.win_sets],
            )
            self.win_sets_by_rule(seen)
        if seen.tornado:
            self.say("\nWHAT THE FIRST OF THESE PACKAGES HANGS ON")
            print_rows(
                ("", "", "passes", "", "passes"),
                [
                    (
                        f"{r.name} ({r.kind})",
                        r.low_end,
                        share(r.p_low, self.draws),
                        r.high_end,
                        share(r.p_high, self.draws),
                    )
                    for r in seen.tornado
                ],
            )

    def passing(self, seen: Landscape) -> None:
        """Print how many of the packages looked at would pass."""
        if seen.passing is None:
            return
        by_rule = ", ".join(f"{rule} {n:,}" for rule, n in seen.passing_by_rule.items())
        rest = f" ({by_rule})" if len(seen.passing_by_rule) > 1 else ""
        how = "Passing" if self.draws == 1 else "Passing at even chance"
        self.say(f"{how}: {seen.passing:,}{rest}.")

    def by_rule(self, rows: Sequence[tuple[str, Mapping[str, float]]], what: str = "no.") -> None:
        """Print the same chances under each reading of the rules, where there are several."""
        rules = list(dict.fromkeys(rule for _, shares in rows for rule in shares))
        if len(rules) > 1:
            self.say("The same under each rule that those not reported may be")
            cells = [
                (name, *(share(held[r], self.draws) if r in held else "not known" for r in rules))
                for name, held in rows
            ]
            print_rows((what, *rules), cells)

    def win_sets_by_rule(self, seen: Landscape) -> None:
        rules = list(seen.win_sets[0].even_by_rule)
        if len(rules) > 1:
            self.say("At even chance, under each rule that those not reported may be")
            cells = [(w.party, *(f"{n:,}" for n in w.even_by_rule.values())) for w in seen.win_sets]
            print_rows(("party", *rules), cells)

    def tracks_and_steps(self, extra: Mapping[str, Any]) -> None:
        if extra["linkage"]:
            self.say("\nJOINING TRACKS")
            rows = [
                (" + ".join(r.tracks), share(r.p_apart, self.draws), share(r.p_joined, self.draws))
                for r in extra["linkage"]
            ]
            print_rows(("tracks", "each has a deal of its own", "a deal across both"), rows)
            self.by_rule(
                [
                    (f"{said}: {' + '.join(r.tracks)}", chances)
                    for r in extra["linkage"]
                    for said, chances in (("apart", r.p_apart_by_rule), ("across both", r.p_joined_by_rule))
                ],
                "tracks",
            )
        if extra["phases"]:
            self.say("\nIN STEPS, OR AT ONCE")
            for r in extra["phases"]:
                phased = "not estimable" if r.p_phased is None else share(r.p_phased, self.draws)
                self.say(
                    f"- {self.names[r.first]}, then {self.names[r.then]}: the first by itself passes "
                    f"{share(r.p_first_alone, self.draws)}, in view of the second {phased}, both at once "
                    f"{share(r.p_comprehensive, self.draws)}."
                )
                for actor, need in r.needs.items():
                    if need is None:
                        self.say(f"    {actor}: mostly no prospect of the second makes the first worth while")
                    elif need > 0:
                        self.say(
                            f"    {actor}: needs the second step with a chance (times patience) of {need:.2f}"
                        )
            self.by_rule(
                [
                    (f"{said}: {self.names[r.first]}, then {self.names[r.then]}", chances)
                    for r in extra["phases"]
                    for said, chances in (
                        ("the first by itself", r.p_first_alone_by_rule),
                        ("in view of the second", r.p_phased_by_rule),
                        ("both at once", r.p_comprehensive_by_rule),
                    )
                    if chances is not None
                ],
                "steps",
            )

    def foot(self) -> None:
        if self.found.assumptions:
            self.say("\nASSUMED")
            for line in self.found.assumptions:
                self.say(f"- {line}")
        if self.asked.case.values:
            self.say("\nShares of draws of the numbers in the case, not advice. What the words mean:")
            for key, text in {**(self.found.definitions or {}), **self.more}.items():
                self.say(f"  {key}: {text}")
        first = next((row.key for row in self.found.proposals if row.p_accept), None)
        output.hint(f"tracktwo blockers {first}" if first else "tracktwo check")
