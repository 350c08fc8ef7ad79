"""Where a language model is: its protocol, its address, and whether the text leaves this machine for it."""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from tracktwo.errors import UsageError

KEY = "TRACKTWO_LLM_KEY"
# Ollama hands models so named on to its makers' computers, although the server asked is on this machine.
_HANDED_ON = re.compile(r"[:-]cloud$", re.IGNORECASE)


class Protocol(StrEnum):
    """What a server speaks."""

    OLLAMA = "ollama"
    OPENAI = "openai"
    GEMINI = "gemini"


USUAL = {
    Protocol.OLLAMA: "http://localhost:11434",
    Protocol.OPENAI: "https://api.openai.com/v1",
    Protocol.GEMINI: "https://generativelanguage.googleapis.com",
}
# The makers' own variables count only at the makers' own address: a key is not shown to anybody else.
_USUAL_KEY = {Protocol.OPENAI: "OPENAI_API_KEY", Protocol.GEMINI: "GEMINI_API_KEY"}


@dataclass(frozen=True, slots=True)
class Server:
    """A model and the server that runs it; ``timeout`` in seconds for one passage."""

    protocol: Protocol
    model: str
    url: str
    timeout: float = 600.0

    @classmethod
    def named(cls, model: str, url: str | None = None, timeout: float = 600.0) -> Server:
        """Return the server for ``[PROTOCOL/]MODEL``; without a protocol, Ollama on this machine.

        Raises
        ------
        UsageError
            When no model is named, or the address is none.
        """
        head, slash, rest = model.partition("/")
        known = slash and head.lower() in set(Protocol)
        protocol, name = (Protocol(head.lower()), rest) if known else (Protocol.OLLAMA, model)
        if not name.strip():
            raise UsageError(f"{model!r} names no model", fix="Write it as --model gemma3:4b or openai/NAME")
        address = (url or USUAL[protocol]).rstrip("/")
        try:
            parts = urlsplit(address)
            good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        except ValueError:
            good = False
        if not good:
            raise UsageError(
                f"--url {url!r} is no address of a server", fix=f"Write it as --url {USUAL[Protocol.OLLAMA]}"
            )
        return cls(protocol, name.strip(), address, timeout)

    @property
    def host(self) -> str:
        """The name or number of the machine asked."""
        return (urlsplit(self.url).hostname or "").lower()

    @property
    def on_this_machine(self) -> bool:
        """Whether the server asked listens on this machine's own loopback address."""
        if self.host == "localhost" or self.host.endswith(".localhost"):
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def sends_away(self) -> str | None:
        """Where the text goes if it leaves this machine; None where it stays."""
        if not self.on_this_machine:
            return self.host
        if self.protocol is Protocol.OLLAMA and _HANDED_ON.search(self.model):
            return "the makers of Ollama, to whom the server hands this model's work on"
        return None

    @property
    def key(self) -> str | None:
        """The key to show, from the environment; never an option, which a shell would keep."""
        given = os.environ.get(KEY)
        if given or self.url != USUAL[self.protocol]:
            return given or None
        return os.environ.get(_USUAL_KEY.get(self.protocol, ""), "") or None


@contextmanager
def no_detour(server: Server) -> Iterator[None]:
    """Keep what is meant for this machine from a proxy that the environment names."""
    if not server.on_this_machine:
        yield
        return
    names = ("no_proxy", "NO_PROXY")
    before = {name: os.environ.get(name) for name in names}
    others = next((value for value in before.values() if value), "")
    for name in names:
        os.environ[name] = f"{others},{server.host}" if others else server.host
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
