"""Every error tracktwo raises on purpose, as one tree.

::

    TracktwoError
    ├── InputError            what the user gave cannot be used          exit code 2
    │   ├── UsageError        the command line asks for something impossible
    │   ├── ReportError       a report file cannot be read
    │   ├── CaseError         a case file is wrong, with line and column
    │   ├── SeveralErrors     all that is wrong with one file, one a line
    │   │   ├── CaseFileError    with a case file (a CaseError too)
    │   │   └── FormatError      with a file to import
    │   ├── DomainError       somebody else's negotiation domain cannot be read or written
    │   └── DealsError        a question about deals that has no answer as put
    ├── RecordError           the record cannot be opened, read or written
    │   ├── RecordBusyError   another process holds it
    │   ├── RecordDamagedError
    │   └── NotFoundError     no such claim, report, proposal, actor
    ├── ReadingError          reading stopped before its end
    └── ModelError            the English model is missing or broken, or a language model cannot be asked
        ├── NoAnswerError            its server cannot be reached, fails or takes too long
        └── UnreadableAnswerError    its answer is not of the form asked for

A message says what went wrong, where, why, and what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file: ``file``, ``file:line`` or ``file:line:column`` (both from 1)."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


class TracktwoError(Exception):
    """Root of all errors raised on purpose.

    Parameters
    ----------
    what : str
        What went wrong, in a few plain words.
    where : Where or str, optional
        The place it concerns.
    why : str, optional
        The cause, as far as it is known.
    fix : str, optional
        What the user can do about it.
    """

    exit_code = 2

    def __init__(
        self, what: str, *, where: Where | str | None = None, why: str | None = None, fix: str | None = None
    ) -> None:
        self.what = what
        self.where = Where(where) if isinstance(where, str) else where
        self.why = why
        self.fix = fix
        super().__init__(what)

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        if self.why:
            text += f" ({self.why})"
        if self.fix:
            text += f". {self.fix}"
        return text


class InputError(TracktwoError):
    """What the user gave cannot be used."""


class UsageError(InputError):
    """The command line asks for something impossible."""


class ReportError(InputError):
    """A report file cannot be read."""


class CaseError(InputError):
    """A case file is wrong; ``where`` carries line and column."""


class SeveralErrors(InputError):  # noqa: N818 - it holds errors, in the plural
    """Everything that is wrong with one file, each error with its own line and column.

    Parameters
    ----------
    errors : Sequence of InputError
        At least one, in the order of their places.
    """

    def __init__(self, errors: Sequence[InputError]) -> None:
        first = errors[0]
        super().__init__(first.what, where=first.where, why=first.why, fix=first.fix)
        self.errors = tuple(errors)

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


class CaseFileError(SeveralErrors, CaseError):
    """Everything that is wrong with one case file."""

    errors: tuple[CaseError, ...]


class DomainError(InputError):
    """Somebody else's negotiation domain cannot be read, or cannot be said in their format."""


class FormatError(SeveralErrors):
    """A file to import is wrong; nothing of it was taken in."""


class DealsError(InputError):
    """A question about deals that has no answer as put: no party, no option, a quota above the total."""


class RecordError(TracktwoError):
    """The record cannot be opened, read or written."""


class RecordBusyError(RecordError):
    """Another process holds the record."""


class RecordDamagedError(RecordError):
    """The record file is not a sound SQLite database, or not one of ours."""


class NotFoundError(RecordError):
    """Nothing of that name is in the record."""


class ReadingError(TracktwoError):
    """Reading stopped before its end; what was read until then holds."""


class ModelError(TracktwoError):
    """The English model is missing or cannot be loaded, or a language model cannot be asked."""


class NoAnswerError(ModelError):
    """A language model's server cannot be reached, fails or takes too long."""


class UnreadableAnswerError(ModelError):
    """A language model's answer is not of the form asked for."""
