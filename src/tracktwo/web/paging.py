"""Long lists, a page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list: ``number`` counts from 1, ``before`` is how many items come before it."""

    items: tuple[T, ...]
    number: int
    pages: int
    before: int
    total: int

    def of(self, items: Iterable[U]) -> Page[U]:
        """Return the same page with other items in the place of its own."""
        return Page(tuple(items), self.number, self.pages, self.before, self.total)


def page_of(items: Sequence[T], number: str | int | None, size: int) -> Page[T]:
    """Return the page of that number; the nearest one there is, for any other number or none.

    Parameters
    ----------
    items : sequence
    number : str or int, optional
        From 1; what is no number counts as 1.
    size : int
        Items a page, at least 1.
    """
    pages = max(1, -(-len(items) // size))
    try:
        wanted = int(number or 1)
    except ValueError:
        wanted = 1
    chosen = min(max(wanted, 1), pages)
    before = (chosen - 1) * size
    return Page(tuple(items[before : before + size]), chosen, pages, before, len(items))
