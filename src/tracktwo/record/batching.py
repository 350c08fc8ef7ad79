"""Batching: many things stored in one step, so that the wait for the disk is paid once for all of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Bounds:
    """When a batch is stored: at so many things, characters or seconds since the last, whichever is first.

    What comes slower than that is stored one at a time, as it comes.
    """

    things: int = 100
    characters: int = 8_000_000
    seconds: float = 0.25


BOUNDS = Bounds()


def batches(
    things: Iterable[T],
    length: Callable[[T], int],
    bounds: Bounds,
    *,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[list[T]]:
    """Yield ``things`` in batches within ``bounds``; never an empty one.

    Where the things end early, by an interrupt or a fault of what makes them, those that came are yielded
    before it is raised on.

    Parameters
    ----------
    things : iterable
    length : callable
        How many characters one of them takes.
    bounds : Bounds
    clock : callable
        Seconds, running forward.
    """
    source, pending, characters, since = iter(things), list[T](), 0, clock()
    while True:
        try:
            one = next(source)
        except StopIteration:
            break
        except BaseException:
            if pending:
                yield pending
            raise
        pending.append(one)
        characters += length(one)
        if (
            len(pending) >= bounds.things
            or characters >= bounds.characters
            or clock() - since >= bounds.seconds
        ):
            yield pending
            pending, characters, since = [], 0, clock()
    if pending:
        yield pending
