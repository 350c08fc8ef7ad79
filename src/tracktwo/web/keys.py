"""The secrets of one run of the server, and the addresses it answers to."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field


def _secret() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Keys:
    """Made anew at each start.

    ``token`` opens the door as often as it is shown; ``passes`` hold keys that open it once, for a browser
    that is started with the address on its command line, where other users of the machine can read it.
    ``session`` is what the cookie holds, ``csrf`` what every form has to send back.
    """

    port: int
    token: str = field(default_factory=_secret)
    session: str = field(default_factory=_secret)
    csrf: str = field(default_factory=_secret)
    passes: set[str] = field(default_factory=set)

    @property
    def cookie(self) -> str:
        """The name of the cookie; browsers do not keep the cookies of two ports apart."""
        return f"tracktwo-{self.port}"

    @property
    def hosts(self) -> frozenset[str]:
        """What a request may name as its host; a name somebody points at this machine is not among them."""
        names = ("127.0.0.1", "localhost", "[::1]")
        return frozenset(f"{name}:{self.port}" for name in names) | (
            frozenset(names) if self.port == 80 else frozenset()
        )

    def address(self, *, once: bool = False) -> str:
        """Return the address that opens the door; with ``once`` a new one that does so a single time."""
        key = self.token
        if once:
            key = _secret()
            self.passes.add(key)
        return f"http://127.0.0.1:{self.port}/?token={key}"

    def opens(self, key: str) -> bool:
        """Say whether ``key`` opens the door; a pass is used up."""
        if key in self.passes:
            self.passes.discard(key)
            return True
        return alike(key, self.token)


def alike(one: str, other: str) -> bool:
    """Compare two secrets in a time that tells nothing of where they differ."""
    return secrets.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
