"""The ``#:`` comments of a draft: why something stands there, and what a user may do about it."""

from __future__ import annotations

from collections.abc import Iterator

from tracktwo.case.model import Case, Path
from tracktwo.case.rules import UNKNOWN
from tracktwo.case.tree import Node
from tracktwo.vocabulary import OrderBasis

HEADER = (
    "#: A negotiation as its reports tell it. Edit anything: what you change, add, remove or comment stays",
    "#: when the draft is written again (only lines that begin with #: are written anew). claims are ids in",
    "#: the record (tracktwo show ID). What you know and no report says goes under judgements, what things",
    "#: are worth to whom under values.",
)


def remarks(case: Case) -> Iterator[tuple[Path, str]]:
    """Yield a path of the case and what there is to say about it, one line each."""
    for key, party in case.parties.items():
        for number, approval in enumerate(party.ratification):
            if approval.rule == UNKNOWN:
                yield (
                    ("parties", key, "ratification", number),
                    "no report says by which rule: leader, majority, unanimity, {quota: 2/3}, {all: [..]}",
                )
    for key, body in case.bodies.items():
        if any(answer == "unsure" for _, answer in body.same_as):
            yield ("bodies", key, "same_as"), "no report says whether these are the same: yes, no or unsure"
    for number, meeting in enumerate(case.meetings):
        if meeting.date is None and meeting.event_text is not None:
            yield (
                ("meetings", number, "date"),
                "resolves by itself once its report has a date: tracktwo add FILE --date FILE=D",
            )
    for key, issue in case.issues.items():
        yield from _order(key, issue.options, issue.order_basis)
    for key, proposal in case.proposals.items():
        if proposal.by is None:
            yield ("proposals", key, "by"), "no report says who put it forward"
        if proposal.open:
            yield ("proposals", key, "open"), "the list of its terms was reported as incomplete"
    yield from _pressure(case)


def _order(key: str, options: tuple[str, ...], basis: object) -> Iterator[tuple[Path, str]]:
    assert isinstance(basis, dict)
    assumed = [f'"{option}"' for option in options if basis.get(option) is OrderBasis.ASSUMED]
    if assumed:
        yield (
            ("issues", key, "order_basis"),
            f"the place of {', '.join(assumed)} is assumed, not reported; reorder, and write user, to settle",
        )


def _pressure(case: Case) -> Iterator[tuple[Path, str]]:
    for number, item in enumerate(case.leverage):
        if item.on is not None and "infer" in item.on_basis:
            yield ("leverage", number, "on"), "inferred: no report names whom this is addressed to"
    for number, line in enumerate(case.red_lines):
        if not line.issues and not line.rules_out:
            yield (
                ("red_lines", number),
                "maps to no issue, so it fails no package; write rules_out: {issue: [option]}, hard: true",
            )


def annotate(root: Node, case: Case) -> None:
    """Put the remarks of ``case`` above the entries of its tree, and the header above them all."""
    for path, text in remarks(case):
        node = _at(root, path)
        if node is not None:
            # A remark is one line whatever stands in a report.
            printable = "".join(char if char.isprintable() else " " for char in text)
            node.remark = " ".join(printable.split())


def _at(node: Node, path: Path) -> Node | None:
    """Return the node at ``path``, or the nearest entry around it that stands on a line of its own."""
    best: Node | None = None
    for step in path:
        if node.flow:
            break
        child = dict(node.entries()).get(step)
        if child is None:
            break
        node = best = child
    return best
