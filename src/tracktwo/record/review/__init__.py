"""Review: what to look at first, the quote in its paragraph, and decisions by id."""

from tracktwo.record.review.agreement import Agreement, agreements, first_verdict
from tracktwo.record.review.deciding import apply, decide
from tracktwo.record.review.queue import QueueRow, queue, second_queue
from tracktwo.record.review.show import Shown, show
from tracktwo.record.review.stakes import Stake, stakes

__all__ = [
    "Agreement",
    "QueueRow",
    "Shown",
    "Stake",
    "agreements",
    "apply",
    "decide",
    "first_verdict",
    "queue",
    "second_queue",
    "show",
    "stakes",
]
