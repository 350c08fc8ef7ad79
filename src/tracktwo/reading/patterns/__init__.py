"""Patterns: acts told without a verb of their own, found by surface signs."""

from tracktwo.reading.patterns.about import about_proposals
from tracktwo.reading.patterns.happenings import happenings
from tracktwo.reading.patterns.nominal import nominal_acts
from tracktwo.reading.patterns.status import status

__all__ = ["about_proposals", "happenings", "nominal_acts", "status"]
