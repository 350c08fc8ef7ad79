"""Review: what to look at first, the quote in its paragraph, and decisions by id."""

from tracktwo.record.review.deciding import apply, decide
from tracktwo.record.review.queue import QueueRow, queue
from tracktwo.record.review.show import Shown, show

__all__ = ["QueueRow", "Shown", "apply", "decide", "queue", "show"]
