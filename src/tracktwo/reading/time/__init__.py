"""Words about time: dates, durations, deadlines, and the days they come to once a report has a date."""

from tracktwo.reading.time.expression import TimeExpression, TimeKind
from tracktwo.reading.time.find import find_times, resolve

__all__ = ["TimeExpression", "TimeKind", "find_times", "resolve"]
