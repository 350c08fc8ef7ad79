"""The application: every verb, in the order a user meets them."""

from __future__ import annotations

from importlib import import_module

import typer

VERBS = (
    "brief",
    "read",
    "add",
    "claims",
    "show",
    "review",
    "positions",
    "proposals",
    "meetings",
    "timeline",
    "changes",
    "conflicts",
    "gaps",
    "said",
    "pair",
    "who-was-not-there",
    "serve",
    "draft",
    "check",
    "deals",
    "blockers",
    "offers",
    "export",
    "import",
    "record",
)
_NOT_A_NAME = {"import": "import_"}  # of a module or function


def application(verbs: tuple[str, ...] = VERBS) -> typer.Typer:
    """Return the application with these verbs; a command that is about to run needs no other."""
    made = typer.Typer(
        name="tracktwo",
        help="Follow a negotiation: reports in, a cited record and brief out. Nothing leaves this machine.",
        epilog="Start with: tracktwo brief --example",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    made.callback()(_root)
    for verb in verbs:
        name = _NOT_A_NAME.get(verb, verb.replace("-", "_"))
        module = import_module(f"tracktwo.cli.{name}")
        if verb == "record":
            made.add_typer(module.app, name=verb)
        else:
            made.command(verb)(getattr(module, name))
    return made


def asked_for(words: list[str]) -> typer.Typer:
    """Return the application for a command line: with its verb alone, or whole where it begins with none."""
    return application((words[0],) if words and words[0] in VERBS else VERBS)


def __getattr__(name: str) -> typer.Typer:
    """Return the whole application as ``app``."""
    if name != "app":
        raise AttributeError(name)
    return application()


def _version(wanted: bool) -> None:
    if wanted:
        from tracktwo import __version__

        typer.echo(f"tracktwo {__version__}")
        raise typer.Exit


def _root(
    version: bool = typer.Option(
        False, "--version", help="Print the version.", callback=_version, is_eager=True
    ),
) -> None:
    """Hold the options that belong to no verb."""
