"""What every export starts from: reports and claims by both clocks, without the names it must not tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tracktwo.interop.masking import Masks, masks
from tracktwo.interop.people import Person, labelled_names, people_of
from tracktwo.record import Record
from tracktwo.record.clock import Day
from tracktwo.record.labels import Label, Labelled, Sensitivity
from tracktwo.vocabulary import Claim, Picture, Report, plain
from tracktwo.vocabulary.reading import PersonSeen


@dataclass(frozen=True, slots=True)
class Choices:
    """What an export may tell.

    ``names`` tells also of people without a role in the talks; ``redact`` puts roles in place of labelled
    names and leaves out what is confidential; ``only`` names the reports wanted, null for all; the clocks are
    those of every view.
    """

    as_of: Day = None
    known_on: Day = None
    names: bool = False
    redact: bool = False
    only: Collection[str] | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """The view to export.

    ``masked`` and ``redacted`` count the names taken out, ``withheld`` the reports and claims left out.
    ``whole`` says that nothing was: only then can the record be exported entire.
    """

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    pictures: tuple[Picture, ...]
    labels: tuple[Label, ...]
    masks: Masks
    masked: int
    redacted: int
    withheld: int
    choices: Choices

    @property
    def whole(self) -> bool:
        """Whether the export tells everything the record holds."""
        c = self.choices
        return not (self.left_out or c.as_of or c.known_on or c.only is not None)

    @property
    def left_out(self) -> tuple[str, ...]:
        """What is not told, each as a short sentence; nothing where all is."""
        told = {
            "people without a role in the talks are masked": self.masked,
            "labelled names are replaced by roles": self.redacted,
            "confidential reports and claims are left out": self.withheld,
        }
        return tuple(f"{count} {words}" for words, count in told.items() if count)

    def claim_rows(self) -> list[dict[str, Any]]:
        """Return the claims as plain objects, names taken out, their ties to the picture last."""
        ties = _ties(self.pictures)
        sensitive = {label.target: label.label.value for label in self.labels if label.kind is Labelled.CLAIM}
        return [
            self.masks.value(
                {**plain(claim), **ties.get(claim.id, _NO_TIES), "label": sensitive.get(claim.id)}
            )
            for claim in self.claims
        ]

    def report_rows(self) -> list[dict[str, Any]]:
        """Return the reports as plain objects without their texts, names taken out."""
        sensitive = {
            label.target: label.label.value for label in self.labels if label.kind is Labelled.REPORT
        }
        return [
            self.masks.value(
                {
                    **{name: plain(getattr(report, name)) for name in REPORT_FIELDS},
                    "label": sensitive.get(report.key),
                }
            )
            for report in self.reports
        ]


# Not the path: it tells of the machine; not the text: it has files of its own.
REPORT_FIELDS = ("key", "date", "date_basis", "title", "publisher", "language", "media_type", "story", "hash")
TIES = ("issue", "option", "proposal", "event")
_NO_TIES: dict[str, Any] = dict.fromkeys(TIES, "")


def gather(record: Record, choices: Choices | None = None) -> Exported:
    """Return what an export of ``record`` may tell.

    Parameters
    ----------
    record : Record
    choices : Choices, optional
        Default: everything recorded by now; people without a role in the talks masked.
    """
    chosen = choices or Choices()
    clocks = (chosen.as_of, chosen.known_on)
    labels, seen = record.labels(chosen.known_on), record.people(*clocks)
    reports = tuple(r for r in record.reports(*clocks) if chosen.only is None or r.key in chosen.only)
    claims = tuple(c for c in record.claims(*clocks) if chosen.only is None or c.report in chosen.only)
    before = len(reports) + len(claims)
    if chosen.redact:
        reports, claims = _without_confidential(reports, claims, labels)
    withheld = before - len(reports) - len(claims)
    pictures = (
        _pictures(record, reports, claims, chosen) if withheld else record.pictures(*clocks, only=chosen.only)
    )
    keys = {report.key for report in reports}
    known = people_of((p for key, p in seen if key in keys), claims, pictures)
    hidden = {} if chosen.names else {name: p for name, p in known.items() if p.private}
    marked = labelled_names(labels, claims, seen) if chosen.redact else frozenset()
    stands = _stand_ins(hidden, {name: known.get(name) for name in sorted(marked)})
    made = masks(
        stands,
        spellings=_spellings(stands, seen, {report.key: report.text for report in reports}),
        kept=_kept(stands, known, claims, pictures),
        texts=(report.text for report in reports),
    )
    return Exported(reports, claims, pictures, labels, made, len(hidden), len(marked), withheld, chosen)


def _without_confidential(
    reports: tuple[Report, ...], claims: tuple[Claim, ...], labels: Iterable[Label]
) -> tuple[tuple[Report, ...], tuple[Claim, ...]]:
    closed = {(x.kind, x.target) for x in labels if x.label is Sensitivity.CONFIDENTIAL}
    kept = tuple(r for r in reports if (Labelled.REPORT, r.key) not in closed)
    keys = {report.key for report in kept}
    # Another claim on the same words would tell them.
    spans: dict[str, list[Claim]] = {}
    for claim in claims:
        if (Labelled.CLAIM, claim.id) in closed:
            spans.setdefault(claim.report, []).append(claim)
    return kept, tuple(
        c
        for c in claims
        if c.report in keys
        and not any(c.start < other.end and other.start < c.end for other in spans.get(c.report, ()))
    )


def _pictures(
    record: Record, reports: tuple[Report, ...], claims: tuple[Claim, ...], chosen: Choices
) -> tuple[Picture, ...]:
    # What is withheld must not show in what the rest is tied to.
    from tracktwo.record.linking import link

    return link(reports, claims, undone=record.undone_joins(chosen.known_on))


def _stand_ins(hidden: Mapping[str, Person], marked: Mapping[str, Person | None]) -> dict[str, str]:
    stands = {name: f"[person {number}]" for number, name in enumerate(sorted(hidden), 1)}
    used: dict[str, int] = {}
    for name, person in marked.items():
        role = (
            person.role
            if person and person.role
            else f"person of {person.party}"
            if person and person.party
            else "person"
        )
        used[role] = used.get(role, 0) + 1
        stands[name] = f"[{role}]" if used[role] == 1 else f"[{role} {used[role]}]"
    return stands


def _spellings(
    stands: Mapping[str, str], seen: Iterable[tuple[str, PersonSeen]], texts: Mapping[str, str]
) -> dict[str, set[str]]:
    """Return how the reports spell the masked names, without the office before them."""
    found: dict[str, set[str]] = {}
    for key, person in seen:
        if person.name not in stands or key not in texts:
            continue
        words = texts[key][person.start : person.end]
        if person.role and words.casefold().startswith(person.role.casefold()):
            words = words[len(person.role) :]
        words = words.strip(" ,\n")
        count = len(person.name.split())
        if words and len(words.split()) <= count:
            found.setdefault(person.name, set()).add(words)
    return found


def _kept(
    stands: Mapping[str, str],
    known: Mapping[str, Person],
    claims: Iterable[Claim],
    pictures: Iterable[Picture],
) -> set[str]:
    names = {name for name in known if name not in stands}
    for claim in claims:
        names.update(name for name in (claim.actor, claim.party, claim.toward) if name and name not in stands)
    for picture in pictures:
        names.update(party.name for party in picture.parties)
        names.update(third.name for third in picture.third_parties)
        names.update(body.name for body in picture.bodies)
        names.update(track.venue for track in picture.tracks if track.venue)
    # A description of an actor ("the mother of Ada Berg") keeps no name that is to go.
    return {name for name in names if not any(masked in name for masked in stands)}


def _ties(pictures: Iterable[Picture]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, list[str]]] = {}
    for picture in pictures:
        for link in picture.links:
            if link.kind.value in TIES:
                kinds = found.setdefault(link.claim, {kind: [] for kind in TIES})
                kinds[link.kind.value].append(link.target)
    return {
        claim: {kind: "; ".join(dict.fromkeys(targets)) for kind, targets in kinds.items()}
        for claim, kinds in found.items()
    }
