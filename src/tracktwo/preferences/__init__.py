"""What each actor would accept, as draws (``vocabulary.utilities.Utilities``).

``judged(case)`` takes a user's own ``values:``; ``no_evidence`` says what a result would be if nothing were
known. Inference from reported stances hands over the same dataclass.
"""

from tracktwo.preferences.judged import judged
from tracktwo.preferences.no_evidence import no_evidence

__all__ = ["judged", "no_evidence"]
