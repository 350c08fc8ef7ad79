"""The options that choose a reader, and the question whether a text may leave this machine."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from tracktwo.cli import output
from tracktwo.cli.declared import option
from tracktwo.errors import UsageError

if TYPE_CHECKING:
    from tracktwo.reading.lm import ModelReading, Server
    from tracktwo.vocabulary import Report


class ReaderName(StrEnum):
    """Who reads."""

    RULES = "rules"
    LLM = "llm"
    BOTH = "both"


Reader = Annotated[
    ReaderName,
    option("--reader", help="rules; llm: a language model (extra llm); both, and where they differ."),
]
Model = Annotated[
    str | None,
    option("--model", metavar="[PROTOCOL/]NAME", help="NAME of Ollama, openai/NAME or gemini/NAME."),
]
Url = Annotated[
    str | None,
    option("--url", metavar="URL", help="The model's server; default for Ollama: this machine."),
]
Remote = Annotated[
    bool, option("--allow-remote", help="Let the text leave this machine for the model's server.")
]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The reader as the options name it."""

    reader: ReaderName
    model: str | None
    url: str | None
    remote: bool

    def server(self) -> Server | None:
        """Return the model's server; None where only the rules read.

        Raises
        ------
        UsageError
            When a model is missing, or named for nothing.
        """
        if self.reader is ReaderName.RULES:
            if self.model or self.url or self.remote:
                raise UsageError(
                    "--model, --url and --allow-remote are for a language model",
                    fix="Add --reader llm or --reader both",
                )
            return None
        if not self.model:
            raise UsageError(
                f"--reader {self.reader.value} needs a model",
                fix="Name one that your server has: --model gemma3:4b (Ollama on this machine), or "
                "--model openai/NAME --url http://localhost:8080/v1",
            )
        from tracktwo.reading.lm import Server

        return Server.named(self.model, self.url)

    def ask_to_send(self, server: Server, reports: Sequence[Report]) -> None:
        """Warn before any text leaves this machine, and go on only if that is wanted.

        Raises
        ------
        UsageError
            When it is not; nothing was sent then.
        """
        where = server.sends_away
        if where is None or not reports:
            return
        words = sum(len(report.text.split()) for report in reports)
        what = f"the text of {len(reports)} reports ({words:,} words)"
        if self.remote:
            output.warn(f"WARNING: {what} leaves this machine for {where}")
            return
        output.warn(f"WARNING: {what} would leave this machine for {where}")
        if sys.stdin.isatty() and sys.stderr.isatty():
            import typer

            if typer.confirm("Send it?", err=True):
                return
        raise UsageError(
            "nothing was sent",
            why="reports are sent to another machine only if you say so",
            fix="If you mean it, add --allow-remote",
        )


def say_what_a_model_read(server: Server, readings: Iterable[ModelReading]) -> bool:
    """Tell on stderr what was read, dropped and not read; return whether every passage was read."""
    done = list(readings)
    dropped, unread = Counter[str](), Counter[str]()
    for one in done:
        dropped.update(one.dropped)
        unread.update(one.unread)
    claims, passages = sum(len(one.claims) for one in done), sum(one.passages for one in done)
    output.warn(
        f"{server.model} gave {claims} claims from {passages} passages; {dropped.total()} answers dropped"
        + _listed(dropped)
    )
    if unread:
        output.warn(f"{unread.total()} of {passages} passages not read by {server.model}" + _listed(unread))
    return not unread


def _listed(counts: Counter[str]) -> str:
    told = "; ".join(f"{count}: {reason}" for reason, count in sorted(counts.items()))
    return f" ({told})" if told else ""
