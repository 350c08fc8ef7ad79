"""The application: every verb, in the order a user meets them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import fields
from functools import partial, wraps
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_type_hints

from tracktwo.cli.declared import Declared, plainly

if TYPE_CHECKING:
    import typer

Command = Callable[..., object]

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
_GROUP = "record"  # the verb that has verbs of its own


def asked_for(words: list[str]) -> Callable[[], object]:
    """Return what a command line asks for, ready to be called.

    Where its words are plainly right that is the command itself. Else Typer reads them, with the verb alone
    where they begin with one, since a command that is about to run needs no other.
    """
    if not words or words[0] not in VERBS:
        return application()
    verb, *rest = words
    known = commands(verb)
    name = rest.pop(0) if verb == _GROUP and rest else verb
    told = plainly(known[name], rest) if name in known else None
    return application((verb,)) if told is None else partial(known[name], **told)


def application(verbs: tuple[str, ...] = VERBS) -> typer.Typer:
    """Return Typer's application with these verbs: it gives help, and says what is wrong with words."""
    import typer

    made = typer.Typer(
        name="tracktwo",
        help="Follow a negotiation: reports in, a cited record and brief out. Nothing leaves this machine.",
        epilog="Start with: tracktwo brief --example",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    made.callback()(_root())
    for verb in verbs:
        group = made
        if verb == _GROUP:
            group = typer.Typer(help=_module(verb).HELP, no_args_is_help=True, rich_markup_mode=None)
            made.add_typer(group, name=verb)
        for name, command in commands(verb).items():
            group.command(name)(for_typer(command))
    return made


def __getattr__(name: str) -> typer.Typer:
    """Return the whole application as ``app``."""
    if name != "app":
        raise AttributeError(name)
    return application()


def _module(verb: str) -> Any:
    return import_module(f"tracktwo.cli.{_NOT_A_NAME.get(verb, verb.replace('-', '_'))}")


def commands(verb: str) -> dict[str, Command]:
    """Return the commands of a verb by name: itself, or its own verbs."""
    module = _module(verb)
    if verb == _GROUP:
        return {command.__name__: command for command in module.COMMANDS}
    return {verb: getattr(module, module.__name__.rpartition(".")[2])}


def for_typer(command: Command) -> Command:
    """Return the command with its declarations as Typer's."""
    hints = {name: _typers(hint) for name, hint in get_type_hints(command, include_extras=True).items()}

    @wraps(command)
    def called(**told: Any) -> object:
        return command(**told)

    signature = inspect.signature(command)
    parameters = [one.replace(annotation=hints[one.name]) for one in signature.parameters.values()]
    vars(called)["__signature__"] = signature.replace(parameters=parameters)
    called.__annotations__ = hints
    return called


def _typers(hint: Any) -> Any:
    import typer

    kind, *declared = get_args(hint) or (hint,)
    if not declared or not isinstance(declared[0], Declared):
        return hint
    one = declared[0]
    told: dict[str, Any] = {field.name: getattr(one, field.name) for field in fields(one)}
    names = told.pop("names")
    return Annotated[kind, typer.Option(*names, **told) if names else typer.Argument(**told)]


def _root() -> Command:
    import typer

    def version(wanted: bool) -> None:
        if wanted:
            from tracktwo import __version__

            print(f"tracktwo {__version__}")
            raise typer.Exit

    def root(
        version: bool = typer.Option(
            False, "--version", help="Print the version.", callback=version, is_eager=True
        ),
    ) -> None:
        """Hold the options that belong to no verb."""

    return root
