"""Random numbers keyed by what they are for, so that a change elsewhere leaves them as they were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracktwo.case import Span

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Streams:
    """``draws`` numbers for any name, always the same for the same seed and name."""

    draws: int
    seed: int

    def generator(self, *names: str) -> np.random.Generator:
        """Return a generator of its own for a name."""
        import numpy as np

        return np.random.default_rng([self.seed, *(crc32(name.encode()) for name in names)])

    def uniform(self, *names: str) -> Floats:
        """Return draws between 0 and 1, stratified: one in each of ``draws`` equal intervals, shuffled."""
        import numpy as np

        rng = self.generator(*names)
        return np.asarray((rng.permutation(self.draws) + rng.random(self.draws)) / self.draws)

    def within(self, span: Span, *names: str) -> Floats:
        """Return draws within a span; every one the same where it is a point."""
        import numpy as np

        if span.is_point:
            return np.full(self.draws, span.low)
        return np.asarray(span.low + (span.high - span.low) * self.uniform(*names))
