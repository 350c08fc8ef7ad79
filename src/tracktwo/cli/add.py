"""``tracktwo add``: reports into the record of a case folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from tracktwo.cli import output
from tracktwo.cli.declared import argument, option
from tracktwo.cli.jobs import Jobs
from tracktwo.cli.opened import keep_answers, record_path
from tracktwo.cli.options import HERE, By, Case, Dates, file_dates, taken_back
from tracktwo.cli.progress import reading_bar
from tracktwo.cli.readers import Chosen, Model, Reader, ReaderName, Remote, Url, say_what_a_model_read
from tracktwo.errors import UsageError

if TYPE_CHECKING:
    from tracktwo.reading.lm import Server
    from tracktwo.record import Record
    from tracktwo.record.intake import Intake


def add(
    files: Annotated[list[Path], argument(metavar="FILE...", help="Report files or folders of them.")],
    case: Case = HERE,
    date: Dates = None,
    metadata: Annotated[
        Path | None,
        option("--metadata", metavar="CSV", help="Dates and titles by file name or id, one a row."),
    ] = None,
    by: By = "user",
    jobs: Jobs = 1,
    reader: Reader = ReaderName.RULES,
    model: Model = None,
    url: Url = None,
    allow_remote: Remote = False,
) -> None:
    """Read reports and keep their claims in the record; adding one twice changes nothing."""
    from tracktwo.record import Record, intake

    chosen = Chosen(reader, model, url, allow_remote)
    server = chosen.server()
    if reader is ReaderName.LLM:
        raise UsageError("the record always keeps what the rules read", fix="Choose --reader both")
    case.mkdir(parents=True, exist_ok=True)
    path = record_path(case)
    undated, given = taken_back(date)
    dates = file_dates(given)
    with Record.open(path) as record, reading_bar() as progress:
        done = intake.add_files(
            record, files, dates=dates, metadata=metadata, by=by, progress=progress, jobs=jobs
        )
        for name in undated:
            _take_date_back(record, name, by)
    say_what_was_added(done, path)
    whole = server is None or _read_again(chosen, server, path, (*done.added, *done.unchanged))
    keep_answers(path)
    output.hint("tracktwo positions", case)
    if done.skipped or not whole:
        raise SystemExit(1 if done.added or done.unchanged else 2)


def _read_again(chosen: Chosen, server: Server, path: Path, keys: tuple[str, ...]) -> bool:
    """Let a model read the reports as well; return whether it read every passage of them."""
    from tracktwo.record import Record, second_reading

    with Record.open(path) as record, reading_bar() as progress:
        reports = second_reading.may_be_sent(record, keys, server)
        if kept := len(set(keys)) - len(reports):
            output.warn(f"{kept} reports carry a label and are not sent to {server.sends_away}")
        chosen.ask_to_send(server, reports)
        done = second_reading.read_again(record, reports, server, progress)
    whole = say_what_a_model_read(server, done.readings)
    told = ", ".join(f"{kind.value} {count}" for kind, count in sorted(done.agreement.items()))
    output.say(f"Read by {server.model} as well ({told}): {done.stored} claims wait for review")
    return whole and not kept


def _take_date_back(record: Record, name: str, by: str) -> None:
    """Take given dates of a report back, named by its file, path or key as for giving one."""
    keys = {report.key for report in record.reports()}
    paths = {
        one: report.key
        for report in record.reports()
        if report.path
        for one in (report.path, Path(report.path).name)
    }
    key = name if name in keys else paths.get(name, Path(name).stem)
    record.set_date(key, None, by=by, why="taken back while adding")
    found = record.report(key)
    left = f"{found.date}, {found.date_basis.value}" if found.date else "no date"
    output.say(f"{key}: the given date is taken back; it now has {left}")


def say_what_was_added(done: Intake, path: Path) -> None:
    """Report what came in, what was there already, and, on stderr, what was not read and why."""
    say_what_was_skipped(done)
    output.say(
        f"{len(done.added)} reports added with {done.claims} claims, {len(done.unchanged)} already there. "
        f"Record: {path}"
    )


def say_what_was_skipped(done: Intake) -> None:
    """Name on stderr each file that was not read, why, and what to do."""
    for skipped in done.skipped:
        advice = f". {skipped.fix}" if skipped.fix else ""
        output.warn(f"{skipped.path}: not read: {skipped.reason}{advice}")
