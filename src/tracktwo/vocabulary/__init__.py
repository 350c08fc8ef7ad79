"""The nouns every room shares: frozen dataclasses without input or output.

``reports`` (Report, Segment) · ``claims`` (Claim, Term, Source, Flag) · ``reading`` (Reading, Coverage) ·
``actors`` · ``issues`` · ``proposals`` · ``stances`` · ``process`` · ``picture`` (what a record adds up to) ·
``likelihood`` (words for probabilities) · ``utilities`` (what deals are worth) · ``outlook`` (what could
pass) · ``plain`` (dataclass to JSON).
"""

from tracktwo.vocabulary.actors import Affected, Body, Counted, Member, Party, Role, ThirdParty
from tracktwo.vocabulary.claims import Act, Basis, Claim, Flag, Modality, Source, Status, Term, Voice
from tracktwo.vocabulary.issues import Issue, OrderBasis
from tracktwo.vocabulary.picture import Picture
from tracktwo.vocabulary.plain import plain
from tracktwo.vocabulary.process import (
    AgendaItem,
    Assessment,
    Deadline,
    Duration,
    Event,
    Leverage,
    Meeting,
    Ratification,
    Track,
)
from tracktwo.vocabulary.proposals import PackageTerm, Proposal, Stage
from tracktwo.vocabulary.reading import Coverage, CoverageKind, Reading
from tracktwo.vocabulary.reports import DateBasis, Report, Segment, SegmentKind, Skipped
from tracktwo.vocabulary.stances import Join, Link, LinkKind, RedLine, Stance

__all__ = [
    "Act",
    "Affected",
    "AgendaItem",
    "Assessment",
    "Basis",
    "Body",
    "Claim",
    "Counted",
    "Coverage",
    "CoverageKind",
    "DateBasis",
    "Deadline",
    "Duration",
    "Event",
    "Flag",
    "Issue",
    "Join",
    "Leverage",
    "Link",
    "LinkKind",
    "Meeting",
    "Member",
    "Modality",
    "OrderBasis",
    "PackageTerm",
    "Party",
    "Picture",
    "Proposal",
    "Ratification",
    "Reading",
    "RedLine",
    "Report",
    "Role",
    "Segment",
    "SegmentKind",
    "Skipped",
    "Source",
    "Stage",
    "Stance",
    "Status",
    "Term",
    "ThirdParty",
    "Track",
    "Voice",
    "plain",
]
