"""Names and actor lists as single words, so that a small parser gets the clause right."""

from tracktwo.reading.masking.mask import mask
from tracktwo.reading.masking.masked import ActorGroup, Masked, Piece

__all__ = ["ActorGroup", "Masked", "Piece", "mask"]
