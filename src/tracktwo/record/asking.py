"""Every question a record answers from what its claims add up to, by name; and an answer, read row by row."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tracktwo.record.kept.sheet import EVERYTHING, Sheet, Wanted
from tracktwo.vocabulary import Claim, LinkKind, Picture, Report

Question = Callable[[Picture, Sequence[Report], Sequence[Claim], dt.date | None], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Linked:
    """The claims that the record links to one issue or proposal; ``name`` holds all its names."""

    name: tuple[str, ...]
    claims: tuple[str, ...]


def linked(
    picture: Picture, reports: Sequence[Report], claims: Sequence[Claim], as_of: dt.date | None = None
) -> Iterator[Linked]:
    """Yield, for each issue and proposal, its names and its claims, for words to be looked up in."""
    del reports, claims, as_of
    found: dict[str, list[str]] = {}
    for link in picture.links:
        if link.kind in (LinkKind.ISSUE, LinkKind.PROPOSAL):
            found.setdefault(link.target, []).append(link.claim)
    named: dict[str, tuple[str, ...]] = {}
    named |= {one.key: (one.name, one.family, one.theme or "") for one in picture.issues}
    named |= {one.key: (one.name, *one.aliases) for one in picture.proposals}
    for key, names in named.items():
        if key in found:
            yield Linked(tuple(filter(None, names)), tuple(found[key]))


def questions() -> dict[str, Question]:
    """Return the questions by name."""
    from tracktwo.record.questions.absences import absences
    from tracktwo.record.questions.changes import all_changes
    from tracktwo.record.questions.conflicts import conflicts
    from tracktwo.record.questions.gaps import gaps
    from tracktwo.record.questions.meetings import meetings
    from tracktwo.record.questions.positions import positions
    from tracktwo.record.questions.proposals import proposals
    from tracktwo.record.questions.stands import stands
    from tracktwo.record.questions.taken import taken
    from tracktwo.record.questions.timeline import timeline

    return {
        "positions": positions,
        "taken": taken,
        "proposals": proposals,
        "meetings": meetings,
        "timeline": timeline,
        "changes": all_changes,
        "conflicts": conflicts,
        "gaps": gaps,
        "who-was-not-there": absences,
        "stands": stands,
        "linked": linked,
    }


def fill(
    sheet: Sheet,
    names: Iterable[str],
    picture: Picture | None,
    told: tuple[Sequence[Report], Sequence[Claim]],
    as_of: dt.date | None,
) -> None:
    """Write the answers to questions on one negotiation, its reports and its claims, into a sheet."""
    reports, claims = told
    picture = picture or Picture("reports", "Reports in which nothing is claimed", ())
    sheet.also = _written(claims)
    known = questions()
    quotes = {claim.id: claim.quote for claim in claims}
    for name in names:
        # What words a position rests on tells what it is about, where its proposal's name does not.
        sheet.quotes = quotes if name in ("positions", "taken", "stands", "proposals", "changes") else {}
        sheet.add(name, known[name](picture, reports, claims, as_of))


def _written(claims: Iterable[Claim]) -> dict[str, str]:
    """Return the short forms under which reports name an actor ("AOSIS"), by its name."""
    found: dict[str, dict[str, None]] = {}
    for claim in claims:
        short = claim.actor_text or ""
        if claim.actor and claim.actor != short and short.isupper() and " " not in short:
            found.setdefault(claim.actor, {})[short] = None
    return {name: " ".join(short) for name, short in found.items()}


@dataclass(frozen=True)
class Answer:
    """The rows of one answer; `texts` gives them as JSON, `rows` as plain values, `total` their number.

    ``reviewed`` holds the claims somebody has decided on, null where nobody ever has: a row that counts them
    is counted anew, since accepting a claim changes nothing else.
    """

    sheet: Sheet
    question: str
    wanted: Wanted = EVERYTHING
    reviewed: Collection[str] | None = None

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self.sheet.count(self.question, self.wanted)

    def texts(self, most: int | None = None, *, last: bool = False) -> Iterator[str]:
        """Yield rows as JSON objects, at most ``most``: the first, or the last."""
        for text in self.sheet.rows(self.question, self.wanted, most, last=last):
            if self.reviewed is not None and '"reviewed":' in text:
                yield json.dumps(self._counted(json.loads(text)), ensure_ascii=False)
            else:
                yield text

    def rows(self, most: int | None = None, *, last: bool = False) -> Iterator[dict[str, Any]]:
        """Yield rows as plain values; see `texts`."""
        yield from map(json.loads, self.texts(most, last=last))

    def _counted(self, row: dict[str, Any]) -> dict[str, Any]:
        reviewed = self.reviewed or ()
        return {**row, "reviewed": sum(claim in reviewed for claim in row["claims"])}


def side_of(rows: Iterable[dict[str, Any]], name: str) -> str | None:
    """Return the side that a name means: called so, or told of most under it; null where there is none."""
    counted = Counter(row["party"] for row in rows)
    exact = [party for party in counted if party.casefold() == name.casefold()]
    return exact[0] if exact else min(counted, key=lambda one: (-counted[one], one), default=None)
