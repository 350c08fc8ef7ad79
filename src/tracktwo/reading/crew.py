"""Crew: one process or several that do the same kind of work on batch after batch, in order.

Each helper is a process of its own that loads the model once, with a thread here that sends it a batch and
waits for what comes of it. So a slow reader of the results holds nobody up, and nobody runs far ahead.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import queue
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from tracktwo.errors import ReadingError, TracktwoError

State = TypeVar("State")
Batch = TypeVar("Batch")
Result = TypeVar("Result")

_AHEAD = 3  # batches under way or done and not asked for yet, a helper


class Crew(Generic[State]):
    """Helpers that share a state; use it in a ``with`` block, which ends them.

    Parameters
    ----------
    jobs : int
        How many processes; with 1 the work is done in this one.
    """

    def __init__(self, jobs: int) -> None:
        self._state: State | None = None
        self._jobs = jobs
        self._helpers: list[_Helper] = []
        self._free: queue.SimpleQueue[_Helper] = queue.SimpleQueue()
        self._threads: ThreadPoolExecutor | None = None

    def __enter__(self) -> Self:
        if self._jobs > 1:
            try:
                self._helpers = [_Helper() for _ in range(self._jobs)]
            except BaseException:
                self.__exit__(None, None, None)
                raise
            self._threads = ThreadPoolExecutor(self._jobs, thread_name_prefix="crew")
        for helper in self._helpers:
            self._free.put(helper)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for helper in self._helpers:
            helper.end()
        if self._threads is not None:
            self._threads.shutdown(wait=True, cancel_futures=True)

    def tell(self, state: State) -> None:
        """Give all helpers the state that the next tasks start from.

        Raises
        ------
        ReadingError
            If a helper has ended.
        """
        self._state = state
        packed = pickle.dumps(state, pickle.HIGHEST_PROTOCOL) if self._helpers else b""
        for helper in self._helpers:
            helper.ask(_remember, packed)

    def each(self, task: Callable[[State, Batch], Result], batches: Iterable[Batch]) -> Iterator[Result]:
        """Do a task on every batch.

        Parameters
        ----------
        task : callable
            A function of a module, of the state and a batch.
        batches : iterable
            Taken as needed.

        Yields
        ------
        Result
            In the order of the batches.

        Raises
        ------
        ReadingError
            If a helper has ended before its work, or failed in a way of its own.
        """
        if self._threads is None:
            for batch in batches:
                yield task(self._state, batch)  # type: ignore[arg-type]
            return
        under_way: deque[Future[Result]] = deque()
        try:
            for batch in batches:
                under_way.append(self._threads.submit(self._hand, task, batch))
                if len(under_way) > _AHEAD * self._jobs:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        finally:
            for future in under_way:
                future.cancel()

    def _hand(self, task: Callable[[State, Batch], Result], batch: Batch) -> Result:
        helper = self._free.get()
        try:
            result: Result = helper.ask(task, batch)
            return result
        finally:
            self._free.put(helper)


class _Helper:
    """A process, and the line to it."""

    def __init__(self) -> None:
        # A fresh interpreter: a fork would copy locks that other threads may hold.
        fresh = multiprocessing.get_context("spawn")
        self._line, theirs = fresh.Pipe()
        self._process = fresh.Process(target=_serve, args=(theirs,), daemon=True, name="tracktwo reader")
        self._process.start()
        theirs.close()

    def ask(self, task: Callable[..., Any], given: object) -> Any:
        """Have something done there; wait for it."""
        try:
            self._line.send((task, given))
            done, value = self._line.recv()
        except (EOFError, OSError) as error:
            self._process.join(1)
            raise ReadingError(
                "a process that was reading ended before its work",
                why=_how(self._process.exitcode),
                fix="Run it again, with fewer --jobs if memory is short; what is kept is not read again",
            ) from error
        if not done:
            raise value
        return value

    def end(self) -> None:
        """Stop at once; what was under way is lost."""
        self._process.terminate()
        self._process.join()
        self._line.close()


def _how(code: int | None) -> str:
    if code is None:
        return "it does not answer"
    return f"ended by signal {-code}" if code < 0 else f"exit code {code}"


_memory: list[Any] = [None]


def _remember(_: object, packed: bytes) -> None:
    _memory[0] = pickle.loads(packed)


def _serve(line: Connection) -> None:
    """Do what is asked until nobody asks any more; the life of a helper."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; who asks ends the rest
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one core each, and sums in the same order
    while True:
        try:
            task, given = line.recv()
        except (EOFError, OSError):
            return
        try:
            answer = (True, task(_memory[0], given))
        except Exception as error:
            answer = (False, _told(error))
        try:
            line.send(answer)
        except OSError:
            return


def _told(error: Exception) -> Exception:
    """The error as it can travel."""
    if isinstance(error, TracktwoError):
        return error
    return ReadingError(
        "reading failed",
        why=str(error) or type(error).__name__,
        fix="With --jobs 1 the whole trace is shown. Last: "
        + traceback.format_exception_only(error)[-1].strip(),
    )
