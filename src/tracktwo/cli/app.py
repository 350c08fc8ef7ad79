"""The application: every verb registered, in the order a user meets them."""

from __future__ import annotations

import typer

from tracktwo.cli import (
    add,
    blockers,
    brief,
    changes,
    check,
    claims,
    conflicts,
    deals,
    draft,
    export,
    gaps,
    import_,
    meetings,
    offers,
    pair,
    positions,
    proposals,
    read,
    record,
    review,
    said,
    serve,
    show,
    timeline,
    who_was_not_there,
)

app = typer.Typer(
    name="tracktwo",
    help="Follow a negotiation: reports in, a cited record and brief out. Nothing leaves this machine.",
    epilog="Start with: tracktwo brief --example",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

for verb in (
    brief.brief,
    read.read,
    add.add,
    claims.claims,
    show.show,
    review.review,
    positions.positions,
    proposals.proposals,
    meetings.meetings,
    timeline.timeline,
    changes.changes,
    conflicts.conflicts,
    gaps.gaps,
    said.said,
    pair.pair,
    who_was_not_there.who_was_not_there,
    serve.serve,
    draft.draft,
    check.check,
    deals.deals,
    blockers.blockers,
    offers.offers,
    export.export,
):
    app.command()(verb)
app.command("import")(import_.import_)
app.add_typer(record.app, name="record")


def _version(wanted: bool) -> None:
    if wanted:
        from tracktwo import __version__

        typer.echo(f"tracktwo {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(
        False, "--version", help="Print the version.", callback=_version, is_eager=True
    ),
) -> None:
    """Hold the options that belong to no verb."""
