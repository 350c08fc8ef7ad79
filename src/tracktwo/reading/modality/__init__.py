"""Modality: how an act is presented (asserted, negated, planned, ...), from the words before its verb."""

from tracktwo.reading.modality.cues import modality_of, negated

__all__ = ["modality_of", "negated"]
