"""Attribution: whose word a claim is, as a chain of sources, nearest first."""

from tracktwo.reading.attribution.according import according_to
from tracktwo.reading.attribution.colon import led_into
from tracktwo.reading.attribution.documents import documents_say
from tracktwo.reading.attribution.nest import nest
from tracktwo.reading.attribution.phrase import in_full
from tracktwo.reading.attribution.voice import voice_of

__all__ = ["according_to", "documents_say", "in_full", "led_into", "nest", "voice_of"]
