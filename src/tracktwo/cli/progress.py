"""A progress bar on stderr for work long enough to wonder about; silent where nobody looks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import ProgressColumn, Task, TaskID


class Progress(Protocol):
    """Moves the bar: so many done, of so many in all where that is known, doing what."""

    def __call__(self, done: int, total: int | None, doing: str = "reading") -> None:
        """Move it."""


@contextmanager
def reading_bar() -> Iterator[Progress | None]:
    """Yield a function that moves a bar with rate and time left; None without a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _rate(),
        TimeRemainingColumn(),
    )
    # What is printed meanwhile goes where it should, a file or a pipe, and not to the bar's screen.
    console = Console(stderr=True)
    with Bar(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        yield _Moving(bar)


@contextmanager
def counting_bar(doing: str) -> Iterator[Callable[[int], None] | None]:
    """Yield a function that shows how many are done, of nobody knows how many; None without a terminal."""
    with reading_bar() as progress:
        yield None if progress is None else lambda done: progress(done, None, doing)


class _Moving:
    """The bar of what is being done now; every kind of work begins one of its own."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._doing = ""
        self._task: TaskID | None = None

    def __call__(self, done: int, total: int | None, doing: str = "reading") -> None:
        if self._task is None or doing != self._doing:
            if self._task is not None:
                self._bar.remove_task(self._task)
            # What was done before counts as done, not as done at once.
            self._task = self._bar.add_task(doing, total=total, completed=done)
            self._doing = doing
        self._bar.update(self._task, completed=done, total=total)


def _rate() -> ProgressColumn:
    from rich.progress import ProgressColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """How many a second."""

        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(f"{speed:.1f}/s" if speed else "")

    return Rate()
