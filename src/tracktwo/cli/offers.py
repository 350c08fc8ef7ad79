"""``tracktwo offers``: possible next offers for a mediator and for each party, with their risks."""

from __future__ import annotations

from typing import Annotated

import typer

from tracktwo.cli import output
from tracktwo.cli.cases import asked_case
from tracktwo.cli.layout import print_rows
from tracktwo.cli.options import HERE, AsOf, Case, Format, KnownOn, Seed, TableFormat
from tracktwo.cli.tables import BASES, changes_text, share


def offers(
    case: Case = HERE,
    base: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="PROPOSAL", help="Start from this one; default: the likeliest to pass."
        ),
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
        return
    draws = problem.draws
    issues = {key: issue.name for key, issue in asked.case.issues.items()}
    if not rows:
        typer.echo("No package near what is tabled is likelier to pass, or better for a party.")
    else:
        start = asked.case.proposals[rows[0].base].name
        typer.echo(output.printable(f"Next to {start}, which passes {share(rows[0].p_pass_before, draws)};"))
        typer.echo(f"from {BASES[problem.utilities.basis]}.")
        print_rows(
            ("for", "change", "passes", "most often against", "accepted less by"),
            [
                (
                    row.for_,
                    changes_text(row.changes, issues),
                    share(row.p_pass, draws),
                    "" if row.risk is None else f"{row.risk.actor} ({share(row.risk.p, draws)})",
                    ", ".join(name for name, less in row.loses.items() if less > 0.005),
                )
                for row in rows
            ],
        )
        for condition in rows[0].given:
            typer.echo(output.printable(f"- taken to hold: {condition}"))
    typer.echo("Options with their risks, not advice.")
    output.hint("tracktwo deals", case)
