"""What a record can be asked, one file per question.

Every question is a pure function of ``(picture, reports, claims, as_of=...)`` that returns frozen rows; every
row names the claims it rests on. ``as_of`` is the day ages are counted to (default: the newest dated report).
"""

from tracktwo.record.questions.absences import absences
from tracktwo.record.questions.absences_of_many import AbsenceRow
from tracktwo.record.questions.changes import ChangeRow, changes
from tracktwo.record.questions.conflicts import ConflictRow, conflicts
from tracktwo.record.questions.coverage import CoverageRow, coverage
from tracktwo.record.questions.gap_rows import GapRow
from tracktwo.record.questions.gaps import gaps
from tracktwo.record.questions.meetings import MeetingRow, meetings
from tracktwo.record.questions.pair import PairRow, YearRow, by_year, pair
from tracktwo.record.questions.positions import PositionRow, positions
from tracktwo.record.questions.proposals import Cell, ProposalRow, proposals
from tracktwo.record.questions.said import SaidRow, said
from tracktwo.record.questions.stands import Stand, stands
from tracktwo.record.questions.taken import taken
from tracktwo.record.questions.timeline import TimelineRow, timeline

__all__ = [
    "AbsenceRow",
    "Cell",
    "ChangeRow",
    "ConflictRow",
    "CoverageRow",
    "GapRow",
    "MeetingRow",
    "PairRow",
    "PositionRow",
    "ProposalRow",
    "SaidRow",
    "Stand",
    "TimelineRow",
    "YearRow",
    "absences",
    "by_year",
    "changes",
    "conflicts",
    "coverage",
    "gaps",
    "meetings",
    "pair",
    "positions",
    "proposals",
    "said",
    "stands",
    "taken",
    "timeline",
]
