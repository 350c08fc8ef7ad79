"""``tracktwo check``: is case.yaml sound?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from tracktwo.cli import output
from tracktwo.cli.declared import argument
from tracktwo.cli.draft import CASE_NAME
from tracktwo.cli.options import HERE, Case, Format, TableFormat

if TYPE_CHECKING:
    from tracktwo.case.check import Problem
    from tracktwo.errors import InputError


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a case file (``error``) or deserves a second look (``look``); lines from 1."""

    level: str
    code: str
    text: str
    file: str | None
    line: int | None
    column: int | None

    @classmethod
    def of_error(cls, error: InputError) -> Finding:
        """Return it for an error of loading."""
        where = error.where
        told = f"{error.what} ({error.why})" if error.why else error.what
        told = f"{told}. {error.fix}" if error.fix else told
        place = (where.file, where.line, where.column) if where else (None, None, None)
        return cls("error", "case", told, *place)

    @classmethod
    def of_problem(cls, problem: Problem) -> Finding:
        """Return it for a problem of a case that loads."""
        where = problem.where
        return cls("look", problem.code, problem.text, where.file, where.line, where.column)


def check(
    file: Annotated[Path | None, argument(metavar="FILE", help="A case file; default: case.yaml.")] = None,
    case: Case = HERE,
    style: Format = TableFormat.TABLE,
) -> None:
    """Check a case file: unknown keys, dangling references, cycles; then what deserves a second look."""
    from tracktwo.case import check as check_case
    from tracktwo.case import load
    from tracktwo.errors import CaseFileError

    path = file or case / CASE_NAME
    try:
        problems = check_case(load(path))
    except CaseFileError as error:
        if style is not TableFormat.TABLE:
            output.emit([Finding.of_error(one) for one in error.errors], style)
        raise
    if style is not TableFormat.TABLE:
        output.emit([Finding.of_problem(problem) for problem in problems], style)
        return
    for problem in problems:
        output.say(str(problem))
    output.say(f"{path} is sound.")
    output.hint("tracktwo brief", case)
