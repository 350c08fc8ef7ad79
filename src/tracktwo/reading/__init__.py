"""A report in, claims out, each with its quote.

``read(report)`` and ``read_all(reports)`` give readings; ``propositions(reading, report)`` rows of actor,
predicate and message. Inside: ``names`` and ``masking`` (who), ``english`` (the parser), ``clauses`` (who
does what to whom), ``acts``, ``terms``, ``modality``, ``attribution``, ``coreference``, ``patterns``,
``time``, ``confidence``. Word lists are data files beside the code.
"""

from tracktwo.reading.propositions import Proposition, propositions
from tracktwo.reading.run import read, read_all

__all__ = ["Proposition", "propositions", "read", "read_all"]
