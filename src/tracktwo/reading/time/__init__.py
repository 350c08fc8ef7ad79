"""Words about time: dates, durations, deadlines, and the days they come to once a report has a date."""

from tracktwo.reading.time.expression import TimeExpression, TimeKind
from tracktwo.reading.time.find import AHEAD, find_times, nearer, resolve

__all__ = ["AHEAD", "TimeExpression", "TimeKind", "find_times", "nearer", "resolve"]
