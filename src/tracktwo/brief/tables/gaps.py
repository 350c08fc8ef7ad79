"""What nobody reported, by what sort of thing is missing."""

from __future__ import annotations

from collections.abc import Mapping

from tracktwo.brief.model import Brief
from tracktwo.record.questions.gap_rows import GapRow


def gaps_by_kind(brief: Brief) -> Mapping[str, tuple[GapRow, ...]]:
    """Return the gaps under their kinds, both in the order the record names them."""
    kinds = dict.fromkeys(gap.kind for gap in brief.gaps)
    return {kind: tuple(gap for gap in brief.gaps if gap.kind == kind) for kind in kinds}
