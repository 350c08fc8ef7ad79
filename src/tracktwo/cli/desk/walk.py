"""Walking the queue: one claim after the other, one key each; every decision is saved as it is taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracktwo.cli.desk.editing import edit
from tracktwo.cli.desk.keys import END, Keyboard
from tracktwo.cli.desk.opening import open_at
from tracktwo.cli.desk.screen import SECOND, Screen
from tracktwo.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from tracktwo.record import Record
    from tracktwo.record.review import Shown
    from tracktwo.vocabulary import Claim

_VERDICTS = {"a": "accept", "r": "reject", "d": "dispute"}
_MOST_OFFERED = 9


@dataclass
class Walk:
    """One sitting of one reviewer.

    ``second`` makes the verdicts second opinions, which change no table, and hides what the first reviewer
    made of a claim.
    """

    record: Record
    by: str
    why: str = ""
    second: bool = False
    keyboard: Keyboard = field(default_factory=Keyboard)
    screen: Screen = field(default_factory=Screen)
    counts: dict[str, int] = field(default_factory=dict)
    taken: list[tuple[str, str]] = field(default_factory=list)
    reasons: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def through(self, ids: Sequence[str], reasons: Mapping[str, Sequence[str]] | None = None) -> None:
        """Show each claim, with the ``reasons`` for its place, until the user is through or quits."""
        self.reasons = reasons or {}
        at = 0
        while 0 <= at < len(ids):
            step = self._one(ids[at], f" {at + 1} of {len(ids)}, {len(self.taken)} decided by {self.by} ")
            if step is None:
                return
            # After an undo the claim that is open again is shown next, wherever it stands.
            at = ids.index(step) if step in ids else at + (step == "next")

    def _one(self, claim_id: str, progress: str) -> str | None:
        """Return "next", "stay", the id of a claim to go back to, or None to quit."""
        self._draw(claim_id, progress)
        while True:
            key = self.keyboard.key().lower()
            if key in (END, "q"):
                return None
            if self.second and key not in SECOND:
                self.screen.say("? lists the keys.")
                continue
            if key in ("s", " ", "n"):
                return "next"
            if key == "?":
                self.screen.help(second=self.second)
                continue
            known: dict[str, Callable[[str], str | None]] = {
                **dict.fromkeys(_VERDICTS, lambda c, k=key: self._decide(c, _VERDICTS[k])),  # type: ignore[misc]
                "e": self._edit,
                "m": self._merge,
                "u": self._undo,
                "o": self._open,
            }
            if key not in known:
                self.screen.say("? lists the keys.")
                continue
            step = known[key](claim_id)
            if step is not None:
                return step

    def _draw(self, claim_id: str, progress: str) -> None:
        self.screen.claim(self._shown(claim_id), progress, second=self.second)
        self.screen.hangs(self.reasons.get(claim_id, ()))
        self.screen.keys(second=self.second)

    def _shown(self, claim_id: str) -> Shown:
        from tracktwo.record import review

        return review.show(self.record, claim_id, as_read=self.second)

    def _decide(self, claim_id: str, decision: str) -> str:
        if self.second:
            self.record.give_opinion(claim_id, decision, by=self.by, why=self.why)
        else:
            self.record.decide(claim_id, decision, by=self.by, why=self.why)
        return self._noted(claim_id, decision)

    def _noted(self, claim_id: str, decision: str) -> str:
        self.taken.append((claim_id, decision))
        self.counts[decision] = self.counts.get(decision, 0) + 1
        return "next"

    def _edit(self, claim_id: str) -> str | None:
        if self.second:
            return self._decide(claim_id, "edit")
        claim = self.record.claim(claim_id)
        for _ in range(edit(self.record, claim, self.by, self.keyboard, self.screen)):
            self._noted(claim_id, "edit")
        # The corrected claim is shown once more, to be accepted or undone.
        return "stay"

    def _merge(self, claim_id: str) -> str | None:
        claim = self.record.claim(claim_id)
        offered = alike(claim, self._near(claim))[:_MOST_OFFERED]
        told = "The same as which of these?" if offered else "No other claim is like this one."
        self.screen.say(f"\n{told} i lets you type a claim's id; any other key leaves it.")
        self.screen.fields(
            (f"{n}  {c.report}", f"{c.actor or c.actor_text or 'not stated'} · {c.act.value} · {c.quote}")
            for n, c in enumerate(offered, 1)
        )
        into = self._chosen(offered)
        if not into:
            self.screen.say("Not merged.")
            return None
        try:
            self.record.decide(claim_id, "merge", by=self.by, why=self.why, changes={"into": into})
        except (UsageError, NotFoundError) as error:
            self.screen.say(f"Not merged: {error}")
            return None
        return self._noted(claim_id, "merge")

    def _near(self, claim: Claim) -> Sequence[Claim]:
        """Return the claims to look for like ones among: of a large record those of its report and actor."""
        if not self.record.is_large:
            return self.record.claims()
        found = {one.id: one for one in self.record.claims(report=claim.report)}
        for name in filter(None, (claim.actor, claim.actor_text)):
            found.update((one.id, one) for one in self.record.said(name).claims)
        return tuple(found.values())

    def _chosen(self, offered: Sequence[Claim]) -> str | None:
        key = self.keyboard.key()
        if key.isdigit() and 1 <= int(key) <= len(offered):
            return offered[int(key) - 1].id
        return (self.keyboard.line("claim: ") or "").strip() if key == "i" else None

    def _undo(self, claim_id: str) -> str | None:
        back = self.taken[-1][0] if self.taken else claim_id
        try:
            if self.second:
                self.record.give_opinion(back, "undo", by=self.by, why=self.why)
            else:
                self.record.decide(back, "undo", by=self.by, why=self.why)
        except UsageError as error:
            self.screen.say(f"{error}.")
            return None
        if self.taken:
            decision = self.taken.pop()[1]
            self.counts[decision] -= 1
        return back

    def _open(self, claim_id: str) -> str | None:
        shown = self._shown(claim_id)
        _, report = self.record.claim_with_report(claim_id)
        trouble = open_at(report.text, shown.report, shown.line)
        if trouble:
            self.screen.say(trouble)
            return None
        return "stay"


def alike(claim: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims that may tell of the same act, likeliest first: of the same act and actor, then
    those whose words overlap with this one's in the same report.
    """

    def likeness(other: Claim) -> float:
        same_actor = (other.actor or other.party) == (claim.actor or claim.party)
        score = 2.0 * (other.act is claim.act) + 1.5 * (same_actor and claim.actor is not None)
        overlap = other.report == claim.report and other.start < claim.end and claim.start < other.end
        words, others = set((claim.object or "").split()), set((other.object or "").split())
        shared = len(words & others) / len(words | others) if words and others else 0.0
        return score + 1.0 * overlap + 2.0 * shared if score >= 3.5 or overlap or shared > 0.5 else 0.0

    found = [(likeness(other), other) for other in claims if other.id != claim.id]
    return [other for score, other in sorted(found, key=lambda pair: -pair[0]) if score > 0]
