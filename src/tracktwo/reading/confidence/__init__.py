"""Confidence of a reading: how often its rule was right, times what makes a reading surer or less sure."""

from tracktwo.reading.confidence.prior import confidence_of
from tracktwo.reading.confidence.traits import traits_of

__all__ = ["confidence_of", "traits_of"]
