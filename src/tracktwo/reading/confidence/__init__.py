"""Confidence of a reading: a documented prior for each rule, lowered by what makes a reading unsure."""

from tracktwo.reading.confidence.prior import confidence_of

__all__ = ["confidence_of"]
