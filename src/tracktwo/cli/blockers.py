"""``tracktwo blockers PROPOSAL``: whose no decides, why as far as it is said, what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from tracktwo.cli import output
from tracktwo.cli.cases import Asked, asked_case
from tracktwo.cli.declared import argument
from tracktwo.cli.layout import print_rows
from tracktwo.cli.options import HERE, AsOf, Case, Format, KnownOn, Seed, TableFormat
from tracktwo.cli.tables import BASES, changes_text, passing, share
from tracktwo.vocabulary.plain import as_json

if TYPE_CHECKING:
    from tracktwo.deals.moves.replies import Blocked, BlockerRow, Change

MOST_COALITIONS = 6
LEAST_PAID = 0.001  # of a unit of money: below this nothing is needed


def blockers(
    proposal: Annotated[str, argument(metavar="PROPOSAL", help="Its key in case.yaml, or its name.")],
    case: Case = HERE,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    seed: Seed = 0,
    style: Format = TableFormat.TABLE,
) -> None:
    """Show whose no decides on a proposal, and the smallest changes of terms that would meet it."""
    from tracktwo import deals as room

    asked = asked_case(case, as_of, known_on)
    found = room.blocking(room.question(asked.case, seed=seed), proposal, asked.stances, as_of=asked.as_of)
    if style is TableFormat.JSON:
        output.put(as_json(found, indent=1))
    elif style is TableFormat.CSV:
        output.emit(found.blockers, TableFormat.CSV)
    else:
        _print(asked, found)
    asked.finish()


def _print(asked: Asked, found: Blocked) -> None:
    row, draws = found.outlook, found.made.draws if found.made is not None else 1
    by_rule = {rule: (c.p, c.weight) for rule, c in (row.p_pass_by_rule or {}).items()}
    output.say(found.name)
    if found.made is not None and asked.case.values:
        output.say(f"From {BASES[found.made.basis]}.")
    output.say(f"Passes: {passing(row, draws) if row.estimable else 'not estimable'}.")
    if row.reason:
        output.say(row.reason)
    for condition in row.conditions:
        output.say(f"- would have to hold: {condition}")
    for rule, (p, _) in by_rule.items() if len(by_rule) > 1 or not row.estimable else ():
        output.say(f"  {rule}: {share(p, draws)}")
    if found.p_ratified:
        output.say("\nRatified by")
        rules = list(next(iter(found.p_ratified.values())))
        cells = [
            (party, *("not known" if p is None else share(p, draws) for p in shares.values()))
            for party, shares in found.p_ratified.items()
        ]
        print_rows(("party", *rules), cells)
    for blocker in found.blockers:
        _print_blocker(asked, blocker, draws)
    if row.blockers == () and row.reason is None:
        output.say("Nobody’s no alone ever fails it.")
    _print_rest(found, draws)
    output.say("\nShares of draws of the numbers in the case; options, not advice. What the words mean:")
    for key, text in found.definitions.items():
        output.say(f"  {key}: {text}")
    output.hint("tracktwo offers", asked.folder)


def _print_blocker(asked: Asked, blocker: BlockerRow, draws: int) -> None:
    turning = "" if blocker.pivotal is None else f"; its vote decides {share(blocker.pivotal, draws)}"
    output.say(f"\nFails because of {blocker.actor}: {share(blocker.p, draws)}{turning}.")
    for said in blocker.objections:
        about = ", ".join(f"{asked.case.issues[i].name}: {' or '.join(o)}" for i, o in said.meets.items())
        unmet = "maps to no issue of the case, so nothing is computed of it"
        within = "" if said.actor == blocker.actor else f"{said.actor}, within it: "
        text = said.text if said.basis.startswith("demand") else f"objects to “{said.text}”"
        output.say(f"  {within}{text} ({said.basis}); {f'met by {about}' if about else unmet}.")
    if not blocker.objections:
        output.say("  No objection of its own to this proposal is reported or noted.")
    _print_change(asked, "Smallest change that meets it", blocker.meets_objection, blocker.actor, draws)
    _print_change(
        asked, "Smallest change it accepts at even chance", blocker.to_even_chance, blocker.actor, draws
    )


def _print_change(asked: Asked, title: str, change: Change | None, actor: str, draws: int) -> None:
    if change is None:
        return
    issues = {key: issue.name for key, issue in asked.case.issues.items()}
    output.say(f"  {title}: {changes_text(change.changes, issues)}")
    before, after = change.p_accept[actor]
    output.say(
        f"    {actor} accepts {share(before, draws)} → {share(after, draws)}; "
        f"passes {share(change.p_pass_before, draws)} → {share(change.p_pass, draws)}"
    )
    worse = [
        f"{a} {share(b, draws)} → {share(c, draws)}" for a, (b, c) in change.p_accept.items() if c < b - 0.005
    ]
    if worse:
        output.say(f"    accepted less by {', '.join(worse)}")


def _print_rest(found: Blocked, draws: int) -> None:
    told = {(o.actor, o.text) for blocker in found.blockers for o in blocker.objections}
    elsewhere = [o for o in found.objections if (o.actor, o.text) not in told]
    for said in elsewhere:
        output.say(f"{said.actor} objects to “{said.text}” ({said.basis}).")
    if found.payments is not None:
        paid = found.payments
        needed = ", ".join(
            f"{party} {amount if amount >= LEAST_PAID else 0:.3g} {paid.unit}".rstrip()
            for party, amount in paid.needed.items()
        )
        output.say(f"\nTo be no worse off than without a deal ({paid.issue}), the median needed: {needed}.")
        output.say(f"  Those who gain could pay it: {share(paid.p_feasible, draws)}.")
    if found.paid:
        receivers = f"the money would go to {', '.join(found.paid)}"
        output.say(f"\nNo payment and no other amount is looked at: {receivers}.")
    for one in found.affected:
        named = "named in it" if one.named else "not named in it"
        liked = "" if one.p_accept is None else f"; would accept {share(one.p_accept, draws)}"
        output.say(f"Affected, at no table, nobody counts their yes: {one.name} ({named}{liked}).")
    if found.power:
        output.say("\nVoting power (all coalitions taken as equally likely)")
        rows = [
            (p.body, p.member, str(p.votes), f"{p.shapley_shubik:.3f}", f"{p.banzhaf:.3f}")
            for p in found.power
        ]
        print_rows(("body", "member", "votes", "Shapley-Shubik", "Banzhaf"), rows)
    for body in found.stopping:
        shown = "; ".join(" and ".join(names) for names in body.coalitions[:MOST_COALITIONS])
        more = len(body.coalitions) - MOST_COALITIONS
        rest = f"; and {more} more (--format json)" if more > 0 else ""
        output.say(f"Enough to stop anything in {body.body}: {shown}{rest}.")
