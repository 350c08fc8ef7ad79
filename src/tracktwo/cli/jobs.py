"""The option that lets several processes read."""

from __future__ import annotations

import os
from typing import Annotated

from tracktwo.cli.declared import option


def _one_core_each(jobs: int) -> int:
    """Let matrix products keep to one core: helpers share the cores, and sums come out the same for all.

    It has to be said before NumPy is imported, hence while options are read; a user's own word stands.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    return jobs


Jobs = Annotated[
    int,
    option(
        "--jobs",
        metavar="N",
        min=1,
        callback=_one_core_each,
        help="How many processes read; the claims are the same.",
    ),
]
