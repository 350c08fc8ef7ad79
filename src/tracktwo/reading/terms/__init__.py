"""Terms: the commitments inside the words of an act (release of hostages, a brief ceasefire, a raise by
4%).
"""

from tracktwo.reading.terms.exchange import exchange_of
from tracktwo.reading.terms.read import read_terms

__all__ = ["exchange_of", "read_terms"]
