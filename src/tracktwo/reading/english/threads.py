"""One thread for NumPy's products while sentences are parsed.

They are too small to gain by more threads, which spend the time of other cores waiting, and a product that is
divided adds up in another order: the same text must give the same claims with one process or several.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any


@contextmanager
def one_thread() -> Iterator[None]:
    """Let OpenBLAS use one thread inside; does nothing where NumPy was built with something else."""
    found = _openblas()
    if found is None:
        yield
        return
    count, limit = found
    before = count()
    limit(1)
    try:
        yield
    finally:
        limit(before)


@cache
def _openblas() -> tuple[Any, Any] | None:
    """The functions that tell and set the number of threads of NumPy's own OpenBLAS."""
    import numpy

    package = Path(numpy.__file__).parent
    for folder in (package.parent / "numpy.libs", package / ".dylibs"):
        for path in sorted(folder.glob("*openblas*")):
            try:
                library = ctypes.CDLL(str(path))
                for suffix in ("64_", ""):
                    names = [f"scipy_openblas_{verb}_num_threads{suffix}" for verb in ("get", "set")]
                    if all(hasattr(library, name) for name in names):
                        return getattr(library, names[0]), getattr(library, names[1])
            except OSError:
                continue
    return None
