"""Which deals there are, which could pass, who blocks them, and what bargaining solutions pick.

On numbers that are given: ``analyse(utilities)`` answers in words, ``solve`` in arrays; ``power`` counts
voting power; ``coalitions`` tells core and blocking coalitions.

On a case with values, under uncertainty: ``question(case)`` says who decides how; ``outlook`` tells what
could pass, ``blocking`` what stands in the way of one proposal, ``offers`` what could be offered next,
``linkages`` and ``phases`` what joining tracks or going in steps would change, ``core`` which packages nobody
able to pass one would replace, ``bargaining`` what bargaining solutions pick at the middle of the values and
``picked`` in how many draws they do.
"""

from tracktwo.deals.analysis import Analysis, Convention, Deal, Solved, analyse, solve
from tracktwo.deals.chances.asking import of_case as question
from tracktwo.deals.chances.central import bargaining, picked
from tracktwo.deals.chances.core import core
from tracktwo.deals.chances.exploring import explore
from tracktwo.deals.chances.outlook import outlook
from tracktwo.deals.chances.problem import Problem
from tracktwo.deals.frontier import Frontier, TooLargeError
from tracktwo.deals.moves.blocking import blocking
from tracktwo.deals.moves.linking import linkages
from tracktwo.deals.moves.offering import offers
from tracktwo.deals.moves.phasing import phases

__all__ = [
    "Analysis",
    "Convention",
    "Deal",
    "Frontier",
    "Problem",
    "Solved",
    "TooLargeError",
    "analyse",
    "bargaining",
    "blocking",
    "core",
    "explore",
    "linkages",
    "offers",
    "outlook",
    "phases",
    "picked",
    "question",
    "solve",
]
