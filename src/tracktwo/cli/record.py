"""``tracktwo record forget|joins|label|labels|reread|rescue|verify``: care for the record itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from tracktwo.cli import output
from tracktwo.cli.declared import argument, option
from tracktwo.cli.jobs import Jobs
from tracktwo.cli.opened import opened, record_path
from tracktwo.cli.options import HERE, By, Case, Format, TableFormat
from tracktwo.cli.progress import reading_bar
from tracktwo.errors import NotFoundError

JOINS = {
    "id": "join",
    "state": "state",
    "mention": "these words",
    "target": "are taken for",
    "reason": "because",
    "by": "by",
    "why": "why",
}


class Sensitivity(StrEnum):
    """The labels there are; the record knows what they mean."""

    SENSITIVE = "sensitive"
    CONFIDENTIAL = "confidential"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a record."""

    problem: str


def verify(case: Case = HERE, style: Format = TableFormat.TABLE) -> None:
    """Check the whole record: the file, every quote against its text, every decision."""
    with opened(case) as record:
        problems = record.verify()
    if style is not TableFormat.TABLE:
        output.emit([Fault(problem) for problem in problems], style)
    else:
        for problem in problems:
            output.say(problem, err=True)
    if problems:
        raise SystemExit(2)
    if style is not TableFormat.TABLE:
        return
    output.say("The record is sound: every quote equals the stored text.")
    output.hint("tracktwo brief")


def rescue(
    to: Annotated[Path, argument(metavar="NEWFILE", help="A file that does not exist yet.")],
    case: Case = HERE,
) -> None:
    """Save what can be saved of a damaged record into a new file; the old one is not touched."""
    from tracktwo.record import rescue as rescue_record

    output.say(rescue_record(record_path(case), to))


def reread(
    reports: Annotated[
        list[str] | None, argument(metavar="REPORT...", help="Keys of reports; none for all of them.")
    ] = None,
    case: Case = HERE,
    jobs: Jobs = 1,
) -> None:
    """Read stored reports again with the rules of today; what people decided stays, earlier readings too."""
    from tracktwo.record.rereading import reread as read

    with opened(case) as record, reading_bar() as progress:
        done = read(record, reports or (), progress=progress, jobs=jobs)
    kept = f"; {done.kept} claims that people made or judged stay beside them" if done.kept else ""
    output.say(f"{done.read} reports read again, {len(done.changed)} read otherwise than before{kept}.")
    output.hint("tracktwo review")


def forget(
    report: Annotated[str, argument(metavar="REPORT", help="The report's key.")],
    case: Case = HERE,
    why: Annotated[str, option("--why", metavar="TEXT", help="The reason, kept with the tombstone.")] = "",
    by: By = "user",
) -> None:
    """Remove a report's text and claims for good; a tombstone says that it was there."""
    with opened(case) as record:
        gone = record.forget(report, by=by, why=why)
    output.say(f"{report} is forgotten with its {gone.claims} claims; a tombstone says so.")
    for backup in gone.backups:
        output.warn(f"{backup}: this copy of the record may still hold the text; delete it if you can")


def joins(
    undo: Annotated[
        list[str] | None, option("--undo", metavar="ID", help="These two are not one thing.")
    ] = None,
    restore: Annotated[
        list[str] | None, option("--restore", metavar="ID", help="They are one thing after all.")
    ] = None,
    why: Annotated[str, option("--why", metavar="TEXT", help="The reason, kept with it.")] = "",
    by: By = "user",
    case: Case = HERE,
    style: Format = TableFormat.TABLE,
) -> None:
    """List which mentions were taken for one thing ("the initiative" for the small deal), or undo that."""
    with opened(case) as record:
        chosen = {"undo": undo or [], "restore": restore or []}
        known = {row.id: row for row in record.joins()}
        for one in (*chosen["undo"], *chosen["restore"]):
            if one not in known:
                raise NotFoundError(f"no join {one!r}", fix="List them: tracktwo record joins")
        for one in chosen["undo"]:
            record.undo_join(one, by=by, why=why)
        for one in chosen["restore"]:
            record.restore_join(one, by=by, why=why)
        rows = record.joins() if any(chosen.values()) else tuple(known.values())
    step = f"tracktwo record joins --undo {rows[0].id}" if rows and not any(chosen.values()) else None
    output.emit(rows, style, columns=JOINS, empty="Nothing was joined.", next_step=step)


def label(
    target: Annotated[
        str, argument(metavar="TARGET", help="A claim's id, a report's key, or with --name a name.")
    ],
    sensitivity: Annotated[
        Sensitivity,
        argument(metavar="LABEL", help="sensitive, confidential, or none to take it back."),
    ],
    name: Annotated[bool, option("--name", help="TARGET is the name of a person.")] = False,
    report: Annotated[bool, option("--report", help="TARGET is a report's key, not a claim.")] = False,
    why: Annotated[str, option("--why", metavar="TEXT", help="The reason, kept with the label.")] = "",
    by: By = "user",
    case: Case = HERE,
) -> None:
    """Say how careful exports with --redact have to be with a report, a claim or a name."""
    kind = "name" if name else "report" if report else "claim"
    with opened(case) as record:
        if kind == "claim" and target in {one.key for one in record.reports()}:
            kind = "report"
        what = record.label(kind, target, sensitivity.value, by=by, why=why)
    told = "carries no label now" if sensitivity is Sensitivity.NONE else f"is {sensitivity.value} now"
    output.say(f"{kind} {what} {told}")
    output.hint("tracktwo export csv --redact")


def labels(case: Case = HERE, style: Format = TableFormat.TABLE) -> None:
    """List the labels that stand, with who gave them, when and why."""
    with opened(case) as record:
        rows = record.labels()
    output.emit(rows, style, empty="Nothing is labelled.")


HELP = "Care for the record: verify, rescue, forget, label, undo joins, read again."
COMMANDS = (verify, rescue, reread, forget, joins, label, labels)
