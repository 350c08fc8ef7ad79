"""Words about time: dates, durations, deadlines, and the days they come to once a report has a date."""

from tracktwo.reading.time.expression import TimeExpression, TimeKind
from tracktwo.reading.time.find import AHEAD, coming, find_times, is_coming, nearer, resolve

__all__ = ["AHEAD", "TimeExpression", "TimeKind", "coming", "find_times", "is_coming", "nearer", "resolve"]
