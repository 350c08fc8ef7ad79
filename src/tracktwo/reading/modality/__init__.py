"""Modality: how an act is presented (asserted, negated, planned, ...), from the words before its verb."""

from tracktwo.reading.modality.cues import hearsay, modality_of, negated

__all__ = ["hearsay", "modality_of", "negated"]
