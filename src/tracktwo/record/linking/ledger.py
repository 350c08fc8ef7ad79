"""The ledger of one linking: links and joins with their reasons, and what was assumed."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Mapping

from tracktwo.vocabulary import Claim, Join, Link, LinkKind


class Ledger:
    """Collects what linking decides, and refuses joins that somebody has undone."""

    def __init__(self, undone: frozenset[str] = frozenset()) -> None:
        self.undone = undone
        self.joins: list[Join] = []
        self._made: set[str] = set()
        self.links: dict[tuple[str, LinkKind, str, int | None], Link] = {}
        self.assumptions: list[str] = []

    def join(self, kind: LinkKind, mention: str, target: str, reason: str, claims: Iterable[Claim]) -> bool:
        """Record that ``mention`` is taken for ``target``; False if that join stands undone.

        The id depends on the mention, its target and its claims only, so that it is the same every time the
        same reports are linked, whatever was added beside them.
        """
        ids = tuple(dict.fromkeys(claim.id for claim in claims))
        made = hashlib.blake2b(
            "\0".join((kind.value, mention, target, *ids)).encode(), digest_size=8
        ).hexdigest()
        if made in self.undone:
            return False
        if made not in self._made:
            self._made.add(made)
            self.joins.append(Join(made, kind, mention, target, reason, ids))
        return True

    def link(self, claim: Claim, kind: LinkKind, target: str, reason: str, term: int | None = None) -> None:
        """Tie a claim, or its term number ``term``, to a key; the first reason given stays."""
        self.links.setdefault((claim.id, kind, target, term), Link(claim.id, kind, target, reason, term))

    def drop(self, kind: LinkKind, targets: Mapping[str, Container[str]]) -> None:
        """Forget the joins to targets that are left out, and the links of the claims given for each."""
        self.links = {
            key: link
            for key, link in self.links.items()
            if not (key[1] is kind and key[0] in targets.get(key[2], ()))
        }
        self.joins = [j for j in self.joins if not (j.kind is kind and j.target in targets)]

    def assume(self, sentence: str) -> None:
        """Note, once, what was assumed rather than reported."""
        if sentence not in self.assumptions:
            self.assumptions.append(sentence)
