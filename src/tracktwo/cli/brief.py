"""``tracktwo brief``: the whole way, from report files to a cited brief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from tracktwo.cli import output
from tracktwo.cli.add import say_what_was_skipped
from tracktwo.cli.cases import warn_of_unusable
from tracktwo.cli.declared import argument, option
from tracktwo.cli.draft import CASE_NAME
from tracktwo.cli.export import left_out
from tracktwo.cli.jobs import Jobs
from tracktwo.cli.opened import record_path
from tracktwo.cli.options import HERE, AsOf, Case, Dates, KnownOn, file_dates, iso_date
from tracktwo.cli.progress import reading_bar
from tracktwo.errors import UsageError

if TYPE_CHECKING:
    from tracktwo.brief import Brief
    from tracktwo.interop.exported import Exported
    from tracktwo.record import Record
    from tracktwo.record.intake import Intake

EXAMPLE_CASE = Path("tracktwo-example")


class BriefFormat(StrEnum):
    """Where the brief goes: to the screen with an HTML file beside it, or to programs."""

    TERMINAL = "terminal"
    JSON = "json"


class Also(StrEnum):
    """What the brief can be written as beside HTML."""

    DOCX = "docx"
    XLSX = "xlsx"


def brief(
    sources: Annotated[
        list[Path] | None,
        argument(
            metavar="SOURCE...", help="Report files, a folder of them, or a case folder.", show_default=False
        ),
    ] = None,
    case: Case = HERE,
    out: Annotated[
        Path | None,
        option("--out", metavar="DIR", help="Where brief.html goes; default: brief/ in the case folder."),
    ] = None,
    style: Annotated[
        BriefFormat, option("--format", help="terminal, or json for programs.")
    ] = BriefFormat.TERMINAL,
    also: Annotated[
        list[Also] | None,
        option("--also", metavar="docx|xlsx", help="Write this beside brief.html, too; once each."),
    ] = None,
    explore: Annotated[
        bool, option("--explore", help="Add the model sections, labelled exploratory.")
    ] = False,
    example: Annotated[
        bool, option("--example", help="Read the example reports that come with tracktwo.")
    ] = False,
    names: Annotated[
        bool,
        option("--names", help="Name in the files also people who have no role in the talks."),
    ] = False,
    redact: Annotated[
        bool,
        option(
            "--redact",
            help="Roles in place of names labelled sensitive, nothing confidential, on the screen as well.",
        ),
    ] = False,
    date: Dates = None,
    jobs: Jobs = 1,
    as_of: AsOf = None,
    known_on: KnownOn = None,
) -> None:
    """Read reports into a record and compose the brief: who said what, what is on the table, what is open."""
    from tracktwo.brief.sharing import masked
    from tracktwo.record import Record

    case, files = _where_to_read(sources or [], case, example)
    path = record_path(case)
    if not files and not path.is_file():
        raise _nothing(case)
    case.mkdir(parents=True, exist_ok=True)
    with Record.open(path) as record:
        done = _take_in(record, files, date, jobs)
        _stop_if_nothing_was_read(record, done, case)
        told = _told(record, done, (as_of, known_on), names=names, redact=redact)
        composed = _compose(record, told)
        withheld = _withheld(record, told)
    partial = False
    if explore:
        composed, partial = _explored(composed, case, withheld)
    # Only what may leave the machine is masked; that takes a while on a large record.
    shared = masked(composed, told) if redact or style is BriefFormat.TERMINAL else composed
    if redact:
        composed = shared
    if style is BriefFormat.JSON:
        from tracktwo.vocabulary.plain import as_json

        output.put(as_json(composed, indent=1))
    else:
        _show((composed, shared), path, out or case / "brief", explore, also or ())
        # Whoever has seen the example wants to try it on reports of their own.
        if example:
            output.hint("tracktwo brief FILE-OR-FOLDER...   (your own reports)", HERE)
        else:
            output.hint("tracktwo claims", case)
    if redact or style is BriefFormat.TERMINAL:
        _say_what_is_not_told(told)
    if done is not None and done.skipped:
        say_what_was_skipped(done)
        partial = True
    if partial:
        raise SystemExit(1)


def _where_to_read(sources: list[Path], case: Path, example: bool) -> tuple[Path, list[Path]]:
    """Return the case folder and the files to read; a case folder given as the source is both."""
    if example:
        from tracktwo.examples import example_folder

        return (EXAMPLE_CASE if case == HERE else case), [example_folder()]
    if len(sources) == 1 and _is_case_folder(sources[0]):
        reports = sources[0] / "reports"
        return sources[0], [reports] if reports.is_dir() else []
    return case, sources


def _is_case_folder(path: Path) -> bool:
    return path.is_dir() and any((path / name).exists() for name in ("record.sqlite", "case.yaml", "reports"))


def _take_in(record: Record, files: list[Path], dates: list[str] | None, jobs: int) -> Intake | None:
    from tracktwo.record import intake

    if not files:
        return None
    with reading_bar() as progress:
        return intake.add_files(record, files, dates=file_dates(dates), progress=progress, jobs=jobs)


def _stop_if_nothing_was_read(record: Record, done: Intake | None, case: Path) -> None:
    """An empty brief would look like an answer; say instead why there is none."""
    if done is not None and not done.added and not done.unchanged:
        say_what_was_skipped(done)
        raise SystemExit(2)
    if done is None and not record.reports():
        raise _nothing(case)


def _nothing(case: Path) -> UsageError:
    return UsageError(
        "there is nothing to read here", where=str(case), fix="Name report files: tracktwo brief FILE..."
    )


def _told(
    record: Record, done: Intake | None, clocks: tuple[str | None, str | None], *, names: bool, redact: bool
) -> Exported:
    """Return what files may tell of the reports named on the command line, or of the whole record."""
    from tracktwo.interop.exported import Choices, gather

    as_of, known_on = iso_date(clocks[0], "--as-of"), iso_date(clocks[1], "--known-on")
    only = (*done.added, *done.unchanged) if done is not None else None
    return gather(record, Choices(as_of, known_on, names, redact, only))


def _compose(record: Record, told: Exported) -> Brief:
    from tracktwo.brief import compose_from_record
    from tracktwo.brief.sharing import without_confidential

    asked = told.choices
    if asked.redact:
        return without_confidential(record, told)
    return compose_from_record(record, as_of=asked.as_of, known_on=asked.known_on, only=asked.only)


def _say_what_is_not_told(told: Exported) -> None:
    for one in left_out(told):
        output.warn(one)
    kept = {label.target for label in told.labels if label.label.value == "confidential"}
    if not told.choices.redact and any(c.id in kept or c.report in kept for c in told.claims):
        output.warn("this brief tells of what is labelled confidential (--redact leaves it out)")


def _withheld(record: Record, told: Exported) -> frozenset[str]:
    """Return the claims that must not be told, nor show in any figure."""
    if not told.withheld:
        return frozenset()
    every = {claim.id for claim in record.claims(told.choices.as_of, told.choices.known_on)}
    return frozenset(every - {claim.id for claim in told.claims})


def _explored(composed: Brief, case: Path, withheld: frozenset[str]) -> tuple[Brief, bool]:
    """Return the brief with the model sections, where the folder's case file has values.

    And whether something in that file could not be used, as stderr then says. No figure is told where
    something in that file rests only on claims that are ``withheld``.
    """
    from tracktwo.brief.exploring import WITHHELD, explored, rests_on_withheld
    from tracktwo.case import load

    path = case / CASE_NAME
    if not path.is_file():
        return explored(composed, None), False
    held = load(path)
    if rests_on_withheld(held, withheld):
        output.warn(WITHHELD)
        return replace(composed, outlook=replace(composed.outlook, reason=WITHHELD)), False
    return explored(composed, held), warn_of_unusable(held)


def _show(briefs: tuple[Brief, Brief], record: Path, out: Path, explore: bool, also: Sequence[Also]) -> None:
    """Print the first brief, and write the second, which may leave the machine."""
    from tracktwo.brief import html, terminal

    composed, shared = briefs
    terminal.show(composed, explore=explore)
    out.mkdir(parents=True, exist_ok=True)
    page = out / "brief.html"
    html.write(shared, page, explore=explore)
    pages = [page]
    for kind in dict.fromkeys(also):
        writer = import_module(f"tracktwo.brief.{kind.value}")
        pages.append(out / f"brief.{kind.value}")
        writer.write(shared, pages[-1], explore=explore)
    output.say("")
    for one in pages:
        output.say(f"Brief:  {one}")
    output.say(f"Record: {record}")
