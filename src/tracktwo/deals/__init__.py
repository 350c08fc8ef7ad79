"""Which deals there are, which are efficient, and what bargaining solutions pick among them.

``analyse(utilities)`` answers in words; ``solve`` in arrays; ``power`` counts voting power; ``coalitions``
tells core and blocking coalitions; ``ratify`` win-sets of bodies with known members.
"""

from tracktwo.deals.analysis import Analysis, Convention, Deal, Solved, analyse, solve
from tracktwo.deals.frontier import Frontier, TooLargeError

__all__ = ["Analysis", "Convention", "Deal", "Frontier", "Solved", "TooLargeError", "analyse", "solve"]
