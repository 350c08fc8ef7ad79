"""``tracktwo offers``: possible next offers for a mediator and for each party, with their risks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from tracktwo.cli import output
from tracktwo.cli.cases import Asked, asked_case
from tracktwo.cli.declared import option
from tracktwo.cli.layout import print_rows
from tracktwo.cli.options import HERE, AsOf, Case, Format, KnownOn, Seed, TableFormat
from tracktwo.cli.tables import BASES, changes_text, share

if TYPE_CHECKING:
    from tracktwo.deals.chances.problem import Problem
    from tracktwo.deals.moves.replies import OfferRow


def offers(
    case: Case = HERE,
    base: Annotated[
        str | None,
        option("--from", metavar="PROPOSAL", help="Start from this one; default: the likeliest to pass."),
    ] = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    seed: Seed = 0,
    style: Format = TableFormat.TABLE,
) -> None:
    """Show possible next offers near what is tabled, with who would stand against each."""
    from tracktwo import deals as room

    asked = asked_case(case, as_of, known_on)
    problem = room.question(asked.case, seed=seed)
    rows = room.offers(problem, base)
    if style is not TableFormat.TABLE:
        output.emit(rows, style)
    else:
        _print(asked, problem, rows)
    asked.finish()


def _print(asked: Asked, problem: Problem, rows: Sequence[OfferRow]) -> None:
    from tracktwo.deals.moves.offering import DEFINITIONS

    draws = problem.draws
    issues = {key: issue.name for key, issue in asked.case.issues.items()}
    if not rows:
        output.say("No package near what is tabled is likelier to pass, or better for a party.")
    else:
        start = asked.case.proposals[rows[0].base].name
        output.say(f"Next to {start}, which passes {share(rows[0].p_pass_before, draws)};")
        output.say(f"from {BASES[problem.utilities.basis]}.")
        print_rows(
            ("no.", "for", "change", "passes", "most often against", "accepted less by"),
            [
                (
                    str(number),
                    row.for_,
                    changes_text(row.changes, issues),
                    share(row.p_pass, draws),
                    "" if row.risk is None else f"{row.risk.actor} ({share(row.risk.p, draws)})",
                    ", ".join(name for name, less in row.loses.items() if less > 0.005),
                )
                for number, row in enumerate(rows, 1)
            ],
        )
        _print_by_rule(rows, draws)
        for condition in rows[0].given:
            output.say(f"- taken to hold: {condition}")
    output.say("\nOptions with their risks, not advice. How they are picked:" if rows else "")
    for key, text in DEFINITIONS.items() if rows else ():
        output.say(f"  {key}: {text}")
    output.hint("tracktwo deals", asked.folder)


def _print_by_rule(rows: Sequence[OfferRow], draws: int) -> None:
    """Print the same chances under each reading of the rules, where there are several."""
    rules = list(rows[0].p_pass_by_rule)
    if len(rules) > 1:
        output.say("The same under each rule that those not reported may be")
        print_rows(
            ("no.", *rules),
            [
                (str(number), *(share(p, draws) for p in row.p_pass_by_rule.values()))
                for number, row in enumerate(rows, 1)
            ],
        )
