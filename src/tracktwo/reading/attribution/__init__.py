"""Attribution: whose word a claim is, as a chain of sources, nearest first."""

from tracktwo.reading.attribution.according import according_to
from tracktwo.reading.attribution.colon import led_into
from tracktwo.reading.attribution.nest import nest
from tracktwo.reading.attribution.nouns import told_by_nouns
from tracktwo.reading.attribution.opened import from_the_opening
from tracktwo.reading.attribution.passives import told_in_passives
from tracktwo.reading.attribution.phrase import in_full
from tracktwo.reading.attribution.quoted import told_in_quotations
from tracktwo.reading.attribution.sayings import sayings
from tracktwo.reading.attribution.voice import voice_of

__all__ = [
    "according_to",
    "from_the_opening",
    "in_full",
    "led_into",
    "nest",
    "sayings",
    "told_by_nouns",
    "told_in_passives",
    "told_in_quotations",
    "voice_of",
]
